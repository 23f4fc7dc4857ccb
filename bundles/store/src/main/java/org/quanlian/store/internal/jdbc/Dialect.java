package org.quanlian.store.internal.jdbc;

import java.util.Locale;
import java.util.Map;

/**
 * What differs between the databases. All else is written once: {@code FETCH FIRST ? ROWS ONLY}, {@code BOOLEAN},
 * {@code DATE}, {@code VARCHAR(n)}, {@code GENERATED ALWAYS AS IDENTITY} and {@code LOCK TABLE … IN EXCLUSIVE MODE} mean the
 * same on both.
 */
public enum Dialect {
    /** The embedded default. */
    DERBY("jdbc:derby:", "CLOB", "BLOB", "") {
        /**
         * At READ COMMITTED, Derby lets go of what {@code FOR UPDATE} locked as soon as the cursor moves on. A row that was
         * written stays locked until the end, so it is written as it is.
         */
        @Override
        String lockStatement(String table, String column) {
            return "UPDATE " + table + " SET " + column + " = " + column + " WHERE " + column + " = ?";
        }

        @Override
        public String skippingLocked(String query) {
            return query;
        }

        /** At REPEATABLE READ, for this statement alone, what was read stays locked. */
        @Override
        public String holding(String query) {
            return query + " FOR UPDATE WITH RS";
        }

        @Override
        String stored(String identifier) {
            return identifier.toUpperCase(Locale.ROOT);
        }
    },

    /** The store of a province. */
    POSTGRESQL("jdbc:postgresql:", "TEXT", "BYTEA", "COLLATE \"C\"") {
        @Override
        String lockStatement(String table, String column) {
            return "SELECT 1 FROM " + table + " WHERE " + column + " = ? FOR UPDATE";
        }

        @Override
        public String skippingLocked(String query) {
            return query + " FOR UPDATE SKIP LOCKED";
        }

        @Override
        public String holding(String query) {
            return query + " FOR UPDATE";
        }

        @Override
        String stored(String identifier) {
            return identifier.toLowerCase(Locale.ROOT);
        }
    };

    private final String urlPrefix;
    private final String text;
    private final String bytes;
    private final String ordinal;

    Dialect(String urlPrefix, String text, String bytes, String ordinal) {
        this.urlPrefix = urlPrefix;
        this.text = text;
        this.bytes = bytes;
        this.ordinal = ordinal;
    }

    /** How a JDBC URL of that database begins. */
    public String urlPrefix() {
        return urlPrefix;
    }

    /**
     * What migrations write as {@code ${name}}: {@code text} and {@code bytes} of any length, {@code instant} (microseconds
     * since 1970), {@code money} (fen), and {@code ordinal} behind the type of a text column that is sorted or paged by, so
     * that it sorts by code point on both.
     */
    public Map<String, String> placeholders() {
        return Map.of("text", text, "bytes", bytes, "ordinal", ordinal, "instant", "BIGINT", "money", "BIGINT");
    }

    /**
     * A query of one table that leaves out rows which others hold, where the database can; elsewhere it waits for them. Who
     * works on what it answers still makes sure, row by row, that it came first.
     */
    public abstract String skippingLocked(String query);

    /** A query of one table whose rows nobody else changes until the transaction ends. */
    public abstract String holding(String query);

    /** Locks the rows of a table that have a value in a column until the transaction ends. */
    abstract String lockStatement(String table, String column);

    /** An unquoted identifier as that database keeps it. */
    abstract String stored(String identifier);
}
