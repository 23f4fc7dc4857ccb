package org.quanlian.vouchers.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;

class WorkingDaysTest {
    /** The autumn of 2025: the National Day from 10/1 to 10/8, 9/28 and 10/11 worked. */
    private final WorkingDays days = new WorkingDays(new OneYear(new CalendarYear(
            2025,
            LocalDate.of(2025, 10, 1).datesUntil(LocalDate.of(2025, 10, 9)).toList(),
            List.of(LocalDate.of(2025, 9, 28), LocalDate.of(2025, 10, 11)),
            "国务院办公厅关于2025年部分节假日安排的通知")));

    @Test
    void shouldCountWorkedSundaysAndLeaveHolidaysOut() {
        assertThat(days.last(LocalDate.of(2025, 9, 26), 5, false)).isEqualTo(LocalDate.of(2025, 10, 10));
        assertThat(days.last(LocalDate.of(2025, 9, 26), 5, true)).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(days.between(LocalDate.of(2025, 9, 27), LocalDate.of(2025, 10, 10)))
                .isEqualTo(5);
    }

    @Test
    void shouldBeginWithTheNextWorkingDay_whenTheFirstDayCountsButIsNone() {
        assertThat(days.last(LocalDate.of(2025, 10, 1), 1, true)).isEqualTo(LocalDate.of(2025, 10, 9));
    }

    @Test
    void shouldNameTheYear_whenItsCalendarIsNotKnown() {
        RefusedException refused = refused(() -> days.last(LocalDate.of(2025, 12, 30), 2, false));

        assertThat(refused.code()).isEqualTo("calendar.unknown");
        assertThat(refused.text().en()).contains("2026");
    }

    @Test
    void shouldRefuseWhatIsNoCalendar() {
        LocalDate newYear = LocalDate.of(2025, 1, 1);
        LocalDate saturday = LocalDate.of(2025, 1, 4);

        assertThat(refused(() -> new CalendarYear(2025, List.of(), List.of(), "来源"))
                        .code())
                .isEqualTo("calendar.empty");
        assertThat(refused(() -> new CalendarYear(2026, List.of(newYear), List.of(), "来源"))
                        .code())
                .isEqualTo("calendar.date");
        assertThat(refused(() -> new CalendarYear(2025, List.of(newYear, newYear), List.of(), "来源"))
                        .code())
                .isEqualTo("calendar.twice");
        assertThat(refused(() -> new CalendarYear(2025, List.of(newYear), List.of(newYear), "来源"))
                        .code())
                .isEqualTo("calendar.weekend");
        assertThat(refused(() -> new CalendarYear(2025, List.of(saturday), List.of(saturday), "来源"))
                        .code())
                .isEqualTo("calendar.twice");
        assertThat(refused(() -> new CalendarYear(1999, List.of(newYear), List.of(), "来源"))
                        .code())
                .isEqualTo("calendar.year");
    }

    private static RefusedException refused(ThrowingCallable call) {
        RefusedException[] caught = new RefusedException[1];
        assertThatExceptionOfType(RefusedException.class).isThrownBy(call).satisfies(e -> caught[0] = e);
        return caught[0];
    }

    /** Calendars of which one year is known. */
    private record OneYear(CalendarYear only) implements Calendars {
        @Override
        public Optional<CalendarYear> find(int year) {
            return Optional.of(only).filter(calendar -> calendar.year() == year);
        }

        @Override
        public void put(CalendarYear calendar, String by, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<CalendarYear> list(Page.Request request) {
            throw new UnsupportedOperationException();
        }
    }
}
