package org.quanlian.store.internal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.backup.Entries;
import org.quanlian.store.internal.migration.WholeSchema;

/**
 * All rows of PostgreSQL as one transaction at REPEATABLE READ sees them, so as they were when it began; nobody waits for it. One
 * file a table: the names of its columns on a line, and then what {@code COPY} writes.
 */
public final class PostgresSnapshot implements DatabaseSnapshot {
    /** Name of the database in a backup. */
    static final String KIND = "postgresql";

    /** What the file of a table ends with. */
    static final String ROWS = ".copy";

    /** The file that says how far numbers were counted: table, column, last, whether that one was given, a tabulator between. */
    static final String COUNTERS = "counters.tsv";

    private final DataSource dataSource;
    private final Clock clock;

    /**
     * @param dataSource gives connections whose transactions the user ends
     * @param clock dates the files
     */
    public PostgresSnapshot(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int write(Path work, Entries.Sink to) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            // The pool sets both back when the connection is given back.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try {
                return write(connection, to);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IOException("PostgreSQL could not be copied: " + e.getMessage(), e);
        }
    }

    private int write(Connection connection, Entries.Sink to) throws SQLException, IOException {
        Instant now = clock.instant();
        int schema = WholeSchema.versionOf(connection);
        PostgresTables tables = new PostgresTables(connection);
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (String table : tables.names()) {
            List<String> columns = tables.columns(table);
            to.add(table + ROWS, now, out -> {
                out.write((String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8));
                try {
                    copy.copyOut(
                            "COPY " + PostgresTables.quoted(table) + " (" + PostgresTables.list(columns)
                                    + ") TO STDOUT (ENCODING 'UTF8')",
                            out);
                } catch (SQLException e) {
                    throw new IOException("the table " + table + " could not be copied", e);
                }
            });
        }
        String counters = counters(connection, tables.counters());
        to.add(COUNTERS, now, out -> out.write(counters.getBytes(StandardCharsets.UTF_8)));
        return schema;
    }

    private static String counters(Connection connection, List<PostgresTables.Counter> counters) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (PostgresTables.Counter counter : counters) {
            try (Statement statement = connection.createStatement()) {
                String sequence;
                try (ResultSet row = statement.executeQuery("SELECT pg_get_serial_sequence('"
                        + counter.table().replace("'", "''") + "', '"
                        + counter.column().replace("'", "''") + "')")) {
                    row.next();
                    sequence = row.getString(1);
                }
                // Numbers are counted outside of transactions: one that is too high leaves a gap, as any that was taken
                // back.
                try (ResultSet row = statement.executeQuery("SELECT last_value, is_called FROM " + sequence)) {
                    row.next();
                    text.append(counter.table())
                            .append('\t')
                            .append(counter.column())
                            .append('\t')
                            .append(row.getLong(1))
                            .append('\t')
                            .append(row.getBoolean(2))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
