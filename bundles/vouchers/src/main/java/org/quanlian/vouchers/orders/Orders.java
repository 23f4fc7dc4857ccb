package org.quanlian.vouchers.orders;

import java.util.Optional;
import org.quanlian.vouchers.Id;

/** Services bought with a voucher, as they are kept. */
public interface Orders {
    /** An order, if there is one of that name. */
    Optional<Order> find(Id<Order> id);
}
