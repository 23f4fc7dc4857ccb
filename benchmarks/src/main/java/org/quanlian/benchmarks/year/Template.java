package org.quanlian.benchmarks.year;

import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.quanlian.benchmarks.year.Renewal.Kind;

/**
 * Rows that the store wrote, to be copied under new names. So a copy is shaped as the store's own rows are, column by column:
 * only names are new, by the columns that {@link #RENEWED} lists.
 */
public final class Template {
    private static final Map<String, Kind> RENEWED = Map.ofEntries(
            Map.entry("registry_organisations.id", Kind.ID),
            Map.entry("registry_organisations.uscc", Kind.CREDIT_CODE),
            Map.entry("accounts.id", Kind.ID),
            Map.entry("accounts.login", Kind.COUNTED),
            Map.entry("accounts.login_key", Kind.COUNTED),
            Map.entry("orders.id", Kind.ID),
            Map.entry("orders.contract_number", Kind.COUNTED),
            Map.entry("order_invoices.invoice_number", Kind.DIGITS),
            Map.entry("documents.id", Kind.ID),
            Map.entry("voucher_claims.id", Kind.ID),
            Map.entry("voucher_claims.claim_number", Kind.COUNTED));

    private final List<Rows> tables;

    private Template(List<Rows> tables) {
        this.tables = tables;
    }

    /**
     * Which rows of a table are copied.
     *
     * @param table the table; those that it refers to come before it
     * @param where which of its rows, in SQL
     */
    public record Part(String table, String where) {}

    /** The rows of one table, without what the database numbers itself. */
    private record Rows(String table, List<String> columns, List<Integer> types, List<Object[]> values) {
        String insert() {
            return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        }

        Optional<Kind> renewed(int column) {
            return Optional.ofNullable(RENEWED.get(table + "." + columns.get(column)));
        }
    }

    /** Reads the rows that are copied. */
    public static Template read(DataSource source, List<Part> parts) throws SQLException {
        List<Rows> tables = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Part part : parts) {
                try (ResultSet results =
                        statement.executeQuery("SELECT * FROM " + part.table() + " WHERE " + part.where())) {
                    tables.add(rows(part.table(), results));
                }
            }
            connection.commit();
        }
        return new Template(tables);
    }

    /** How many rows a copy has. */
    public int size() {
        return tables.stream().mapToInt(rows -> rows.values().size()).sum();
    }

    /** Gives every name in the template a new one. */
    public void renew(Renewal renewal) {
        for (Rows rows : tables) {
            for (int column = 0; column < rows.columns().size(); column++) {
                Optional<Kind> kind = rows.renewed(column);
                for (int i = 0; kind.isPresent() && i < rows.values().size(); i++) {
                    if (rows.values().get(i)[column] instanceof String old) {
                        renewal.renew(kind.get(), old, i);
                    }
                }
            }
        }
    }

    /** Writes copies in one transaction, table by table. */
    public void write(DataSource source, List<Renewal> copies) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (Rows rows : tables) {
                if (!rows.values().isEmpty()) {
                    write(connection, rows, copies);
                }
            }
            connection.commit();
        }
    }

    private static void write(Connection connection, Rows rows, List<Renewal> copies) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(rows.insert())) {
            for (Renewal renewal : copies) {
                for (Object[] row : rows.values()) {
                    for (int column = 0; column < row.length; column++) {
                        set(insert, column + 1, row[column], rows.types().get(column), renewal);
                    }
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, int position, Object value, int type, Renewal renewal)
            throws SQLException {
        if (value == null) {
            insert.setNull(position, type);
        } else if (value instanceof String text) {
            insert.setString(position, renewal.of(text));
        } else {
            insert.setObject(position, value);
        }
    }

    private static Rows rows(String table, ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        List<Integer> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Integer> types = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!columns.isAutoIncrement(i)) {
                kept.add(i);
                names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
                types.add(columns.getColumnType(i) == Types.BIT ? Types.BOOLEAN : columns.getColumnType(i));
            }
        }
        List<Object[]> values = new ArrayList<>();
        while (results.next()) {
            Object[] row = new Object[kept.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(results, kept.get(i));
            }
            values.add(row);
        }
        return new Rows(table, names, types, values);
    }

    private static Object value(ResultSet results, int column) throws SQLException {
        Object value = results.getObject(column);
        return value instanceof Clob || value instanceof String ? results.getString(column) : value;
    }
}
