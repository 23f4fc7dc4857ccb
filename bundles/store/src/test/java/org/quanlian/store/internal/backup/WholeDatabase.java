package org.quanlian.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Everything that a database holds, as texts that can be compared with those of another. */
final class WholeDatabase {
    private WholeDatabase() {}

    /** All rows of all tables as texts, sorted. */
    static Map<String, List<String>> rows(DataSource source) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            List<String> names = new ArrayList<>();
            try (ResultSet all =
                    connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (all.next()) {
                    names.add(all.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                List<String> rows = new ArrayList<>();
                try (Statement statement = connection.createStatement();
                        ResultSet all = statement.executeQuery("SELECT * FROM " + name)) {
                    while (all.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
                            // Derby gives a large value once only.
                            boolean bytes = Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY)
                                    .contains(all.getMetaData().getColumnType(i));
                            byte[] raw = bytes ? all.getBytes(i) : null;
                            cells.add(
                                    bytes
                                            ? raw == null
                                                    ? "null"
                                                    : HexFormat.of().formatHex(raw)
                                            : all.getString(i));
                        }
                        rows.add(cells.toString());
                    }
                }
                rows.sort(null);
                tables.put(name.toLowerCase(Locale.ROOT), rows);
            }
            connection.rollback();
        }
        assertThat(tables).hasSizeGreaterThan(40).containsKey("schema_history");
        return tables;
    }

    /** How far PostgreSQL counted; Derby keeps that with its tables. */
    static List<String> counters(DataSource source) throws SQLException {
        List<String> counters = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                try (ResultSet all = statement.executeQuery(
                        "SELECT sequencename || ' ' || COALESCE(last_value, 0) FROM pg_sequences ORDER BY 1")) {
                    while (all.next()) {
                        counters.add(all.getString(1));
                    }
                }
                assertThat(counters).isNotEmpty();
            }
            connection.rollback();
        }
        return counters;
    }
}
