package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.quanlian.store.internal.jdbc.Query;
import org.quanlian.store.internal.jdbc.Sql;

/**
 * The name of rows in the trail.
 *
 * @param table their table
 * @param values the values of the key's columns: texts, {@link Long}s, {@code null}
 */
record RowKey(AuditedTable table, List<Object> values) {
    private static final String NULL = "%00";

    RowKey {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The key of a row. */
    static RowKey of(AuditedTable table, SortedMap<String, Object> row) {
        List<Object> values = new ArrayList<>();
        table.key().forEach(column -> values.add(row.get(column.name())));
        return new RowKey(table, values);
    }

    /** The key that has a text. */
    static RowKey parse(AuditedTable table, String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != table.key().size()) {
            throw new IllegalArgumentException(text + " is no key of " + table.name());
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String part =
                    parts[i].equals(NULL) ? null : parts[i].replace("%2F", "/").replace("%25", "%");
            values.add(part != null && table.key().get(i).number() ? (Object) Long.valueOf(part) : part);
        }
        return new RowKey(table, values);
    }

    /** It as one text. */
    String text() {
        List<String> parts = new ArrayList<>();
        for (Object value : values) {
            parts.add(
                    value == null ? NULL : value.toString().replace("%", "%25").replace("/", "%2F"));
        }
        return String.join("/", parts);
    }

    /** The query of the rows that have it. */
    Query query(Sql sql) {
        return sql.query(
                table.byKey(values),
                values.stream().filter(value -> value != null).toArray());
    }
}
