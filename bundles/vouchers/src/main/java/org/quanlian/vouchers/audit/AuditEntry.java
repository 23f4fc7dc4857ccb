package org.quanlian.vouchers.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One link of the chain (审计记录).
 *
 * @param seq its number: the first is 1, and none is left out
 * @param deed who did what, when and from where
 * @param outcome what came of it
 * @param changes what it changed, in the order of tables and keys
 * @param algorithm name of the chain's algorithm for this entry
 * @param previous digest of the entry before; of the first one {@link #GENESIS}
 * @param digest digest of all of the above, see {@link Chain}
 */
public record AuditEntry(
        long seq,
        Deed deed,
        Outcome outcome,
        List<RowChange> changes,
        String algorithm,
        String previous,
        String digest) {
    /** What stands before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    /**
     * Who did what, when and from where.
     *
     * @param id name of the entry, given before its place in the chain was known
     * @param at when, to the microsecond
     * @param who who
     * @param source where it came from
     * @param trace name of the request
     * @param operation what was done
     * @param subject what it was done to
     */
    public record Deed(String id, Instant at, Who who, String source, String trace, String operation, String subject) {
        public Deed {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(who, "who");
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(trace, "trace");
            Objects.requireNonNull(operation, "operation");
            Objects.requireNonNull(subject, "subject");
        }
    }

    public AuditEntry {
        Objects.requireNonNull(deed, "deed");
        Objects.requireNonNull(outcome, "outcome");
        changes = List.copyOf(changes);
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(digest, "digest");
    }
}
