package org.quanlian.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which something is valid (有效期), both ends included; an open end is an empty one.
 *
 * @param from first day, or empty when it was always valid
 * @param until last day, or empty when it stays valid
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> until) {
    /** Valid on every day. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** @throws InvalidValueException {@code period.order} when the end lies before the start */
    public Validity {
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw new InvalidValueException("period.order", "a period ends on or after its first day");
        }
    }

    /** Whether it is valid on that day. */
    public boolean includes(LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get())) && (until.isEmpty() || !day.isAfter(until.get()));
    }
}
