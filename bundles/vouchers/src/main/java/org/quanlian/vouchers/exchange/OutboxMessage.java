package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;

/**
 * What a partner is to be told (待发报文), born in the transaction that caused it.
 *
 * @param id its name, the same however often it is sent
 * @param partner who is told
 * @param type what it says, as the exchange writes types
 * @param subject what it is about; a partner is told about one subject in the order in which things happened
 * @param bornAt when it was born, to the millisecond
 * @param expiresAt from when on it is not taken any more, to the millisecond
 * @param traceParent the trace that it belongs to
 * @param data what it says, as the exchange writes it
 */
public record OutboxMessage(
        Id<OutboxMessage> id,
        Area partner,
        String type,
        String subject,
        Instant bornAt,
        Instant expiresAt,
        Optional<String> traceParent,
        String data) {
    public OutboxMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(bornAt, "bornAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(traceParent, "traceParent");
        Objects.requireNonNull(data, "data");
    }
}
