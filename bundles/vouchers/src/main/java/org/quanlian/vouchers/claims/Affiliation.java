package org.quanlian.vouchers.claims;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;

/**
 * An organisation for which an expert works or worked (专家任职单位).
 *
 * @param name its name
 * @param uscc its unified social credit code, if it has one; without it a conflict is found by the name alone
 */
public record Affiliation(String name, Optional<UnifiedSocialCreditCode> uscc) {
    /** The most that one expert may have. */
    public static final int MAX = 50;

    public Affiliation {
        ShortText.require(name);
        Objects.requireNonNull(uscc, "uscc");
    }
}
