package org.quanlian.store.internal.ledger;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.ledger.LedgerBook;

/** The ledger of one transaction. Balances are changed under the locks of {@link #lock}; the schema's checks stand behind. */
public final class JdbcLedgerBook implements LedgerBook {
    private static final String BOOKING =
            "SELECT id, kind, booking_year, claim, actor, actor_name, booked_at, reference,"
                    + " note FROM ledger_bookings";

    private final Sql sql;

    /** @param sql the transaction */
    public JdbcLedgerBook(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<LedgerAccount, Money> lock(Set<LedgerAccount> accounts) {
        Map<LedgerAccount, Money> balances = new HashMap<>();
        accounts.stream().sorted(Comparator.comparing(LedgerAccount::code)).forEach(account -> {
            if (sql.lock("ledger_accounts", "code", account.code()) == 0) {
                open(account);
            }
            balances.put(account, balance(account));
        });
        return balances;
    }

    @Override
    public Optional<Booking> find(String reference) {
        return sql.query(BOOKING + " WHERE reference = ?", reference)
                .optional(Head::of)
                .map(this::whole);
    }

    @Override
    public void append(Booking booking, Map<LedgerAccount, Money> ceilings) {
        sql.insertInto("ledger_bookings")
                .set("id", booking.id().value())
                .set("kind", booking.kind())
                .set("booking_year", booking.year())
                .set("claim", booking.claim().map(Id::value))
                .set("actor", booking.actor().map(Id::value))
                .set("actor_name", booking.actorName())
                .set("booked_at", booking.at())
                .set("reference", booking.reference())
                .set("note", booking.note())
                .run();
        for (Booking.Entry entry : booking.entries()) {
            append(booking.id(), entry, Optional.ofNullable(ceilings.get(entry.account())));
        }
    }

    @Override
    public Money balance(LedgerAccount account) {
        return sql.query("SELECT balance FROM ledger_accounts WHERE code = ?", account.code())
                .optional(row -> row.money("balance"))
                .orElse(Money.ZERO);
    }

    @Override
    public Map<AccountKind, Money> balances(VoucherClaim claim) {
        Map<AccountKind, Money> balances = new EnumMap<>(AccountKind.class);
        sql.query(
                        "SELECT kind, balance FROM ledger_accounts WHERE claim = ?",
                        claim.id().value())
                .each(row -> balances.put(row.constant("kind", AccountKind.class), row.money("balance")));
        return balances;
    }

    @Override
    public Map<Area, Map<AccountKind, Money>> balancesByCity(int year, Optional<Area> only) {
        Map<Area, Map<AccountKind, Money>> balances = new HashMap<>();
        String text = "SELECT city, kind, SUM(balance) AS total FROM ledger_accounts WHERE account_year = ?";
        String grouped = " GROUP BY city, kind";
        only.map(city -> sql.query(text + " AND city = ?" + grouped, year, city.code()))
                .orElseGet(() -> sql.query(text + " AND city IS NOT NULL" + grouped, year))
                .each(row -> balances.computeIfAbsent(
                                new Area(row.string("city")), city -> new EnumMap<>(AccountKind.class))
                        .put(row.constant("kind", AccountKind.class), row.money("total")));
        return balances;
    }

    @Override
    public Page<Booking> bookings(int year, Page.Request request) {
        List<Booking> read = sql
                .query(
                        BOOKING + " WHERE booking_year = ? AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                        year,
                        request.afterName(""),
                        request.toRead())
                .list(Head::of)
                .stream()
                .map(this::whole)
                .toList();
        return Page.of(read, request, booking -> booking.id().value());
    }

    @Override
    public List<Booking> bookings(Id<VoucherClaim> claim) {
        return sql.query(BOOKING + " WHERE claim = ? ORDER BY id", claim.value()).list(Head::of).stream()
                .map(this::whole)
                .toList();
    }

    @Override
    public LedgerAudit audit() {
        return new LedgerAuditor(sql).audit();
    }

    private void open(LedgerAccount account) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("ledger_accounts")
                        .set("code", account.code())
                        .set("kind", account.kind())
                        .set("account_year", account.year())
                        .set("city", account.city().map(Area::code))
                        .set("claim", account.claim().map(Id::value))
                        .set("party", account.party().map(CapParty::value))
                        .set("book", account.book())
                        .set("balance", Money.ZERO)
                        .set("lowest", account.kind().isSource() ? Optional.empty() : Optional.of(Money.ZERO))
                        .set("entry_count", 0L)
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            // Somebody else opened it in between.
            if (!e.is("pk_ledger_accounts") || sql.lock("ledger_accounts", "code", account.code()) == 0) {
                throw e;
            }
        }
    }

    private void append(Id<Booking> booking, Booking.Entry entry, Optional<Money> ceiling) {
        String code = entry.account().code();
        String change = "UPDATE ledger_accounts SET balance = balance + ?, entry_count = entry_count + 1";
        if (ceiling.isPresent()) {
            sql.updateOne(change + ", highest = ? WHERE code = ?", entry.amount(), ceiling.get(), code);
        } else {
            sql.updateOne(change + " WHERE code = ?", entry.amount(), code);
        }
        Insert row = sql.insertInto("ledger_entries")
                .set("account", code)
                .set("booking", booking.value())
                .set("amount", entry.amount());
        sql.query("SELECT balance, entry_count FROM ledger_accounts WHERE code = ?", code)
                .one(after ->
                        row.set("entry", after.number("entry_count")).set("balance_after", after.money("balance")))
                .run();
    }

    private Booking whole(Head head) {
        List<Booking.Entry> entries = sql.query(
                        "SELECT a.kind, a.account_year, a.city, a.claim, a.party, e.amount FROM ledger_entries e"
                                + " JOIN ledger_accounts a ON a.code = e.account WHERE e.booking = ? ORDER BY e.account",
                        head.id().value())
                .list(JdbcLedgerBook::entry);
        if (entries.isEmpty()) {
            throw new StoreException("the booking " + head.id() + " has no entries");
        }
        return head.with(entries);
    }

    private static Booking.Entry entry(Row row) {
        LedgerAccount account = new LedgerAccount(
                row.constant("kind", AccountKind.class),
                row.integer("account_year"),
                row.optionalString("city").map(Area::new),
                row.optionalString("claim").map(Id::new),
                row.optionalString("party").map(CapParty::new));
        return new Booking.Entry(account, row.money("amount"));
    }

    /** A booking whose entries are not read yet: a query must be over before the next one begins. */
    private record Head(
            Id<Booking> id,
            BookingKind kind,
            int year,
            Optional<Id<VoucherClaim>> claim,
            Optional<Id<Account>> actor,
            String actorName,
            Instant at,
            String reference,
            String note) {
        static Head of(Row row) {
            return new Head(
                    new Id<>(row.string("id")),
                    row.constant("kind", BookingKind.class),
                    row.integer("booking_year"),
                    row.optionalString("claim").map(Id::new),
                    row.optionalString("actor").map(Id::new),
                    row.string("actor_name"),
                    row.instant("booked_at"),
                    row.string("reference"),
                    row.string("note"));
        }

        Booking with(List<Booking.Entry> entries) {
            return new Booking(id, kind, year, claim, actor, actorName, at, reference, note, entries);
        }
    }
}
