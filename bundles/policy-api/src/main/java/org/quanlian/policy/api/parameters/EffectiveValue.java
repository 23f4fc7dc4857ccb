package org.quanlian.policy.api.parameters;

import java.util.Objects;

/**
 * A parameter with the value that held on the day of a decision.
 *
 * @param parameter name of the parameter
 * @param unit unit of the value
 * @param value the value with its clause
 */
public record EffectiveValue(String parameter, String unit, DatedValue value) {
    public EffectiveValue {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(value, "value");
    }
}
