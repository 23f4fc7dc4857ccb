package org.quanlian.demo;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * A claim of the script that was begun.
 *
 * @param plan what becomes of it
 * @param id its name
 * @param by who claims
 */
record Claimed(Script.ClaimPlan plan, Id<VoucherClaim> id, Joined by) {}
