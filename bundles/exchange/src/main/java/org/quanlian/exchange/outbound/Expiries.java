package org.quanlian.exchange.outbound;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.quanlian.exchange.message.DataClass;

/** How long messages of each class are good (有效期). What a partner has not taken by then it refuses, and says so. */
public final class Expiries {
    /** Where nothing else is set: longer than a node is ever down, shorter than a month's statements are open. */
    public static final Duration DEFAULT = Duration.ofDays(30);

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Map<DataClass, Duration> set = new EnumMap<>(DataClass.class);

    /**
     * @param set for each class that has another than {@link #DEFAULT}
     * @throws IllegalArgumentException when one is shorter than an hour or longer than a year
     */
    public Expiries(Map<DataClass, Duration> set) {
        set.forEach((dataClass, good) -> {
            if (good.compareTo(SHORTEST) < 0 || good.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "messages of class " + dataClass.code() + " are good for PT1H to P366D, not " + good);
            }
        });
        this.set.putAll(set);
    }

    /** How long messages of a class are good. */
    public Duration of(DataClass dataClass) {
        return set.getOrDefault(dataClass, DEFAULT);
    }
}
