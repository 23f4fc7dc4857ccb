package org.quanlian.store.internal.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.calendar.CalendarYear;
import org.quanlian.vouchers.calendar.Calendars;

/** The calendars of one transaction. */
public final class JdbcCalendars implements Calendars {
    private final Sql sql;

    /** @param sql the transaction */
    public JdbcCalendars(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CalendarYear> find(int year) {
        return sql.query("SELECT source FROM calendars WHERE calendar_year = ?", year)
                .optional(row -> row.string("source"))
                .map(source -> new CalendarYear(year, days(year, false), days(year, true), source));
    }

    @Override
    public void put(CalendarYear calendar, String by, Instant at) {
        if (!change(calendar, by, at)) {
            begin(calendar, by, at);
        }
        sql.update("DELETE FROM calendar_days WHERE calendar_year = ?", calendar.year());
        List<Object[]> rows = new ArrayList<>();
        calendar.daysOff().forEach(day -> rows.add(new Object[] {day, calendar.year(), false}));
        calendar.workedWeekends().forEach(day -> rows.add(new Object[] {day, calendar.year(), true}));
        sql.batch("INSERT INTO calendar_days (calendar_day, calendar_year, working) VALUES (?, ?, ?)", rows);
    }

    @Override
    public Page<CalendarYear> list(Page.Request request) {
        int before = request.afterNumber(CalendarYear.LAST + 1);
        List<CalendarYear> read = sql
                .query(
                        "SELECT calendar_year FROM calendars WHERE calendar_year < ?"
                                + " ORDER BY calendar_year DESC FETCH FIRST ? ROWS ONLY",
                        before,
                        request.toRead())
                .list(row -> row.integer("calendar_year"))
                .stream()
                .map(year -> find(year).orElseThrow())
                .toList();
        return Page.of(read, request, calendar -> Integer.toString(calendar.year()));
    }

    private boolean change(CalendarYear calendar, String by, Instant at) {
        return sql.update(
                        "UPDATE calendars SET source = ?, changed_by = ?, changed_at = ? WHERE calendar_year = ?",
                        calendar.source(),
                        by,
                        at,
                        calendar.year())
                == 1;
    }

    private void begin(CalendarYear calendar, String by, Instant at) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("calendars")
                        .set("calendar_year", calendar.year())
                        .set("source", calendar.source())
                        .set("changed_by", by)
                        .set("changed_at", at)
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            // Somebody else put one in place in between.
            if (!e.is("pk_calendars") || !change(calendar, by, at)) {
                throw e;
            }
        }
    }

    private List<LocalDate> days(int year, boolean working) {
        return sql.query(
                        "SELECT calendar_day FROM calendar_days WHERE calendar_year = ? AND working = ?"
                                + " ORDER BY calendar_day",
                        year,
                        working)
                .list(row -> row.date("calendar_day"));
    }
}
