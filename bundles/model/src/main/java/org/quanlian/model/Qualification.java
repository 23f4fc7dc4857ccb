package org.quanlian.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A qualification that an applicant claims (资格), with the days on which it is valid.
 *
 * @param type what it is
 * @param number number of the entry or certificate, as printed; empty when there is none
 * @param validity the days on which it is valid
 */
public record Qualification(QualificationType type, Optional<String> number, Validity validity) {
    /** @throws InvalidValueException {@code text.*} for a number that is no short text */
    public Qualification {
        Objects.requireNonNull(type, "type");
        number.ifPresent(ShortText::require);
        Objects.requireNonNull(validity, "validity");
    }
}
