package org.quanlian.vouchers.claims;

import java.util.List;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/** What states and moves of claims are called. */
public final class ClaimTexts {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(ClaimTexts.class);

    private ClaimTexts() {}

    /** The name of a state. */
    public static LocalizedText of(ClaimState state) {
        return TEXTS.render("ClaimState." + state.name(), List.of());
    }

    /** The name of a move. */
    public static LocalizedText of(ClaimMove move) {
        return TEXTS.render("ClaimMove." + move.name(), List.of());
    }
}
