package org.quanlian.vouchers.calendar;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Page;

/** The calendars of working days, as they are kept. */
public interface Calendars {
    /** The calendar of a year, if it is known. */
    Optional<CalendarYear> find(int year);

    /** Keeps a calendar, in place of the one of the same year. */
    void put(CalendarYear calendar, String by, Instant at);

    /** The calendars, latest year first. */
    Page<CalendarYear> list(Page.Request request);
}
