package org.quanlian.vouchers.claims;

import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;

/**
 * What the applicant of a claim was granted before in the same year, without that claim (本年度已补助金额). It makes the
 * decision foresee the cap; what enforces the cap is the ledger, when an amount is approved.
 */
@FunctionalInterface
public interface GrantsBefore {
    /** The amounts approved in the applicant's other claims of the year, as far as they still stand. */
    GrantsBefore APPROVED = (session, claim) -> session.claims().approved(claim.applicant(), claim.year(), claim.id());

    /** The sum. */
    Money of(Session session, VoucherClaim claim);
}
