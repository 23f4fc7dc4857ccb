package org.quanlian.vouchers.treasury;

import org.quanlian.model.Money;
import org.quanlian.policy.api.Decision;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.treasury.PinnedTerms.OddFen;
import org.quanlian.vouchers.treasury.PinnedTerms.Terms;

/** Divides a grant between province and city (省与市按比例分担), 三. */
final class GrantShares {
    private GrantShares() {}

    /**
     * The shares of a grant: those of the decision when the whole of it is approved, and otherwise those that the same
     * policy makes of the lower amount.
     */
    static ApprovedGrant of(Money grant, Decision.Amounts decided, Terms terms) {
        if (grant.equals(decided.grant())) {
            return new ApprovedGrant(grant, decided.provinceShare(), decided.cityShare(), Money.ZERO);
        }
        Money city = terms.oddFen() == OddFen.PROVINCE
                ? terms.cityShare().ofDown(grant)
                : grant.minus(terms.cityShare().complement().ofDown(grant));
        return new ApprovedGrant(grant, grant.minus(city), city, Money.ZERO);
    }
}
