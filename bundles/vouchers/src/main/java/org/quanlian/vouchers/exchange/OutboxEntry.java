package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/**
 * How it stands with a message that a partner is told (发送情况), without what it says.
 *
 * @param id its name
 * @param partner who is told
 * @param type what it says, as the exchange writes types
 * @param subject what it is about
 * @param bornAt when it was born
 * @param expiresAt from when on it is not taken any more
 * @param traceParent the trace that it belongs to
 * @param state how it stands
 * @param attempts how often it was tried
 * @param dueAt when it is tried next, while it is owed
 * @param settledAt since when it is as it is, once it is not owed any more
 * @param problem what went wrong last, if it did
 * @param successor the message that was told in its place after it was refused
 */
public record OutboxEntry(
        Id<OutboxMessage> id,
        Area partner,
        String type,
        String subject,
        Instant bornAt,
        Instant expiresAt,
        Optional<String> traceParent,
        State state,
        int attempts,
        Instant dueAt,
        Optional<Instant> settledAt,
        Optional<DeliveryProblem> problem,
        Optional<Id<OutboxMessage>> successor) {
    /** How it stands with a message. */
    public enum State {
        /** Its turn comes when the one before it about the same subject is settled. */
        BEHIND,
        /** It is its turn, and it is sent until it is received. */
        OWED,
        /** The partner has it: a signed receipt is kept. */
        DELIVERED,
        /** The partner will never take it: a signed refusal is kept. What comes behind it goes on. */
        REFUSED,
        /** It was tried too long; what comes behind it waits, for nobody knows whether the partner has it. */
        GIVEN_UP
    }

    public OutboxEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(bornAt, "bornAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(traceParent, "traceParent");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(settledAt, "settledAt");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(successor, "successor");
    }
}
