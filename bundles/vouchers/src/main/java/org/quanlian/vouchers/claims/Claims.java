package org.quanlian.vouchers.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;

/** The claims that are kept, with their timelines. */
public interface Claims {
    /** A claim, if there is one of that name. */
    Optional<VoucherClaim> find(Id<VoucherClaim> id);

    /** The same; it is then this transaction's alone until it ends. */
    Optional<VoucherClaim> lock(Id<VoucherClaim> id);

    /** Keeps a new claim. */
    void add(VoucherClaim claim);

    /**
     * Keeps a claim that changed.
     *
     * @param before the claim as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code STALE} when somebody else changed it in between
     */
    void update(VoucherClaim before, VoucherClaim after);

    /** Writes down a move. */
    void append(Id<VoucherClaim> claim, TimelineEntry entry);

    /** The moves of a claim, oldest first. */
    List<TimelineEntry> timeline(Id<VoucherClaim> claim);

    /** The experts to whom a claim is assigned now. */
    Set<Id<Account>> experts(Id<VoucherClaim> claim);
}
