package org.quanlian.vouchers.publication;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * An objection to a line of a public notice (异议).
 *
 * @param id its name
 * @param notice the notice
 * @param position the line
 * @param claim the claim of that line
 * @param name name of who objects
 * @param contact how to reach who objects; only for those who decide
 * @param text what is objected
 * @param at when it was filed
 * @param recordedBy name of who wrote it down when it came on paper; empty when it was filed here
 * @param state whether it is decided
 * @param answer the decision with its reason; empty while it is open
 * @param decidedBy name of who decided; empty while it is open
 * @param decidedAt when it was decided
 */
public record Objection(
        Id<Objection> id,
        Id<PublicNotice> notice,
        int position,
        Id<VoucherClaim> claim,
        String name,
        String contact,
        String text,
        Instant at,
        Optional<String> recordedBy,
        State state,
        String answer,
        String decidedBy,
        Optional<Instant> decidedAt) {
    public Objection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(decidedBy, "decidedBy");
        Objects.requireNonNull(decidedAt, "decidedAt");
    }

    Objection decided(State how, String why, String by, Instant when) {
        return new Objection(
                id, notice, position, claim, name, contact, text, at, recordedBy, how, why, by, Optional.of(when));
    }

    /** Whether an objection is decided. */
    public enum State {
        /** Not decided. */
        OPEN,
        /** Dismissed (不成立). */
        DISMISSED,
        /** Upheld: the claim is struck off, or its amount revised (成立). */
        UPHELD
    }
}
