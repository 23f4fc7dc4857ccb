package org.quanlian.vouchers.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.RefusedException;

/**
 * The holidays of a year (年度放假安排), as the State Council publishes them.
 *
 * @param year the year
 * @param daysOff the days off; a weekend need not be among them
 * @param workedWeekends Saturdays and Sundays on which people work instead (调休上班)
 * @param source where it was published
 */
public record CalendarYear(int year, List<LocalDate> daysOff, List<LocalDate> workedWeekends, String source) {
    /** The first year that can have a calendar. */
    public static final int FIRST = 2000;

    /** The last year that can have a calendar. */
    public static final int LAST = 2999;

    static final RefusedException.Texts TEXTS = new RefusedException.Texts(CalendarYear.class);

    /**
     * @throws RefusedException {@code calendar.year}, {@code calendar.date}, {@code calendar.twice},
     *     {@code calendar.weekend} or {@code calendar.empty}
     */
    public CalendarYear {
        if (year < FIRST || year > LAST) {
            throw TEXTS.invalid("/year", "calendar.year", year);
        }
        ShortText.require(source);
        daysOff = sorted(year, "/daysOff", daysOff);
        workedWeekends = sorted(year, "/workedWeekends", workedWeekends);
        if (daysOff.isEmpty()) {
            throw TEXTS.invalid("/daysOff", "calendar.empty", year);
        }
        for (LocalDate worked : workedWeekends) {
            if (!isWeekend(worked)) {
                throw TEXTS.invalid("/workedWeekends", "calendar.weekend", worked);
            }
            if (daysOff.contains(worked)) {
                throw TEXTS.invalid("/workedWeekends", "calendar.twice", worked);
            }
        }
    }

    /** Whether people work on a day of this year. */
    public boolean isWorking(LocalDate day) {
        return workedWeekends.contains(day) || (!isWeekend(day) && !daysOff.contains(day));
    }

    /** How many working days the year has. */
    public int workingDays() {
        return (int) LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year, 1, 1).plusDays(Year.of(year).length()))
                .filter(this::isWorking)
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<LocalDate> sorted(int year, String field, List<LocalDate> days) {
        SortedSet<LocalDate> sorted = new TreeSet<>();
        for (LocalDate day : days) {
            if (day.getYear() != year) {
                throw TEXTS.invalid(field, "calendar.date", day, year);
            }
            if (!sorted.add(day)) {
                throw TEXTS.invalid(field, "calendar.twice", day);
            }
        }
        return List.copyOf(sorted);
    }
}
