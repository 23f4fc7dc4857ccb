package org.quanlian.benchmarks.filing;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * A claim that is ready to be filed.
 *
 * @param by the firm that files it
 * @param claim the claim
 */
record Draft(Actor by, Id<VoucherClaim> claim) {}
