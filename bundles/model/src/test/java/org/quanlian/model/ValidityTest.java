package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    @Test
    void shouldIncludeBothEnds_andNoDayAround() {
        Validity year = new Validity(Optional.of(FIRST), Optional.of(LAST));

        assertThat(year.includes(FIRST)).isTrue();
        assertThat(year.includes(LAST)).isTrue();
        assertThat(year.includes(FIRST.minusDays(1))).isFalse();
        assertThat(year.includes(LAST.plusDays(1))).isFalse();
    }

    @Test
    void shouldBeOpenAtAnEndThatNobodyTold() {
        Validity fromFirst = new Validity(Optional.of(FIRST), Optional.empty());
        Validity untilLast = new Validity(Optional.empty(), Optional.of(LAST));

        assertThat(fromFirst.includes(LocalDate.MAX)).isTrue();
        assertThat(fromFirst.includes(FIRST.minusDays(1))).isFalse();
        assertThat(untilLast.includes(LocalDate.MIN)).isTrue();
        assertThat(untilLast.includes(LAST.plusDays(1))).isFalse();
    }

    @Test
    void shouldHoldOnEveryDay_whenBothEndsAreOpen() {
        assertThat(Validity.ALWAYS.includes(LocalDate.MIN)).isTrue();
        assertThat(Validity.ALWAYS.includes(LocalDate.MAX)).isTrue();
    }

    @Test
    void shouldBeOneDay_whenItEndsOnItsFirst() {
        assertThat(new Validity(Optional.of(FIRST), Optional.of(FIRST)).includes(FIRST))
                .isTrue();
    }

    @Test
    void shouldRefuseAnEndBeforeItsStart() {
        assertRefused("period.order", () -> new Validity(Optional.of(FIRST), Optional.of(FIRST.minusDays(1))));
    }
}
