package org.quanlian.store.internal.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.ChainHash;

/**
 * Compares the tables with the trail: each entry must have found what the one before it had left, and what the last one
 * left must be there now, and nothing else. The node may go on meanwhile: what looks different is looked at once more, and
 * counts only when no entry came in between.
 */
final class RowComparison {
    private static final String LAST = "SELECT e.seq, c.after_digest FROM audit_changes c"
            + " JOIN audit_entries e ON e.id = c.entry WHERE c.row_key = ? AND c.table_name = ?"
            + " ORDER BY e.seq DESC FETCH FIRST 1 ROWS ONLY";

    private final Sql sql;
    private final Map<String, Long> counts = new HashMap<>();
    private Optional<Change> last = Optional.empty();
    private Optional<Break> found = Optional.empty();

    RowComparison(Sql sql) {
        this.sql = sql;
    }

    /** The first difference: of those that the trail names the one at the earliest entry. */
    Optional<Break> first() {
        loose();
        sql.query("SELECT e.seq, c.table_name, c.row_key, c.before_digest, c.after_digest FROM audit_changes c"
                        + " JOIN audit_entries e ON e.id = c.entry ORDER BY c.row_key, c.table_name, e.seq")
                .each(row -> next(Change.of(row)));
        last.ifPresent(this::compare);
        if (found.isEmpty()) {
            AuditedTables.all().forEach(this::unnamed);
        }
        return found;
    }

    private void loose() {
        sql.query("SELECT c.table_name, c.row_key FROM audit_changes c LEFT JOIN audit_entries e ON e.id = c.entry"
                        + " WHERE e.id IS NULL ORDER BY c.row_key FETCH FIRST 1 ROWS ONLY")
                .optional(row -> row.string("table_name") + "/" + row.string("row_key"))
                .ifPresent(row -> broken(0, Break.What.LOOSE_CHANGE, row));
    }

    private void next(Change change) {
        boolean same = last.filter(change::isOfTheSameRows).isPresent();
        if (same && !fits(last.orElseThrow().after(), change.before())) {
            broken(change.seq(), Break.What.ROW_BETWEEN, change.name());
        }
        if (!same) {
            last.ifPresent(this::compare);
        }
        last = Optional.of(change);
    }

    /** Digests of two algorithms tell nothing of each other. */
    private static boolean fits(String left, String found) {
        Optional<String> one = ChainHash.of(left).map(ChainHash::name);
        Optional<String> other = ChainHash.of(found).map(ChainHash::name);
        return left.equals(found) || (one.isPresent() && other.isPresent() && !one.equals(other));
    }

    private void compare(Change change) {
        if (!change.after().isEmpty()) {
            counts.merge(change.table(), 1L, Long::sum);
        }
        Optional<AuditedTable> table = AuditedTables.find(change.table());
        if (table.isEmpty()) {
            return;
        }
        RowKey key = RowKey.parse(table.get(), change.key());
        Change now = change;
        while (!isThere(key, now)) {
            Optional<Change> later = latest(change);
            if (later.isEmpty() || later.get().seq() == now.seq()) {
                broken(now.seq(), Break.What.ROW_NOW, change.name());
                return;
            }
            now = later.get();
        }
    }

    private boolean isThere(RowKey key, Change change) {
        return ChainHash.of(change.after())
                .map(hash -> RowDigests.now(sql, key, hash).equals(change.after()))
                .orElseGet(() -> change.after().isEmpty() && !key.query(sql).exists());
    }

    private Optional<Change> latest(Change of) {
        return sql.query(LAST, of.key(), of.table())
                .optional(row -> new Change(row.number("seq"), of.table(), of.key(), "", row.string("after_digest")));
    }

    private void unnamed(AuditedTable table) {
        long rows = sql.query("SELECT COUNT(*) AS rows_there FROM (SELECT DISTINCT " + table.keyColumns() + " FROM "
                        + table.name() + ") k")
                .one(row -> row.number("rows_there"));
        if (rows <= counts.getOrDefault(table.name(), 0L)) {
            return;
        }
        sql.query("SELECT DISTINCT " + table.keyColumns() + " FROM " + table.name())
                .each(row -> {
                    RowKey key = RowKey.of(table, row.values());
                    String text = key.text();
                    if (sql.query(LAST, text, table.name())
                            .optional(of -> of.string("after_digest"))
                            .orElse("")
                            .isEmpty()) {
                        broken(0, Break.What.ROW_UNNAMED, table.name() + "/" + text);
                    }
                });
    }

    private void broken(long seq, Break.What what, String detail) {
        if (found.isEmpty() || found.get().seq() > seq) {
            found = Optional.of(new Break(seq, what, detail));
        }
    }

    /** One change of rows, as the trail has it. */
    private record Change(long seq, String table, String key, String before, String after) {
        static Change of(Row row) {
            return new Change(
                    row.number("seq"),
                    row.string("table_name"),
                    row.string("row_key"),
                    row.string("before_digest"),
                    row.string("after_digest"));
        }

        boolean isOfTheSameRows(Change other) {
            return table.equals(other.table()) && key.equals(other.key());
        }

        String name() {
            return table + "/" + key;
        }
    }
}
