package org.quanlian.policy.api.parameters;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.policy.api.LegalRef;

/**
 * A parameter's value from a day on.
 *
 * @param from first day on which it holds, in Asia/Shanghai
 * @param value the value as it stands in the file: text, whole number, truth value, list or map
 * @param source the clause that says it
 * @param verification how sure we are
 * @param note what a reader should know, if anything
 */
public record DatedValue(
        LocalDate from, Object value, LegalRef source, Verification verification, Optional<String> note) {
    public DatedValue {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(verification, "verification");
        Objects.requireNonNull(note, "note");
    }
}
