package org.quanlian.vouchers.orders;

import java.util.List;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.registry.Organisation;

/** The bound vouchers that claims are made of, and the guard that each activity is supported once. */
public interface BoundVouchers {
    /**
     * The bound vouchers of orders, in the order asked for.
     *
     * @param owners who asks: to them the orders of anybody else are not there
     * @throws org.quanlian.vouchers.RefusedException when an order is not there, or is not bound
     */
    List<BoundVoucher> of(Session session, Set<Id<Organisation>> owners, List<Id<Order>> orders);

    /**
     * Takes the invoices and contracts of the vouchers for a claim, so that no other claim can have them, in whatever
     * way they are written (二（二）1, 五（三）). The claim holds them until {@link #release}.
     *
     * @param claim name of the claim that takes them
     * @throws org.quanlian.vouchers.RefusedException naming each invoice or contract that another claim has
     */
    void take(Session session, Id<?> claim, List<BoundVoucher> vouchers);

    /** Gives back what a claim took, when it ends without support. */
    void release(Session session, Id<?> claim);
}
