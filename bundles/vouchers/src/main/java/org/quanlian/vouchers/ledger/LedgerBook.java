package org.quanlian.vouchers.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;

/** The ledger, as it is kept: {@link Ledger} is the only one that writes to it. */
public interface LedgerBook {
    /**
     * Makes accounts this transaction's alone until it ends, in the order of their names, so that two that want the same
     * never wait for each other. An account that was never used is opened with nothing.
     *
     * @return their balances
     */
    Map<LedgerAccount, Money> lock(Set<LedgerAccount> accounts);

    /** The booking that stands for something, if it was booked. */
    Optional<Booking> find(String reference);

    /**
     * Keeps a booking and changes the balances of its accounts, which this transaction has locked. The database refuses
     * it when a balance would fall below zero or rise above a ceiling.
     *
     * @param ceilings the most that an account may hold from now on
     */
    void append(Booking booking, Map<LedgerAccount, Money> ceilings);

    /** What an account holds; nothing when it was never used. */
    Money balance(LedgerAccount account);

    /** What the accounts of a claim hold, by kind; kinds that were never used are absent. */
    Map<AccountKind, Money> balances(VoucherClaim claim);

    /**
     * What all accounts of the cities hold together, by city and kind. Those of the province as a whole are not in it.
     *
     * @param only the only city to be asked for, if it is one
     */
    Map<Area, Map<AccountKind, Money>> balancesByCity(int year, Optional<Area> only);

    /** The bookings of a year, oldest first. */
    Page<Booking> bookings(int year, Page.Request request);

    /** The bookings about a claim, oldest first; there are only some. */
    List<Booking> bookings(Id<VoucherClaim> claim);

    /** Adds up every entry and compares; see {@link LedgerAudit}. */
    LedgerAudit audit();
}
