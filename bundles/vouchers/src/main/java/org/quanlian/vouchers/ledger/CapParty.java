package org.quanlian.vouchers.ledger;

import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Who has a cap (限额主体): a firm by its code, however often it is registered; a team without a code by its registration.
 *
 * @param value the code, or the name of the registration
 */
public record CapParty(String value) {
    public CapParty {
        if (value.isBlank()) {
            throw new IllegalArgumentException("who has a cap has a name");
        }
    }

    /** Whose cap an organisation draws on. */
    public static CapParty of(Organisation organisation) {
        return new CapParty(organisation
                .uscc()
                .map(UnifiedSocialCreditCode::value)
                .orElse(organisation.id().value()));
    }
}
