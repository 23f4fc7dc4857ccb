package org.quanlian.vouchers.calendar;

import java.time.Clock;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;

/** Keeps the calendars up to date. Periods that were counted before keep their last day. */
public final class CalendarUpdates {
    private final Clock clock;

    /** @param clock tells when a calendar was changed */
    public CalendarUpdates(Clock clock) {
        this.clock = clock;
    }

    /** Puts the calendar of a year in place. */
    public CalendarYear put(Session session, Actor actor, CalendarYear calendar) {
        Access.requireRole(actor, Action.UPDATE_CALENDAR);
        session.calendars().put(calendar, actor.name(), clock.instant());
        return calendar;
    }

    /**
     * The calendar of a year, for everybody.
     *
     * @throws RefusedException {@code calendar.none}
     */
    public CalendarYear find(Session session, int year) {
        return session.calendars()
                .find(year)
                .orElseThrow(() -> CalendarYear.TEXTS.refused(Kind.NOT_FOUND, "calendar.none", year));
    }

    /** The calendars, latest year first, for everybody. */
    public Page<CalendarYear> list(Session session, Page.Request request) {
        return session.calendars().list(request);
    }
}
