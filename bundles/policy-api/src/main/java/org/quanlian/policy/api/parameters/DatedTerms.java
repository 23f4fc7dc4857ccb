package org.quanlian.policy.api.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A policy's terms as typed values, one set for each stretch of days in which no parameter changes.
 *
 * @param <T> the typed values, usually a record
 */
public final class DatedTerms<T> {
    private final NavigableMap<LocalDate, Terms<T>> byFirstDay;

    DatedTerms(Map<LocalDate, Terms<T>> byFirstDay) {
        this.byFirstDay = new TreeMap<>(byFirstDay);
    }

    /**
     * The terms that hold on a day.
     *
     * @throws NoValueException when the day lies before the first one with values
     */
    public Terms<T> on(LocalDate day) {
        Map.Entry<LocalDate, Terms<T>> entry = byFirstDay.floorEntry(day);
        if (entry == null) {
            throw new NoValueException(day, byFirstDay.firstKey());
        }
        return entry.getValue();
    }

    /** The first day for which there are terms. */
    public LocalDate firstDay() {
        return byFirstDay.firstKey();
    }

    /** The terms of the last stretch of days. */
    public T latest() {
        return byFirstDay.lastEntry().getValue().values();
    }

    /**
     * The terms of one stretch of days.
     *
     * @param values the typed values
     * @param basis the same values as they stand in the file, with their clauses
     */
    public record Terms<T>(T values, List<EffectiveValue> basis) {
        public Terms {
            basis = List.copyOf(basis);
        }
    }
}
