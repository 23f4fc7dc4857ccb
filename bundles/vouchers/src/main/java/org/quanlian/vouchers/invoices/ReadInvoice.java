package org.quanlian.vouchers.invoices;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was read from an invoice. What it does not say in a known place is not there; nothing is guessed.
 *
 * @param dialect the form in which it tells it
 * @param readings what it says, each with where it stands
 * @param unclear places where something stands that could not be taken: of another form, or twice and not the same
 */
public record ReadInvoice(InvoiceDialect dialect, Map<InvoiceField, Reading> readings, List<String> unclear) {
    public ReadInvoice {
        Objects.requireNonNull(dialect, "dialect");
        readings = readings.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(readings));
        unclear = List.copyOf(unclear);
    }

    /** What it says about a field, if it does. */
    public Optional<String> value(InvoiceField field) {
        return Optional.ofNullable(readings.get(field)).map(Reading::value);
    }

    /**
     * Something that was read.
     *
     * @param value what stands there, in the form of its field
     * @param place where: the path of an element, behind the name of the file in which it lies
     */
    public record Reading(String value, String place) {
        public Reading {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(place, "place");
        }
    }
}
