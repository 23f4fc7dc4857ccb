package org.quanlian.policy.api.parameters;

/**
 * Reads the values that hold on one day. What is read is what the file must have, no more and no less.
 *
 * <p>A key that is absent or ill-typed reads as null and refuses the file when the reading is over, so that one refusal
 * names every bad key; no pack ever sees the null.
 */
@FunctionalInterface
public interface ParameterReader {
    /** The value of a key, as a type. */
    <T> T read(String key, ValueType<T> type);
}
