package org.quanlian.vouchers.treasury;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.LedgerAudit;

/** Reads the ledger: statements per city and of the whole, bookings, and the proof that it adds up. */
public final class Statements {
    /** The statement of a city in a year. */
    public CityStatement ofCity(Session session, Actor actor, int year, Area city) {
        Access.require(actor, Action.READ_STATEMENT, new Subject(Set.of(), Optional.of(city), Set.of()));
        return city(
                year,
                city,
                session.ledger().balancesByCity(year, Optional.of(city)).getOrDefault(city, Map.of()));
    }

    /** The statement of a year, for those who see every city. */
    public ProvinceStatement ofProvince(Session session, Actor actor, int year) {
        Access.require(actor, Action.READ_STATEMENT, Subject.NOBODY);
        List<CityStatement> cities = new TreeMap<>(session.ledger().balancesByCity(year, Optional.empty()))
                .entrySet().stream()
                        .map(of -> city(year, of.getKey(), of.getValue()))
                        .toList();
        return new ProvinceStatement(
                year,
                Money.ZERO.minus(
                        session.ledger().balance(LedgerAccount.ofProvince(AccountKind.PROVINCE_APPROPRIATION, year))),
                session.ledger().balance(LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, year)),
                cities.stream().map(CityStatement::province).reduce(nothing(), ShareStatement::plus),
                cities.stream().map(CityStatement::own).reduce(nothing(), ShareStatement::plus),
                cities);
    }

    /** The bookings of a year, oldest first. */
    public Page<Booking> bookings(Session session, Actor actor, int year, Page.Request request) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.ledger().bookings(year, request);
    }

    /** The bookings about a claim, oldest first. */
    public List<Booking> bookings(Session session, Actor actor, Id<VoucherClaim> claim) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.ledger().bookings(claim);
    }

    /** Adds up the whole ledger. */
    public LedgerAudit audit(Session session, Actor actor) {
        Access.requireRole(actor, Action.READ_LEDGER);
        return session.ledger().audit();
    }

    private static CityStatement city(int year, Area city, Map<AccountKind, Money> balances) {
        return new CityStatement(
                year,
                city,
                Money.ZERO.minus(of(balances, AccountKind.CITY_APPROPRIATION)),
                of(balances, AccountKind.CITY_AVAILABLE),
                share(
                        balances,
                        AccountKind.PROVINCE_COMMITTED,
                        Optional.of(AccountKind.PROVINCE_ALLOCATED),
                        AccountKind.PROVINCE_PAID,
                        AccountKind.PROVINCE_CLAWBACK_DUE,
                        AccountKind.PROVINCE_RECOVERED,
                        Optional.of(AccountKind.PROVINCE_RETURN_DUE)),
                share(
                        balances,
                        AccountKind.CITY_COMMITTED,
                        Optional.empty(),
                        AccountKind.CITY_PAID,
                        AccountKind.CITY_CLAWBACK_DUE,
                        AccountKind.CITY_RECOVERED,
                        Optional.empty()));
    }

    private static ShareStatement share(
            Map<AccountKind, Money> balances,
            AccountKind committed,
            Optional<AccountKind> allocated,
            AccountKind paid,
            AccountKind due,
            AccountKind recovered,
            Optional<AccountKind> toReturn) {
        Money clawedBack = of(balances, due).plus(of(balances, recovered));
        return new ShareStatement(
                of(balances, committed),
                allocated.map(kind -> of(balances, kind)).orElse(Money.ZERO),
                of(balances, paid).plus(clawedBack),
                clawedBack,
                of(balances, recovered),
                toReturn.map(kind -> of(balances, kind)).orElse(Money.ZERO));
    }

    private static ShareStatement nothing() {
        return new ShareStatement(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);
    }

    private static Money of(Map<AccountKind, Money> balances, AccountKind kind) {
        return balances.getOrDefault(kind, Money.ZERO);
    }
}
