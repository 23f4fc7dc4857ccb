package org.quanlian.store.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.ledger.Transfers;

/** The ledger as rows: what it refuses by itself, and what its audit finds; on each database. */
@EachDatabase
class LedgerContractTest {
    private final TestDatabase database;
    private final MoneyYear year;

    LedgerContractTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldBookOnce_whenTheSameReferenceComesAgain() {
        Booking first = year.write(session -> Ledger.book(session, budget(2070, 100, "same")));

        Booking again = year.write(session -> Ledger.book(session, budget(2070, 100, "same")));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(available(2070)).isEqualTo(Money.ofYuan(100));
        assertThat(refusal(() -> year.write(session -> Ledger.book(session, budget(2070, 101, "same"))))
                        .code())
                .isEqualTo("ledger.reference");
    }

    @Test
    void shouldReadBackWhatWasBooked() {
        Booking booked = year.write(session -> Ledger.book(session, budget(2071, 7, "read")));

        Optional<Booking> found = year.read(session -> session.ledger().find("read"));
        Page<Booking> page = year.read(session -> session.ledger().bookings(2071, Page.Request.first()));
        assertThat(found).contains(booked);
        assertThat(page.items()).containsExactly(booked);
    }

    @Test
    void shouldPageThroughTheBookingsOfAYear() {
        for (int i = 0; i < 5; i++) {
            Booking booking = budget(2072, 1, "page" + i);
            year.write(session -> Ledger.book(session, booking));
        }

        Page<Booking> first =
                year.read(session -> session.ledger().bookings(2072, new Page.Request(Optional.empty(), 3)));
        Page<Booking> second = year.read(session -> session.ledger().bookings(2072, new Page.Request(first.next(), 3)));

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isEmpty();
    }

    @Test
    void shouldHaveTheDatabaseRefuseAnOverdraft_whenCodeWereWrong() {
        Booking overdraft = budget(2073, -1, "overdraft");

        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> year.write(session -> {
                    session.ledger().lock(accounts(2073));
                    session.ledger().append(overdraft, Map.of());
                    return true;
                }))
                .matches(e -> e.is("ck_ledger_accounts_lowest"));
        assertThat(available(2073)).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldHaveTheDatabaseRefuseMoreThanACeiling_whenCodeWereWrong() {
        Booking above = budget(2074, 10, "ceiling");
        LedgerAccount available = LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, 2074);

        assertThatExceptionOfType(ConstraintViolationException.class)
                .isThrownBy(() -> year.write(session -> {
                    session.ledger().lock(accounts(2074));
                    session.ledger().append(above, Map.of(available, Money.parse("9.99")));
                    return true;
                }))
                .matches(e -> e.is("ck_ledger_accounts_highest"));
    }

    @Test
    void shouldFindWhatWasTamperedWith_whenTheLedgerIsAddedUp() {
        year.write(session -> Ledger.book(session, budget(2075, 10, "tampered")));
        assertThat(year.audit().isClean()).isTrue();

        String code =
                LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, 2075).code();
        tamper("UPDATE ledger_accounts SET balance = balance + 1 WHERE code = ?", code);
        assertThat(sorts()).containsExactly(LedgerAudit.Sort.BALANCE);
        tamper("UPDATE ledger_accounts SET balance = balance - 1 WHERE code = ?", code);
        tamper("UPDATE ledger_entries SET amount = amount + 1 WHERE account = ?", code);
        assertThat(sorts()).contains(LedgerAudit.Sort.UNBALANCED, LedgerAudit.Sort.BALANCE);
        tamper("UPDATE ledger_entries SET amount = amount - 1 WHERE account = ?", code);
        tamper("UPDATE ledger_accounts SET lowest = NULL WHERE code = ?", code);
        assertThat(sorts()).containsExactly(LedgerAudit.Sort.BOUNDS);
        tamper("UPDATE ledger_accounts SET lowest = 0 WHERE code = ?", code);
        assertThat(year.audit().isClean()).isTrue();
    }

    @Test
    void shouldShowWhatACityHas_whenAskedForItAlone() {
        year.budgets(2076, "10.00", "3.00");

        Map<AccountKind, Money> balances = year.read(
                        session -> session.ledger().balancesByCity(2076, Optional.of(TAIYUAN)))
                .get(TAIYUAN);

        assertThat(balances)
                .containsEntry(AccountKind.CITY_AVAILABLE, Money.ofYuan(3))
                .containsEntry(AccountKind.CITY_APPROPRIATION, Money.ofYuan(-3));
    }

    private List<LedgerAudit.Sort> sorts() {
        return year.audit().faults().stream()
                .map(LedgerAudit.Fault::sort)
                .distinct()
                .toList();
    }

    private void tamper(String statement, String account) {
        database.transactions().run(sql -> sql.update(statement, account));
    }

    private Money available(int of) {
        return year.read(
                session -> session.ledger().balance(LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, of)));
    }

    private static Set<LedgerAccount> accounts(int of) {
        return Set.of(
                LedgerAccount.ofProvince(AccountKind.PROVINCE_APPROPRIATION, of),
                LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, of));
    }

    private Booking budget(int of, long yuan, String reference) {
        return new Booking(
                year.id(),
                BookingKind.BUDGET,
                of,
                Optional.empty(),
                Optional.empty(),
                "",
                year.now(),
                reference,
                "",
                new Transfers()
                        .move(
                                LedgerAccount.ofProvince(AccountKind.PROVINCE_APPROPRIATION, of),
                                LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, of),
                                Money.ofYuan(yuan))
                        .entries());
    }
}
