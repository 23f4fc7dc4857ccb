package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/**
 * A message of a partner that was stored and applied, or refused for ever (收到的报文), without what it says.
 *
 * @param source who told it
 * @param id the name that its sender gave it; two senders may give the same
 * @param type what it says, as the exchange writes types
 * @param subject what it is about
 * @param sequence its place among the sender's messages about it
 * @param bornAt when its sender says that it was born
 * @param traceParent the trace that it belongs to
 * @param digest digest of its bytes, as receipts write it
 * @param receivedAt when it was stored or refused
 * @param refusal why it was refused; empty when it was stored
 */
public record InboxMessage(
        Area source,
        Id<InboxMessage> id,
        String type,
        String subject,
        long sequence,
        Instant bornAt,
        Optional<String> traceParent,
        String digest,
        Instant receivedAt,
        Optional<DeliveryProblem> refusal) {
    public InboxMessage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(bornAt, "bornAt");
        Objects.requireNonNull(traceParent, "traceParent");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(refusal, "refusal");
    }
}
