package org.quanlian.vouchers.orders;

import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** Tells what an applicant was granted in a year before (本年度已补助金额). */
@FunctionalInterface
public interface GrantedThisYear {
    /** The grants of the year together, in yuan; missing when it is not known. */
    Fact<Money> of(Session session, Id<Organisation> applicant, int year);
}
