package org.quanlian.vouchers.audit;

import java.util.Comparator;
import java.util.Objects;

/**
 * What was changed, known by digests of it before and after (前后摘要).
 *
 * @param table the table
 * @param key what is the same in all rows that it is about: parts of the primary key, joined by {@code /}
 * @param before digest of these rows before, with the name of its algorithm in front; empty when there were none
 * @param after digest of these rows after; empty when there are none left
 */
public record RowChange(String table, String key, String before, String after) implements Comparable<RowChange> {
    private static final Comparator<RowChange> ORDER =
            Comparator.comparing(RowChange::table).thenComparing(RowChange::key);

    public RowChange {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    @Override
    public int compareTo(RowChange other) {
        return ORDER.compare(this, other);
    }
}
