package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;

/** Statements between provinces, as they are kept. */
public interface Settlements {
    /**
     * The services of providers of a province that were paid for in a voucher year, by claim and order.
     *
     * @param limit how many at most
     */
    List<Settlement.Line> services(Area province, int year, int limit);

    /** Keeps a new statement. */
    void add(Settlement settlement);

    /** A statement, if there is one of that name; it is then this transaction's alone until it ends. */
    Optional<Settlement> lock(Id<Settlement> id);

    /** Keeps what the other province said. */
    void answer(Settlement settlement);

    /** A statement, if there is one of that name. */
    Optional<Settlement> find(Id<Settlement> id);

    /** Statements without their lines, latest first. */
    Page<Settlement> list(Optional<Area> partner, Page.Request page);
}
