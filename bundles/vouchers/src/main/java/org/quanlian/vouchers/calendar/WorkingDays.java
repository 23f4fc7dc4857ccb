package org.quanlian.vouchers.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** Counts working days (工作日). A day of a year whose calendar is not known is an error, never a guess. */
public final class WorkingDays {
    private final Calendars calendars;
    private final Map<Integer, CalendarYear> known = new HashMap<>();

    /** @param calendars the calendars, as one transaction sees them */
    public WorkingDays(Calendars calendars) {
        this.calendars = calendars;
    }

    /**
     * Whether people work on a day.
     *
     * @throws RefusedException {@code calendar.unknown}, naming the year
     */
    public boolean isWorking(LocalDate day) {
        return known.computeIfAbsent(day.getYear(), year -> calendars
                        .find(year)
                        .orElseThrow(() -> CalendarYear.TEXTS.refused(Kind.CONFLICT, "calendar.unknown", year, day)))
                .isWorking(day);
    }

    /**
     * The last day of a period of working days.
     *
     * @param from the day on which it begins
     * @param days how many working days it has, at least one
     * @param firstDayCounts whether the day on which it begins is the first of them, if people work on it
     * @throws RefusedException {@code calendar.unknown}, naming the year
     */
    public LocalDate last(LocalDate from, int days, boolean firstDayCounts) {
        if (days < 1) {
            throw new IllegalArgumentException("a period has at least one working day");
        }
        LocalDate day = firstDayCounts ? from : from.plusDays(1);
        for (int left = days; ; day = day.plusDays(1)) {
            if (isWorking(day) && --left == 0) {
                return day;
            }
        }
    }

    /**
     * How many working days lie between two days, both included; none when the second comes before the first.
     *
     * @throws RefusedException {@code calendar.unknown}, naming the year
     */
    public int between(LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days += isWorking(day) ? 1 : 0;
        }
        return days;
    }
}
