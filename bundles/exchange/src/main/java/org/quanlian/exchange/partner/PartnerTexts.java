package org.quanlian.exchange.partner;

import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is told of partners, in both languages. */
public final class PartnerTexts {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(PartnerTexts.class);

    private PartnerTexts() {}

    /** A text with its arguments. */
    public static LocalizedText of(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static RefusedException refused(Kind kind, String code, Object... arguments) {
        return TEXTS.refused(kind, code, arguments);
    }
}
