package org.quanlian.exchange.internal.delivery;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.outbound.DispatchSettings;
import org.quanlian.exchange.outbound.Expiries;

/**
 * How messages are sent and taken, as {@code etc/org.quanlian.delivery.cfg} sets it.
 *
 * @param dispatch how much is sent at a time, and for how long it is tried
 * @param pause how often it is looked what is due
 * @param retryAfter the longest wait after the first failure of a message
 * @param retryAtMost the longest wait of all
 * @param breakAfter after how many failures in a row a partner is left alone
 * @param restAfter for how long at first
 * @param restAtMost for how long at most
 * @param skew how far clocks of nodes may be apart
 * @param expiries how long messages of each class are good
 */
public record DeliverySettings(
        DispatchSettings dispatch,
        Duration pause,
        Duration retryAfter,
        Duration retryAtMost,
        int breakAfter,
        Duration restAfter,
        Duration restAtMost,
        Duration skew,
        Expiries expiries) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_FAILURES = 100;
    private static final String EXPIRY = "goodFor";
    private static final Set<String> KEYS = Set.of(
            "batch",
            "parallel",
            "giveUpAfter",
            "pause",
            "retryAfter",
            "retryAtMost",
            "breakAfter",
            "restAfter",
            "restAtMost",
            "skew");

    /**
     * Reads a configuration.
     *
     * @param configuration the settings by name; names with a dot are the platform's
     * @throws IllegalArgumentException naming the setting that is wrong and what it should be
     */
    public static DeliverySettings of(Map<String, ?> configuration) {
        requireKnown(configuration.keySet());
        return new DeliverySettings(
                new DispatchSettings(
                        number(configuration, "batch", DispatchSettings.DEFAULT.batch()),
                        number(configuration, "parallel", DispatchSettings.DEFAULT.parallel()),
                        duration(configuration, "giveUpAfter", DispatchSettings.DEFAULT.giveUpAfter())),
                duration(configuration, "pause", Duration.ofSeconds(1)),
                duration(configuration, "retryAfter", Duration.ofSeconds(5)),
                duration(configuration, "retryAtMost", Duration.ofMinutes(30)),
                failures(number(configuration, "breakAfter", 5)),
                duration(configuration, "restAfter", Duration.ofMinutes(1)),
                duration(configuration, "restAtMost", Duration.ofMinutes(30)),
                duration(configuration, "skew", Duration.ofMinutes(5)),
                expiries(configuration));
    }

    private static void requireKnown(Set<String> names) {
        Set<String> known = new TreeSet<>(KEYS);
        for (DataClass dataClass : DataClass.values()) {
            known.add(key(dataClass));
        }
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeIf(name -> known.contains(name) || name.contains("."));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown settings " + unknown + "; there are " + known);
        }
    }

    private static Expiries expiries(Map<String, ?> configuration) {
        Map<DataClass, Duration> set = new EnumMap<>(DataClass.class);
        for (DataClass dataClass : DataClass.values()) {
            set.put(dataClass, duration(configuration, key(dataClass), Expiries.DEFAULT));
        }
        return new Expiries(set);
    }

    private static String key(DataClass dataClass) {
        String code = dataClass.code();
        return EXPIRY + Character.toUpperCase(code.charAt(0)) + code.substring(1);
    }

    private static int failures(int number) {
        if (number > MOST_FAILURES) {
            throw new IllegalArgumentException("breakAfter is " + number + ", and must be 1 to " + MOST_FAILURES);
        }
        return number;
    }

    private static int number(Map<String, ?> configuration, String key, int otherwise) {
        String text = text(configuration, key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is \"" + text + "\" and not a number", e);
        }
        throw new IllegalArgumentException(key + " is " + text + ", and must be 1 or more");
    }

    private static Duration duration(Map<String, ?> configuration, String key, Duration otherwise) {
        String text = text(configuration, key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofMillis(100)) >= 0 && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is \"" + text + "\" and not a duration such as PT5S or P7D", e);
        }
        throw new IllegalArgumentException(key + " is " + text + ", and must be PT0.1S to P366D");
    }

    private static String text(Map<String, ?> configuration, String key) {
        Object value = configuration.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
