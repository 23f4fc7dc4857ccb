package org.quanlian.benchmarks.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Days and instants on, before and after every boundary of Shanxi 2025. */
final class Days {
    private static final LocalDate FIRST_OF_PERIOD = LocalDate.of(2024, 10, 1);
    private static final int DAYS_OF_SERVICE_PERIOD = 273;
    private static final int SECONDS_UNTIL_DEADLINE = 287 * 86_400;

    private static final List<LocalDate> INVOICE_BOUNDARIES = List.of(
            LocalDate.of(2024, 9, 30),
            FIRST_OF_PERIOD,
            LocalDate.of(2025, 6, 30),
            LocalDate.of(2025, 7, 1),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 1, 1));
    private static final Instant START_OF_PERIOD = instant("2024-10-01T00:00:00+08:00");
    private static final List<Instant> FILING_BOUNDARIES = List.of(
            instant("2024-01-01T00:00:00+08:00"),
            START_OF_PERIOD,
            instant("2024-12-31T23:59:59.999999999+08:00"),
            instant("2025-01-01T00:00:00+08:00"),
            instant("2025-07-15T16:59:59+08:00"),
            instant("2025-07-15T17:00:00+08:00"),
            instant("2025-07-15T08:59:59.999999999Z"));
    private static final List<Instant> LATE = List.of(
            instant("2025-07-15T17:00:00.000000001+08:00"),
            instant("2025-07-15T17:00:01+08:00"),
            instant("2025-12-31T12:00:00+08:00"),
            instant("2027-02-28T23:59:59-05:00"));

    private Days() {}

    /** When a claim is filed, never before the policy's first day. */
    static Instant filing(Dice dice) {
        if (!dice.good()) {
            return dice.any(LATE);
        }
        return dice.percent(30)
                ? dice.any(FILING_BOUNDARIES)
                : START_OF_PERIOD.plusSeconds(dice.between(0, SECONDS_UNTIL_DEADLINE));
    }

    /** When an invoice is issued. */
    static LocalDate invoice(Dice dice) {
        return dice.good()
                ? FIRST_OF_PERIOD.plusDays(dice.between(0, DAYS_OF_SERVICE_PERIOD - 1))
                : dice.any(INVOICE_BOUNDARIES);
    }

    /** A day on, just before, just after, or far from another one. */
    static LocalDate near(LocalDate day, Dice dice) {
        return day.plusDays(dice.any(-400, -30, -1, 0, 0, 1, 30, 400));
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
