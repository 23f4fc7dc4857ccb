package org.quanlian.model;

import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;

/**
 * A fact that a claim tells, or that is missing (缺失). A missing fact is reported, never assumed.
 *
 * @param <T> type of the fact's value
 */
public sealed interface Fact<T> {
    /** A fact that was told. */
    static <T> Fact<T> of(T value) {
        return new Known<>(value);
    }

    /** A fact that nobody told. */
    @SuppressWarnings("unchecked") // A missing fact holds no value, so it is one of every type.
    static <T> Fact<T> missing() {
        return (Fact<T>) Missing.INSTANCE;
    }

    /** Whether the fact was told. */
    boolean isKnown();

    /** Whether nobody told the fact. */
    default boolean isMissing() {
        return !isKnown();
    }

    /** The value told; refused with {@link NoSuchElementException} when the fact is missing. */
    T value();

    /** The value told, or {@code other} when the fact is missing. */
    default T orElse(T other) {
        return isKnown() ? value() : other;
    }

    /** This fact with its value changed; a missing fact stays missing. */
    default <R> Fact<R> map(Function<? super T, ? extends R> change) {
        return isKnown() ? of(change.apply(value())) : missing();
    }

    /** A fact that was told. */
    record Known<T>(T value) implements Fact<T> {
        public Known {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public boolean isKnown() {
            return true;
        }
    }

    /** A fact that nobody told. */
    enum Missing implements Fact<Object> {
        INSTANCE;

        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public Object value() {
            throw new NoSuchElementException("a missing fact has no value");
        }
    }
}
