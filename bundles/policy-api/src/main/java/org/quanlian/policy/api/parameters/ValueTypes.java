package org.quanlian.policy.api.parameters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.model.Money;
import org.quanlian.policy.api.Ratio;

/** The types of values that parameter files of every province use. */
public final class ValueTypes {
    /** An amount in yuan, as text: {@code "500000.00"}. */
    public static final ValueType<Money> MONEY = new ValueType<>("yuan", raw -> Money.parse(text(raw)));

    /** A share between 0 and 1, as text: {@code "0.50"}. */
    public static final ValueType<Ratio> RATIO = new ValueType<>("ratio", raw -> Ratio.parse(text(raw)));

    /** A whole number of working days. */
    public static final ValueType<Integer> WORKING_DAYS = new ValueType<>("working days", ValueTypes::wholeNumber);

    /** A whole number of years. */
    public static final ValueType<Integer> YEARS = new ValueType<>("years", ValueTypes::wholeNumber);

    /** A truth value. */
    public static final ValueType<Boolean> YES_NO = new ValueType<>("yes/no", raw -> {
        if (raw instanceof Boolean value) {
            return value;
        }
        throw new IllegalArgumentException("expected true or false");
    });

    /** An area code, as text: {@code "140000"}. */
    public static final ValueType<Area> AREA = new ValueType<>("area", raw -> new Area(text(raw)));

    /** A period of days, both ends included: {@code {from: 2024-10-01, until: 2025-06-30}}. */
    public static final ValueType<DateRange> PERIOD = new ValueType<>("days", raw -> {
        Map<String, Object> map = map(raw, Set.of("from", "until"));
        return new DateRange(date(map.get("from")), date(map.get("until")));
    });

    /** An instant with its offset: {@code "2025-07-15T17:00:00+08:00"}. */
    public static final ValueType<Instant> INSTANT = new ValueType<>("instant", raw -> {
        try {
            return OffsetDateTime.parse(text(raw)).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected an instant such as 2025-07-15T17:00:00+08:00", e);
        }
    });

    private ValueTypes() {}

    /** One of a fixed set of names. */
    public static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        return new ValueType<>("choice", raw -> constant(type, raw));
    }

    /** Some of a fixed set of names, each at most once, at least one. */
    public static <E extends Enum<E>> ValueType<Set<E>> setOf(Class<E> type) {
        return new ValueType<>("choices", raw -> {
            EnumSet<E> constants = EnumSet.noneOf(type);
            for (Object item : list(raw)) {
                if (!constants.add(constant(type, item))) {
                    throw new IllegalArgumentException(item + " stands there twice");
                }
            }
            if (constants.isEmpty()) {
                throw new IllegalArgumentException("expected at least one name");
            }
            return Set.copyOf(constants);
        });
    }

    /** A text that is not blank. */
    public static String text(Object raw) {
        if (raw instanceof String value && !value.isBlank()) {
            return value;
        }
        throw new IllegalArgumentException("expected a text, in quotation marks if it looks like a number");
    }

    /** A whole number, not negative. */
    public static int wholeNumber(Object raw) {
        if (raw instanceof Integer value && value >= 0) {
            return value;
        }
        throw new IllegalArgumentException("expected a whole number that is not negative");
    }

    /** A date such as {@code 2025-06-30}. */
    public static LocalDate date(Object raw) {
        try {
            return LocalDate.parse(text(raw));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a date such as 2025-06-30", e);
        }
    }

    /** A list. */
    public static List<Object> list(Object raw) {
        if (raw instanceof List<?> value) {
            return new ArrayList<>(value);
        }
        throw new IllegalArgumentException("expected a list");
    }

    /** A map with text keys, all of them among the allowed ones. */
    public static Map<String, Object> map(Object raw, Set<String> allowed) {
        if (!(raw instanceof Map<?, ?> value)) {
            throw new IllegalArgumentException("expected a map with the keys " + sorted(allowed));
        }
        Map<String, Object> result = new java.util.LinkedHashMap<>();
        value.forEach((key, item) -> {
            if (!(key instanceof String name) || !allowed.contains(name)) {
                throw new IllegalArgumentException("unknown key '" + key + "', expected " + sorted(allowed));
            }
            result.put(name, item);
        });
        return result;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Object raw) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(raw))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Arrays.toString(type.getEnumConstants()) + ", not " + raw));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
