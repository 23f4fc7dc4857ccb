package org.quanlian.model;

import java.time.LocalDate;

/**
 * A period of whole days (期间), both ends included.
 *
 * @param from first day
 * @param until last day
 */
public record DateRange(LocalDate from, LocalDate until) {
    /** @throws InvalidValueException {@code period.order} when the end lies before the start */
    public DateRange {
        if (until.isBefore(from)) {
            throw new InvalidValueException("period.order", "a period ends on or after its first day");
        }
    }

    /** Whether the day lies in this period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    @Override
    public String toString() {
        return from + "/" + until;
    }
}
