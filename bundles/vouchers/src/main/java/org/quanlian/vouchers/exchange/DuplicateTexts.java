package org.quanlian.vouchers.exchange;

import org.quanlian.policy.api.LocalizedText;
import org.quanlian.vouchers.RefusedException;

/** What people are told of suspicions that another province supports the same. */
public final class DuplicateTexts {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(DuplicateTexts.class);

    private DuplicateTexts() {}

    /** That one was found. */
    public static LocalizedText found(DuplicateSuspicion suspicion) {
        return TEXTS.text("duplicate.found", suspicion.invoice(), suspicion.partner());
    }
}
