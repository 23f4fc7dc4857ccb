package org.quanlian.store.internal.audit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table whose changes are written down.
 *
 * @param name its name
 * @param key the columns by which its rows are named in the trail: the primary key, or what is the same in all rows of one
 *     thing where these are written together
 * @param single whether the key names one row
 * @param hidden columns that no digest looks at: secrets, and what says nothing
 */
record AuditedTable(String name, List<Column> key, boolean single, Set<String> hidden) {
    /**
     * A column of a key.
     *
     * @param name its name
     * @param number whether it holds numbers; texts otherwise
     */
    record Column(String name, boolean number) {}

    AuditedTable {
        key = List.copyOf(key);
        hidden = Set.copyOf(hidden);
    }

    /** A query of all rows that have a key, by which {@code null} is told apart from everything else. */
    String byKey(List<Object> values) {
        StringBuilder where = new StringBuilder();
        for (int i = 0; i < key.size(); i++) {
            where.append(i == 0 ? " WHERE " : " AND ")
                    .append(key.get(i).name())
                    .append(values.get(i) == null ? " IS NULL" : " = ?");
        }
        return "SELECT * FROM " + name + where;
    }

    String keyColumns() {
        return key.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
