package org.quanlian.vouchers.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.model.Money;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.ledger.Booking.Entry;
import org.quanlian.vouchers.registry.Organisation;

/** Books: the only way in which money moves. Caps and budgets hold because they are checked on locked accounts here. */
public final class Ledger {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(Ledger.class);

    private Ledger() {}

    /**
     * Books, or answers what was booked before under the same reference.
     *
     * @throws RefusedException {@code ledger.short} when an account does not hold what is taken from it, or
     *     {@code ledger.reference} when the reference stands for something else
     */
    public static Booking book(Session session, Booking booking) {
        return book(session, booking, Map.of());
    }

    /**
     * Books under ceilings, or answers what was booked before under the same reference.
     *
     * @param ceilings the most that an account may hold from now on
     * @throws RefusedException {@code ledger.short}, {@code ledger.ceiling} or {@code ledger.reference}
     */
    public static Booking book(Session session, Booking booking, Map<LedgerAccount, Money> ceilings) {
        Map<LedgerAccount, Money> excess = lacking(session, booking, ceilings);
        Optional<Booking> before = session.ledger().find(booking.reference());
        if (before.isPresent()) {
            if (!before.get().saysSame(booking)) {
                throw TEXTS.refused(Kind.CONFLICT, "ledger.reference", booking.reference());
            }
            return before.get();
        }
        excess.forEach((account, amount) -> {
            String code = ceilings.containsKey(account) ? "ledger.ceiling" : "ledger.short";
            throw TEXTS.refused(Kind.CONFLICT, code, account.kind(), account.code(), amount);
        });
        session.ledger().append(booking, ceilings);
        return booking;
    }

    /** What an applicant was granted in a year, as far as it still stands: the account whose ceiling is the cap. */
    public static Money granted(Session session, Organisation applicant, int year) {
        return session.ledger().balance(LedgerAccount.ofParty(AccountKind.CAP_GRANTED, year, CapParty.of(applicant)));
    }

    /**
     * Locks the accounts of a booking and tells by how much each would fall below zero or rise above its ceiling; nothing
     * when it can be booked in this transaction.
     */
    public static Map<LedgerAccount, Money> lacking(
            Session session, Booking booking, Map<LedgerAccount, Money> ceilings) {
        Set<LedgerAccount> accounts =
                booking.entries().stream().map(Entry::account).collect(Collectors.toUnmodifiableSet());
        if (!accounts.containsAll(ceilings.keySet())) {
            throw new IllegalArgumentException("a ceiling of an account that is not booked");
        }
        Map<LedgerAccount, Money> balances = session.ledger().lock(accounts);
        Map<LedgerAccount, Money> lacking = new LinkedHashMap<>();
        for (Entry entry : booking.entries()) {
            LedgerAccount account = entry.account();
            Money after = balances.get(account).plus(entry.amount());
            if (after.isNegative() && !account.kind().isSource()) {
                lacking.put(account, Money.ZERO.minus(after));
            }
            Optional.ofNullable(ceilings.get(account))
                    .map(after::minus)
                    .filter(Money::isPositive)
                    .ifPresent(above -> lacking.put(account, above));
        }
        return lacking;
    }
}
