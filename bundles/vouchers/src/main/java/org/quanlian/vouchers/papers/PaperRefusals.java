package org.quanlian.vouchers.papers;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is said when there is no such paper. */
public final class PaperRefusals {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(PaperRefusals.class);

    private PaperRefusals() {}

    /** A paper is not given out in that format. */
    public static RefusedException format(PaperKind kind, PaperFormat format) {
        return TEXTS.refused(Kind.NOT_FOUND, "paper.format", kind, format.extension());
    }

    static RefusedException never(String digest) {
        return TEXTS.refused(Kind.NOT_FOUND, "paper.unknown", digest);
    }

    static RefusedException notFiled(String number) {
        return TEXTS.refused(Kind.CONFLICT, "paper.not-filed", number);
    }

    static RefusedException tooLong(int most) {
        return TEXTS.refused(Kind.CONFLICT, "paper.too-long", most);
    }

    static RefusedException noClaim(String id) {
        return TEXTS.refused(Kind.NOT_FOUND, "paper.no-claim", id);
    }
}
