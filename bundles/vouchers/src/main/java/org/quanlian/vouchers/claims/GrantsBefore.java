package org.quanlian.vouchers.claims;

import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;

/**
 * What the applicant of a claim was granted before in the same year (本年度已补助金额). It makes the decision foresee the cap;
 * what enforces the cap is the ledger, when an amount is approved.
 */
@FunctionalInterface
public interface GrantsBefore {
    /** The sum, as far as it still stands. */
    Money of(Session session, VoucherClaim claim);
}
