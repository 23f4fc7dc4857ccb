package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Suspicions that another province supports the same, as they are kept. */
public interface Duplicates {
    /** Keeps a suspicion, unless there is one about the same already that is not gone; tells whether it is new. */
    boolean report(DuplicateSuspicion suspicion);

    /** A suspicion, if there is one of that name; it is then this transaction's alone until it ends. */
    Optional<DuplicateSuspicion> lock(Id<DuplicateSuspicion> id);

    /** Keeps what the centre found. */
    void update(DuplicateSuspicion suspicion);

    /** Those about a claim that stand in the way of its approval: open ones, and those that were confirmed. */
    List<DuplicateSuspicion> against(Id<VoucherClaim> claim);

    /** One side holds an invoice no longer: what is open about it is gone. */
    void gone(Area partner, String fingerprint);

    /** Suspicions, latest first. */
    Page<DuplicateSuspicion> list(Optional<DuplicateSuspicion.State> state, Page.Request page);
}
