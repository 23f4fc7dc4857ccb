package org.quanlian.store.internal.migration;

import java.time.Instant;
import java.util.List;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.store.internal.jdbc.Transactions;

/** The table {@code schema_history}: which steps a database has. */
final class SchemaHistory {
    private static final String TABLE = "schema_history";
    static final String CREATE =
            """
            CREATE TABLE schema_history (
                version INTEGER NOT NULL CONSTRAINT pk_schema_history PRIMARY KEY,
                name VARCHAR(100) NOT NULL,
                checksum CHAR(64) NOT NULL,
                applied_at BIGINT NOT NULL,
                duration_ms BIGINT NOT NULL
            )""";

    private SchemaHistory() {}

    /**
     * A step that was applied.
     *
     * @param version its number
     * @param name what it was about
     * @param checksum of the script that was applied
     */
    record Entry(int version, String name, String checksum) {
        String label() {
            return Migration.label(version) + "__" + name;
        }
    }

    /** Makes the table when it is not there. */
    static void create(Transactions transactions) {
        if (exists(transactions)) {
            return;
        }
        try {
            transactions.run(sql -> sql.update(CREATE));
        } catch (StoreException e) {
            // Two nodes begin at once, and the other was faster.
            if (!exists(transactions)) {
                throw e;
            }
        }
    }

    /** Keeps every other node out until the transaction ends. */
    static void lock(Sql sql) {
        sql.update("LOCK TABLE schema_history IN EXCLUSIVE MODE");
    }

    /** What was applied, in the order of versions. */
    static List<Entry> entries(Sql sql) {
        return sql.query("SELECT version, name, checksum FROM schema_history ORDER BY version")
                .list(row -> new Entry(row.integer("version"), row.string("name"), row.string("checksum")));
    }

    /** Notes a step. */
    static void add(Sql sql, Migration migration, Instant at, long milliseconds) {
        sql.insertInto(TABLE)
                .set("version", migration.version())
                .set("name", migration.name())
                .set("checksum", migration.checksum())
                .set("applied_at", at)
                .set("duration_ms", milliseconds)
                .run();
    }

    private static boolean exists(Transactions transactions) {
        return transactions.read(sql -> sql.tableExists(TABLE));
    }
}
