package org.quanlian.exchange.message;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/** Times as messages and receipts write them: in UTC, always with three digits of milliseconds. */
public final class Milliseconds {
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Milliseconds() {}

    /** Whether a time has nothing behind its milliseconds, so that it is written whole. */
    public static boolean isWhole(Instant time) {
        return time.equals(time.truncatedTo(ChronoUnit.MILLIS));
    }

    /** A time as it is written. */
    public static String write(Instant time) {
        return MILLIS.format(time);
    }

    /**
     * Reads a time that is written so.
     *
     * @throws InvalidValueException {@code time.form}
     */
    public static Instant read(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new InvalidValueException("time.form", "a time is such as 2025-07-01T01:02:03.004Z");
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("time.form", "there is no such time");
        }
    }
}
