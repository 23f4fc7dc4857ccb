package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/**
 * Something that was refused and may come again, or does not belong to a message (拒收记录).
 *
 * @param id its name here
 * @param peer the partner over whose connection it came
 * @param message the name that it bears, if it could be read
 * @param digest digest of the bytes that came, as receipts write it
 * @param signed whether the partner signed it
 * @param traceParent the trace that it belongs to, if it could be read
 * @param refusal why it was refused
 * @param firstAt when it came first
 * @param lastAt when it came last
 * @param times how often the same was refused for the same reason
 */
public record InboxRefusal(
        Id<InboxRefusal> id,
        Area peer,
        Optional<Id<InboxMessage>> message,
        String digest,
        boolean signed,
        Optional<String> traceParent,
        DeliveryProblem refusal,
        Instant firstAt,
        Instant lastAt,
        long times) {
    public InboxRefusal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(peer, "peer");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(traceParent, "traceParent");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(firstAt, "firstAt");
        Objects.requireNonNull(lastAt, "lastAt");
    }
}
