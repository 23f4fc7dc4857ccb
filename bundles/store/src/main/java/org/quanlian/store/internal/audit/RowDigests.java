package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.CanonicalJson;
import org.quanlian.vouchers.audit.ChainHash;

/** Digests of rows, the same on both databases. */
final class RowDigests {
    private RowDigests() {}

    /** The digest of the rows that have a key now; empty when there are none. */
    static String now(Sql sql, RowKey key, ChainHash hash) {
        List<String> rows = new ArrayList<>();
        key.query(sql).each(row -> rows.add(text(key.table(), row.values())));
        return of(rows, hash);
    }

    /** The digest of a row. */
    static String of(AuditedTable table, SortedMap<String, Object> row, ChainHash hash) {
        return of(List.of(text(table, row)), hash);
    }

    private static String of(List<String> rows, ChainHash hash) {
        if (rows.isEmpty()) {
            return "";
        }
        List<String> sorted = new ArrayList<>(rows);
        Collections.sort(sorted);
        return hash.marked(CanonicalJson.bytes(sorted));
    }

    private static String text(AuditedTable table, SortedMap<String, Object> row) {
        row.keySet().removeAll(table.hidden());
        return CanonicalJson.text(row);
    }
}
