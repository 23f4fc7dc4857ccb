package org.quanlian.policy.api.parameters;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;

/**
 * One parameter of a policy (政策参数): what it is called, in which unit, and its values over time.
 *
 * @param name name of the parameter, for example {@code support.ratio}
 * @param description what it is
 * @param unit unit of its values, for example {@code yuan}
 * @param values its values, earliest first; at least one
 */
public record Parameter(String name, LocalizedText description, String unit, List<DatedValue> values) {
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(unit, "unit");
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the parameter " + name + " has no value");
        }
    }

    /** The value that holds on a day, or empty before the first. */
    public Optional<DatedValue> at(LocalDate day) {
        return values.stream().filter(value -> !value.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    /** The first day for which there is a value. */
    public LocalDate firstDay() {
        return values.get(0).from();
    }
}
