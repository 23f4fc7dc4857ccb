package org.quanlian.store.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.calendar.CalendarUpdates;
import org.quanlian.vouchers.calendar.CalendarYear;
import org.quanlian.vouchers.calendar.WorkingDays;

/** The calendars that a node comes with, and those that are imported; on each database. */
@EachDatabase
class CalendarsContractTest {
    private final MoneyYear year;
    private final CalendarUpdates updates = new CalendarUpdates(Clock.systemUTC());

    CalendarsContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldKnowTheWorkingDaysOfThreeYears_whenNothingWasImported() {
        assertThat(workingDays(2024)).isEqualTo(251);
        assertThat(workingDays(2025)).isEqualTo(248);
        assertThat(workingDays(2026)).isEqualTo(248);
    }

    @Test
    void shouldCountAcrossTheNationalDay() {
        LocalDate last =
                year.read(session -> new WorkingDays(session.calendars()).last(LocalDate.of(2025, 9, 26), 5, false));

        assertThat(last).isEqualTo(LocalDate.of(2025, 10, 10));
    }

    @Test
    void shouldTakeTheImportedYear_inPlaceOfTheOneBefore() {
        put(new CalendarYear(2028, List.of(LocalDate.of(2028, 1, 1)), List.of(), "第一次"));
        CalendarYear second = put(
                new CalendarYear(2028, List.of(LocalDate.of(2028, 1, 3)), List.of(LocalDate.of(2028, 1, 8)), "第二次"));

        CalendarYear found = year.read(session -> updates.find(session, 2028));
        assertThat(found).isEqualTo(second);
        assertThat(second.workingDays()).isEqualTo(260);
        assertThat(refusal(() -> year.read(session -> updates.find(session, 2029)))
                        .code())
                .isEqualTo("calendar.none");
        assertThat(year.read(session -> updates.list(session, new Page.Request(Optional.empty(), 2)))
                        .items())
                .extracting(CalendarYear::year)
                .startsWith(2028, 2026);
    }

    @Test
    void shouldRefuseAReviewer_whenTheyChangeACalendar() {
        CalendarYear calendar = new CalendarYear(2030, List.of(LocalDate.of(2030, 1, 1)), List.of(), "来源");

        assertThat(refusal(() ->
                                year.write(session -> updates.put(session, year.office(Role.SHARING_CENTRE), calendar)))
                        .kind())
                .isEqualTo(RefusedException.Kind.FORBIDDEN);
    }

    private CalendarYear put(CalendarYear calendar) {
        return year.write(session -> updates.put(session, year.office(Role.OPERATOR), calendar));
    }

    private int workingDays(int of) {
        return year.read(session -> updates.find(session, of)).workingDays();
    }
}
