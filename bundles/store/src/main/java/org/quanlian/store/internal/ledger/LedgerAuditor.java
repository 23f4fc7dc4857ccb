package org.quanlian.store.internal.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.ledger.LedgerAudit.Fault;
import org.quanlian.vouchers.ledger.LedgerAudit.Sort;

/** Adds up every entry of the ledger in the database. */
final class LedgerAuditor {
    /** The kinds of sources, as SQL. They are constants, so nothing can be injected. */
    private static final String SOURCES = Arrays.stream(AccountKind.values())
            .filter(AccountKind::isSource)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", "));

    private static final String FIRST = " ORDER BY 1 FETCH FIRST " + LedgerAudit.MOST + " ROWS ONLY";

    private final Sql sql;
    private final List<Fault> faults = new ArrayList<>();

    LedgerAuditor(Sql sql) {
        this.sql = sql;
    }

    LedgerAudit audit() {
        find(
                Sort.UNBALANCED,
                "SELECT e.booking || ' ' || a.book AS place FROM ledger_entries e"
                        + " JOIN ledger_accounts a ON a.code = e.account"
                        + " GROUP BY e.booking, a.book HAVING SUM(e.amount) <> 0");
        find(
                Sort.UNBALANCED,
                "SELECT b.id AS place FROM ledger_bookings b"
                        + " WHERE NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.booking = b.id)");
        find(
                Sort.BALANCE,
                "SELECT a.code AS place FROM ledger_accounts a LEFT JOIN"
                        + " (SELECT account, SUM(amount) AS total, COUNT(*) AS entries, MAX(entry) AS latest"
                        + " FROM ledger_entries GROUP BY account) e ON e.account = a.code"
                        + " WHERE a.balance <> COALESCE(e.total, 0) OR a.entry_count <> COALESCE(e.entries, 0)"
                        + " OR a.entry_count <> COALESCE(e.latest, 0)");
        find(
                Sort.BALANCE,
                "SELECT e.account AS place FROM ledger_entries e LEFT JOIN ledger_entries p"
                        + " ON p.account = e.account AND p.entry = e.entry - 1"
                        + " WHERE e.balance_after <> COALESCE(p.balance_after, 0) + e.amount");
        find(
                Sort.BOUNDS,
                "SELECT code AS place FROM ledger_accounts WHERE balance < lowest OR balance > highest"
                        + " OR (kind NOT IN (" + SOURCES + ") AND (lowest IS NULL OR lowest <> 0))");
        return new LedgerAudit(count("ledger_accounts"), count("ledger_bookings"), count("ledger_entries"), faults);
    }

    private void find(Sort sort, String text) {
        sql.query(text + FIRST).each(row -> faults.add(new Fault(sort, row.string("place"))));
    }

    private long count(String table) {
        return sql.query("SELECT COUNT(*) AS n FROM " + table).one(row -> row.number("n"));
    }
}
