package org.quanlian.store.internal.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.model.Money;
import org.quanlian.store.testing.TestAccounts;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.SignatureCheck;
import org.quanlian.vouchers.audit.TrailVerification;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.Ledger;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;

/** A store with a trail, and people who do things on it. */
final class AuditWorld {
    final Clock clock = new TickingClock();
    final TestDatabase database;
    final Store store;
    final TestAccounts accounts;

    AuditWorld(TestDatabase database) {
        this.database = database;
        this.store = database.store(clock);
        this.accounts = new TestAccounts(store, clock);
    }

    /** Does something as an account does it over HTTP. */
    <T> T as(Account account, String operation, Function<Session, T> work) {
        Undertaking undertaking = Undertaking.asked(operation, "/api/v1/tests/1", "192.0.2.7", "trace-1");
        Undertaking.Scope scope = store.during(undertaking);
        try {
            return store.<T>write(session -> {
                session.audit().by(Who.of(account.actor()));
                return work.apply(session);
            });
        } finally {
            scope.end();
        }
    }

    /** Adds an operator in an undertaking of another. */
    Account adds(Account operator) {
        Account added = accounts.account(
                Role.AUDITOR, Optional.empty(), Optional.empty(), Optional.empty(), Account.State.ACTIVE);
        return as(operator, "POST /api/v1/accounts", session -> {
            session.accounts().add(added);
            return added;
        });
    }

    /** Changes an account's name and state in an undertaking of another. */
    void changes(Account by, Account account, String name, Account.State state) {
        as(by, "PUT /api/v1/accounts/{id}", session -> {
            change(session, account, name, state);
            return account;
        });
    }

    static void change(Session session, Account account, String name, Account.State state) {
        Account before = session.accounts().lock(account.id()).orElseThrow();
        session.accounts()
                .update(
                        before,
                        new Account(
                                before.id(),
                                before.login(),
                                name,
                                before.role(),
                                before.organisation(),
                                before.city(),
                                before.email(),
                                state,
                                before.createdAt(),
                                before.version() + 1));
    }

    /** Books a budget. */
    void books(int year, String reference) {
        Booking booking = new Booking(
                accounts.id(),
                BookingKind.BUDGET,
                year,
                Optional.empty(),
                Optional.empty(),
                "",
                now(),
                reference,
                "",
                new Transfers()
                        .move(
                                LedgerAccount.ofProvince(AccountKind.PROVINCE_APPROPRIATION, year),
                                LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, year),
                                Money.ofYuan(100))
                        .entries());
        store.write(session -> Ledger.book(session, booking));
    }

    List<AuditEntry> entries() {
        return store.read(session -> session.audit().entries(0, 10_000));
    }

    AuditEntry entry(long seq) {
        return store.<List<AuditEntry>>read(session -> session.audit().entries(seq - 1, 1))
                .get(0);
    }

    AuditEntry last() {
        List<AuditEntry> all = entries();
        return all.get(all.size() - 1);
    }

    Optional<Break> verified(SignatureCheck signatures) {
        return new TrailVerification(store, signatures).verify(List.of()).broken();
    }

    Instant now() {
        return clock.instant();
    }

    /** Does something to the database that no node knows of. */
    void behindTheNodesBack(String statement, Object... parameters) {
        database.transactions().run(sql -> sql.update(statement, parameters));
    }
}
