package org.quanlian.vouchers.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are looked for; what is empty does not matter.
 *
 * @param account who did it
 * @param subject what it was done to: a path, or the key of what was changed
 * @param operation what was done
 * @param outcome what came of it
 * @param from the first instant
 * @param to the instant before which it was
 */
public record AuditSearch(
        Optional<String> account,
        Optional<String> subject,
        Optional<String> operation,
        Optional<Outcome.Kind> outcome,
        Optional<Instant> from,
        Optional<Instant> to) {
    /** Every entry. */
    public static final AuditSearch ALL = new AuditSearch(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
