package org.quanlian.vouchers.ledger;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quanlian.model.Money;
import org.quanlian.vouchers.ledger.Booking.Entry;

/** The entries of a booking, put together from amounts that go from one account to another: so they always balance. */
public final class Transfers {
    private final Map<LedgerAccount, Money> amounts = new LinkedHashMap<>();

    /**
     * Moves an amount; one below zero goes the other way, and nothing is no entry.
     *
     * @throws IllegalArgumentException when the accounts are not in the same book
     */
    public Transfers move(LedgerAccount from, LedgerAccount to, Money amount) {
        if (!from.book().equals(to.book())) {
            throw new IllegalArgumentException("nothing goes from " + from.book() + " to " + to.book());
        }
        amounts.merge(from, Money.ZERO.minus(amount), Money::plus);
        amounts.merge(to, amount, Money::plus);
        return this;
    }

    /** The entries, in the order of the accounts' names. */
    public List<Entry> entries() {
        return amounts.entrySet().stream()
                .filter(of -> !of.getValue().isZero())
                .map(of -> new Entry(of.getKey(), of.getValue()))
                .sorted(Comparator.comparing(of -> of.account().code()))
                .toList();
    }
}
