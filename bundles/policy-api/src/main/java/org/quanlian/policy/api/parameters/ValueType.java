package org.quanlian.policy.api.parameters;

/**
 * How a value in a parameter file becomes a typed one.
 *
 * @param unit the unit that the parameter must name in the file
 * @param reading turns the raw value (text, whole number, truth value, list or map) into a typed one
 * @param <T> the type
 */
public record ValueType<T>(String unit, Reading<T> reading) {
    /** Turns a raw value into a typed one. */
    @FunctionalInterface
    public interface Reading<T> {
        /** @throws IllegalArgumentException telling what a right value looks like */
        T read(Object raw);
    }
}
