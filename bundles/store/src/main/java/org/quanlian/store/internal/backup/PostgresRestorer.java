package org.quanlian.store.internal.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.DatabaseRestorer;
import org.quanlian.backup.Entries;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.WholeSchema;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;

/**
 * Makes schema and rows of PostgreSQL in one transaction: whatever happens, the database is the backup's or as empty as it was.
 * Foreign keys are taken away first and made again after the rows, which checks them all.
 */
public final class PostgresRestorer implements DatabaseRestorer {
    private static final int MOST_LINE_BYTES = 64 * 1024;

    private final WholeSchema known = new WholeSchema(Migrations.ofTheNode(), Dialect.POSTGRESQL);

    private record ForeignKey(String table, String name, String definition) {}

    @Override
    public String kind() {
        return PostgresSnapshot.KIND;
    }

    @Override
    public int newestSchema() {
        return known.newest();
    }

    @Override
    public void check(Map<String, String> store, Path data) {
        DatabaseSettings settings = RestoreSettings.read(store, data, Dialect.POSTGRESQL);
        try (Database database = Database.open(settings);
                Connection connection = database.dataSource().getConnection()) {
            requireEmpty(connection, settings);
            connection.rollback();
        } catch (SQLException e) {
            throw failed(settings, e);
        }
    }

    @Override
    public void restore(Entries.Source from, int schema, Map<String, String> store, Path data) throws IOException {
        DatabaseSettings settings = RestoreSettings.read(store, data, Dialect.POSTGRESQL);
        try (Database database = Database.open(settings);
                Connection connection = database.dataSource().getConnection()) {
            try {
                requireEmpty(connection, settings);
                known.make(connection, schema);
                fill(connection, from);
                Optional<String> strange = known.strange(connection);
                int version = WholeSchema.versionOf(connection);
                if (strange.isPresent() || version != schema) {
                    throw new BackupRefusedException("database.schema", strange.orElse("V" + version));
                }
                connection.commit();
            } finally {
                // After a commit this does nothing.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failed(settings, e);
        }
    }

    private static void fill(Connection connection, Entries.Source from) throws SQLException, IOException {
        PostgresTables tables = new PostgresTables(connection);
        List<String> names = tables.names();
        List<ForeignKey> keys = foreignKeys(connection);
        try (Statement statement = connection.createStatement()) {
            for (ForeignKey key : keys) {
                statement.execute("ALTER TABLE " + key.table() + " DROP CONSTRAINT " + key.name());
            }
            // What the steps of the schema put into the tables is in the backup too, as it was then.
            statement.execute("TRUNCATE " + PostgresTables.list(names));
            for (String table : names) {
                statement.execute("ALTER TABLE " + PostgresTables.quoted(table) + " DISABLE TRIGGER USER");
            }
        }
        from.each((name, changed, in) -> {
            try {
                if (name.equals(PostgresSnapshot.COUNTERS)) {
                    count(connection, in);
                } else {
                    copy(connection, name, in);
                }
            } catch (SQLException e) {
                throw new IOException(name + ": " + e.getMessage(), e);
            }
        });
        try (Statement statement = connection.createStatement()) {
            for (String table : names) {
                statement.execute("ALTER TABLE " + PostgresTables.quoted(table) + " ENABLE TRIGGER USER");
            }
            for (ForeignKey key : keys) {
                statement.execute(
                        "ALTER TABLE " + key.table() + " ADD CONSTRAINT " + key.name() + " " + key.definition());
            }
        }
    }

    private static void copy(Connection connection, String name, InputStream in) throws SQLException, IOException {
        String table = name.substring(0, name.length() - PostgresSnapshot.ROWS.length());
        List<String> columns = List.of(line(in).split(",", -1));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "COPY " + PostgresTables.quoted(table) + " (" + PostgresTables.list(columns)
                                + ") FROM STDIN (ENCODING 'UTF8')",
                        in);
    }

    private static void count(Connection connection, InputStream in) throws SQLException, IOException {
        try (PreparedStatement set = connection.prepareStatement("SELECT setval(pg_get_serial_sequence(?, ?), ?, ?)")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                String[] members = line.split("\t", -1);
                set.setString(1, members[0]);
                set.setString(2, members[1]);
                set.setLong(3, Long.parseLong(members[2]));
                set.setBoolean(4, Boolean.parseBoolean(members[3]));
                set.execute();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0 || line.size() == MOST_LINE_BYTES) {
                throw new IOException("no line with the names of columns");
            }
            line.write(read);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
                                + " FROM pg_constraint WHERE contype = 'f'"
                                + " AND connamespace = current_schema()::regnamespace ORDER BY oid")) {
            while (rows.next()) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    private static void requireEmpty(Connection connection, DatabaseSettings settings) throws SQLException {
        List<String> names = new PostgresTables(connection).names();
        if (!names.isEmpty()) {
            throw new BackupRefusedException("database.not-empty", settings.describe(), names.get(0));
        }
    }

    private static BackupRefusedException failed(DatabaseSettings settings, SQLException e) {
        return new BackupRefusedException(e, "database.failed", settings.describe(), e.getMessage());
    }
}
