package org.quanlian.vouchers.publication;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is said when something can't be published or objected to. */
final class PublicationRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(PublicationRefusals.class);

    private PublicationRefusals() {}

    static RefusedException noNotice() {
        return TEXTS.refused(Kind.NOT_FOUND, "notice.none");
    }

    /** A text that people type, of some length. */
    static String text(String field, String text, int most) {
        boolean control = text.codePoints()
                .anyMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
        if (text.isBlank() || text.length() > most || control) {
            throw TEXTS.invalid(field, "text.form", most);
        }
        return text;
    }
}
