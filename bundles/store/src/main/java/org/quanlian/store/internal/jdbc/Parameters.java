package org.quanlian.store.internal.jdbc;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quanlian.model.Money;

/**
 * How values become what the databases hold, the same on both:
 *
 * <table>
 * <caption>Values and columns</caption>
 * <tr><td>{@link Money}</td><td>{@code BIGINT}, fen</td></tr>
 * <tr><td>{@link Instant}</td><td>{@code BIGINT}, microseconds since 1970; what is finer is cut off. A number has no time
 *     zone, which Derby's {@code TIMESTAMP} takes from the virtual machine and PostgreSQL's from the session.</td></tr>
 * <tr><td>{@link LocalDate}</td><td>{@code DATE}</td></tr>
 * <tr><td>enums</td><td>{@code VARCHAR}, the constant's name</td></tr>
 * <tr><td>{@link String}</td><td>{@code VARCHAR} or <code>${text}</code>; without U+0000 and lone surrogates, which
 *     PostgreSQL can't hold</td></tr>
 * <tr><td>{@code byte[]}</td><td><code>${bytes}</code></td></tr>
 * <tr><td>{@link Long}, {@link Integer}, {@link Boolean}</td><td>{@code BIGINT}, {@code INTEGER}, {@code BOOLEAN}</td></tr>
 * <tr><td>{@link Optional}</td><td>what is in it, or {@code NULL}</td></tr>
 * </table>
 */
final class Parameters {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private Parameters() {}

    static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int position, Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isEmpty()) {
                statement.setObject(position, null);
            } else {
                bind(statement, position, optional.get());
            }
        } else if (value instanceof String text) {
            statement.setString(position, storable(position, text));
        } else if (value instanceof Money money) {
            statement.setLong(position, money.fen());
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Instant instant) {
            statement.setLong(position, micros(instant));
        } else if (value instanceof LocalDate date) {
            statement.setDate(position, Date.valueOf(date));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(position, constant.name());
        } else if (value instanceof Boolean flag) {
            statement.setBoolean(position, flag);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else if (value == null) {
            throw new IllegalArgumentException("parameter " + position + " is null: say Optional.empty()");
        } else {
            throw new IllegalArgumentException("parameter " + position + " is a "
                    + value.getClass().getName() + ", which no column holds: pass its value");
        }
    }

    /** Microseconds since 1970. */
    static long micros(Instant instant) {
        // Not ChronoUnit.between, which counts nanoseconds and so ends in the year 2262.
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND), instant.getNano() / NANOS_PER_MICRO);
    }

    /** The instant of that many microseconds since 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String storable(int position, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new IllegalArgumentException("parameter " + position + " has U+" + String.format("%04X", (int) c)
                        + " at " + i + ", which PostgreSQL can't hold: refuse it");
            }
        }
        return text;
    }
}
