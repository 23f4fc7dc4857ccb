package org.quanlian.vouchers.treasury;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;

/** Sets budgets: the department the province's, each first-review body its city's. Every change is a booking. */
public final class Budgets {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final Bookkeeper bookkeeper;
    private final Ids ids;

    /**
     * @param bookkeeper books
     * @param ids names changes
     */
    public Budgets(Bookkeeper bookkeeper, Ids ids) {
        this.bookkeeper = bookkeeper;
        this.ids = ids;
    }

    /**
     * Sets the province's budget of a year.
     *
     * @param document number of the document that says so
     * @throws org.quanlian.vouchers.RefusedException {@code budget.committed} when more than that is committed
     */
    public Budget setProvince(Session session, Actor actor, int year, Money amount, String document) {
        Access.requireRole(actor, Action.SET_PROVINCE_BUDGET);
        requireYear(year);
        return set(
                session,
                actor,
                LedgerAccount.ofProvince(AccountKind.PROVINCE_APPROPRIATION, year),
                LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, year),
                amount,
                document);
    }

    /** Sets the budget of a year of the city for which the actor reviews; see {@link #setCity}. */
    public Budget setOwnCity(Session session, Actor actor, int year, Money amount, String document) {
        Access.requireRole(actor, Action.SET_CITY_BUDGET);
        Area city = actor.city().orElseThrow(() -> new IllegalStateException("who may set it reviews for a city"));
        return setCity(session, actor, year, city, amount, document);
    }

    /**
     * Sets a city's budget of a year.
     *
     * @param document number of the document that says so
     * @throws org.quanlian.vouchers.RefusedException {@code budget.committed} when more than that is committed
     */
    public Budget setCity(Session session, Actor actor, int year, Area city, Money amount, String document) {
        Access.require(actor, Action.SET_CITY_BUDGET, new Subject(Set.of(), Optional.of(city), Set.of()));
        requireYear(year);
        return set(
                session,
                actor,
                LedgerAccount.ofCity(AccountKind.CITY_APPROPRIATION, year, city),
                LedgerAccount.ofCity(AccountKind.CITY_AVAILABLE, year, city),
                amount,
                document);
    }

    private Budget set(
            Session session,
            Actor actor,
            LedgerAccount source,
            LedgerAccount available,
            Money amount,
            String document) {
        TreasuryRefusals.shortText("/document", document);
        if (amount.isNegative()) {
            throw TreasuryRefusals.TEXTS.invalid("/amount", "budget.negative", amount);
        }
        Map<LedgerAccount, Money> balances = session.ledger().lock(Set.of(source, available));
        Money before = Money.ZERO.minus(balances.get(source));
        Money change = amount.minus(before);
        Money free = balances.get(available).plus(change);
        if (free.isNegative()) {
            throw TreasuryRefusals.TEXTS.refused(
                    Kind.CONFLICT, "budget.committed", amount, before.minus(balances.get(available)));
        }
        if (!change.isZero()) {
            bookkeeper.book(
                    session,
                    actor,
                    source.year(),
                    BookingKind.BUDGET,
                    new Transfers().move(source, available, change),
                    "budget/" + ids.next(),
                    document);
        }
        return new Budget(source.year(), source.city(), amount, free);
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw TreasuryRefusals.TEXTS.invalid("/year", "budget.year", year);
        }
    }
}
