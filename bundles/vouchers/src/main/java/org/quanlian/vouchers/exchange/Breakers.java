package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;

/** How partners were reached lately, as it is kept. */
public interface Breakers {
    /** How a partner was reached, if anything was ever sent to it. */
    Optional<BreakerRecord> find(Area partner);

    /** The same, which is then this transaction's alone until it ends. */
    BreakerRecord lock(Area partner);

    /** How all partners were reached to which anything was ever sent. */
    List<BreakerRecord> all();

    /** Keeps what was locked in this transaction and changed. */
    void update(BreakerRecord record);
}
