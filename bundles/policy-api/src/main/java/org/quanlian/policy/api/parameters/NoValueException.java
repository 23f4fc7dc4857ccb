package org.quanlian.policy.api.parameters;

import java.time.LocalDate;

/** A day was asked for that lies before the first day for which a pack has values. */
public final class NoValueException extends RuntimeException {
    private final LocalDate day;
    private final LocalDate firstDay;

    /**
     * @param day the day asked for
     * @param firstDay the first day for which there are values
     */
    public NoValueException(LocalDate day, LocalDate firstDay) {
        super("there are no values for " + day + ": the first day is " + firstDay);
        this.day = day;
        this.firstDay = firstDay;
    }

    /** The day asked for. */
    public LocalDate day() {
        return day;
    }

    /** The first day for which there are values. */
    public LocalDate firstDay() {
        return firstDay;
    }
}
