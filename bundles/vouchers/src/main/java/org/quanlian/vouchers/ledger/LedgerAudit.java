package org.quanlian.vouchers.ledger;

import java.util.List;

/**
 * What adding up the whole ledger found (总账核对): every booking sums to zero in each book, the balance of every account is
 * the sum of its entries, none of which is missing, and no balance is out of bounds.
 *
 * @param accounts how many accounts there are
 * @param bookings how many bookings
 * @param entries how many entries
 * @param faults what is wrong, at most {@value #MOST} of it; nothing when the ledger is right
 */
public record LedgerAudit(long accounts, long bookings, long entries, List<Fault> faults) {
    /** How many faults of each sort are told. */
    public static final int MOST = 100;

    public LedgerAudit {
        faults = List.copyOf(faults);
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return faults.isEmpty();
    }

    /**
     * Something that is wrong.
     *
     * @param sort what is wrong
     * @param where the booking with its book, or the account
     */
    public record Fault(Sort sort, String where) {}

    /** What can be wrong. */
    public enum Sort {
        /** A booking does not sum to zero in a book. */
        UNBALANCED,
        /** A balance is not the sum of its entries, or an entry is missing. */
        BALANCE,
        /** A balance is below zero, or above its ceiling. */
        BOUNDS
    }
}
