package org.quanlian.store.internal.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a schema of PostgreSQL consists of, by its catalogue. */
final class PostgresTables {
    private final Connection connection;

    PostgresTables(Connection connection) {
        this.connection = connection;
    }

    /** A number that the database counts up by itself. */
    record Counter(String table, String column) {}

    /** The tables, by name. */
    List<String> names() throws SQLException {
        return strings("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename");
    }

    /** The columns of a table in their order, without those that are computed. */
    List<String> columns(String table) throws SQLException {
        return strings(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                        + " AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position",
                table);
    }

    /** The numbers that are counted up. */
    List<Counter> counters() throws SQLException {
        List<Counter> counters = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = current_schema() AND is_identity = 'YES'"
                                + " ORDER BY table_name, column_name");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counters.add(new Counter(rows.getString(1), rows.getString(2)));
            }
        }
        return counters;
    }

    /** A name as it stands in a statement. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The columns as they stand in a statement. */
    static String list(List<String> columns) {
        return String.join(", ", columns.stream().map(PostgresTables::quoted).toList());
    }

    private List<String> strings(String sql, String... parameters) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
            }
        }
        return strings;
    }
}
