package org.quanlian.audit.internal;

import java.time.Duration;
import java.util.Map;
import org.quanlian.audit.AuditTexts;

/**
 * What an operator may set of the trail.
 *
 * @param anchorEntries an anchor is made when that many entries came since the last
 * @param anchorAfter or when entries came and the last anchor is that old
 * @param retention how long entries are kept at least; they go when a whole anchored beginning is older
 */
public record AuditSettings(int anchorEntries, Duration anchorAfter, Duration retention) {
    /**
     * Six months: network logs are kept at least that long.
     *
     * <p>Source: 《中华人民共和国网络安全法》第二十一条第（三）项.
     */
    public static final int LEAST_DAYS = 183;

    private static final int MOST_DAYS = 36_500;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int MOST_MINUTES = 24 * 60;

    /**
     * The settings of a configuration.
     *
     * @throws IllegalArgumentException naming the setting that is wrong, and what it may be
     */
    public static AuditSettings of(Map<String, Object> configuration) {
        int days = number(configuration, "retentionDays", 3_650, Integer.MIN_VALUE, MOST_DAYS);
        if (days < LEAST_DAYS) {
            throw new IllegalArgumentException(
                    AuditTexts.of("retention", days, LEAST_DAYS).en());
        }
        return new AuditSettings(
                number(configuration, "anchorEntries", 1_000, 1, MOST_ENTRIES),
                Duration.ofMinutes(number(configuration, "anchorMinutes", 10, 1, MOST_MINUTES)),
                Duration.ofDays(days));
    }

    private static int number(Map<String, Object> configuration, String name, int usual, int least, int most) {
        Object value = configuration.get(name);
        if (value == null || value.toString().isBlank()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(value.toString().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    AuditTexts.of("number", name, value, least, most).en(), e);
        }
        throw new IllegalArgumentException(
                AuditTexts.of("number", name, value, least, most).en());
    }
}
