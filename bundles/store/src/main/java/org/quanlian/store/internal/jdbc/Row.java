package org.quanlian.store.internal.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.quanlian.model.Money;

/**
 * The row that a query has come to; good until the query goes on. A column is read once, by the type that was written
 * there (see {@link Parameters}); one that may be {@code NULL} is read by the methods that say so.
 */
public final class Row {
    private final ResultSet results;
    private final String sql;

    Row(ResultSet results, String sql) {
        this.results = results;
        this.sql = sql;
    }

    /** A text. */
    public String string(String column) {
        return there(column, optionalString(column));
    }

    /** A number. */
    public long number(String column) {
        return there(column, optionalNumber(column));
    }

    /** A small number. */
    public int integer(String column) {
        return Math.toIntExact(number(column));
    }

    /** Yes or no. */
    public boolean bool(String column) {
        return there(column, optionalBool(column));
    }

    /** An amount. */
    public Money money(String column) {
        return new Money(number(column));
    }

    /** A point in time. */
    public Instant instant(String column) {
        return Parameters.instant(number(column));
    }

    /** A date. */
    public LocalDate date(String column) {
        return there(column, optionalDate(column));
    }

    /** A constant. */
    public <E extends Enum<E>> E constant(String column, Class<E> type) {
        return Enum.valueOf(type, string(column));
    }

    /** Bytes. */
    public byte[] bytes(String column) {
        return there(column, optionalBytes(column));
    }

    /** A text, if there is one. */
    public Optional<String> optionalString(String column) {
        return read(column, results::getString);
    }

    /** A number, if there is one. */
    public Optional<Long> optionalNumber(String column) {
        return read(column, results::getLong);
    }

    /** Yes or no, if it is known. */
    public Optional<Boolean> optionalBool(String column) {
        return read(column, results::getBoolean);
    }

    /** An amount, if there is one. */
    public Optional<Money> optionalMoney(String column) {
        return optionalNumber(column).map(Money::new);
    }

    /** A point in time, if there is one. */
    public Optional<Instant> optionalInstant(String column) {
        return optionalNumber(column).map(Parameters::instant);
    }

    /** A date, if there is one. */
    public Optional<LocalDate> optionalDate(String column) {
        return this.<Date>read(column, results::getDate).map(Date::toLocalDate);
    }

    /** A constant, if there is one. */
    public <E extends Enum<E>> Optional<E> optionalConstant(String column, Class<E> type) {
        return optionalString(column).map(name -> Enum.valueOf(type, name));
    }

    /** Bytes, if there are any. */
    public Optional<byte[]> optionalBytes(String column) {
        return read(column, results::getBytes);
    }

    /**
     * All columns by their names in small letters, in a form that is the same on both databases: numbers as {@link Long},
     * bytes as hexadecimal digits, all else as text, and {@code null} for {@code NULL}.
     */
    public SortedMap<String, Object> values() {
        try {
            ResultSetMetaData columns = results.getMetaData();
            SortedMap<String, Object> values = new TreeMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                Object value = value(i, columns.getColumnType(i));
                values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), results.wasNull() ? null : value);
            }
            return values;
        } catch (SQLException e) {
            throw SqlFailures.of("columns of " + sql, e);
        }
    }

    private Object value(int column, int type) throws SQLException {
        return switch (type) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> results.getLong(column);
            case Types.BOOLEAN, Types.BIT -> String.valueOf(results.getBoolean(column));
            case Types.DATE -> {
                Date date = results.getDate(column);
                yield date == null ? "" : date.toLocalDate().toString();
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = results.getBytes(column);
                yield bytes == null ? "" : HexFormat.of().formatHex(bytes);
            }
            default -> results.getString(column);
        };
    }

    private <T> Optional<T> read(String column, Reader<T> reader) {
        try {
            T value = reader.read(column);
            return results.wasNull() ? Optional.empty() : Optional.of(value);
        } catch (SQLException e) {
            throw SqlFailures.of("column " + column + " of " + sql, e);
        }
    }

    private <T> T there(String column, Optional<T> value) {
        return value.orElseThrow(() -> new StoreException("column " + column + " is NULL in a row of " + sql));
    }

    private interface Reader<T> {
        T read(String column) throws SQLException;
    }
}
