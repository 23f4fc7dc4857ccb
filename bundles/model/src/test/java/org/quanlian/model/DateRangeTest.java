package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

    private final DateRange period = new DateRange(FIRST, LAST);

    @Test
    void shouldIncludeBothEnds() {
        assertThat(period.contains(FIRST)).isTrue();
        assertThat(period.contains(LAST)).isTrue();
        assertThat(period.contains(FIRST.plusDays(1))).isTrue();
    }

    @Test
    void shouldExcludeTheDaysAround() {
        assertThat(period.contains(FIRST.minusDays(1))).isFalse();
        assertThat(period.contains(LAST.plusDays(1))).isFalse();
    }

    @Test
    void shouldBeOneDay_whenItEndsOnItsFirst() {
        DateRange oneDay = new DateRange(FIRST, FIRST);

        assertThat(oneDay.contains(FIRST)).isTrue();
        assertThat(oneDay.contains(FIRST.plusDays(1))).isFalse();
    }

    @Test
    void shouldRefuseAnEndBeforeItsStart() {
        assertRefused("period.order", () -> new DateRange(FIRST, FIRST.minusDays(1)));
    }

    @Test
    void shouldPrintBothEnds() {
        assertThat(period).hasToString("2024-10-01/2025-06-30");
    }
}
