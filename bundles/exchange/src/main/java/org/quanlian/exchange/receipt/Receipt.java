package org.quanlian.exchange.receipt;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Id;

/**
 * What a receiver answers to a message (回执). It is signed after the message, or the refusal, is stored.
 *
 * @param message name of the message; empty when its bytes were too broken to tell
 * @param messageDigest digest of the bytes that came
 * @param signatureDigest digest of the signature that came with them
 * @param receiver who answers
 * @param at when the message was stored or refused, to the millisecond
 * @param refusal why it was refused; empty when it was stored
 */
public record Receipt(
        Optional<Id<Message>> message,
        String messageDigest,
        String signatureDigest,
        NodeName receiver,
        Instant at,
        Optional<Refusal> refusal) {
    public Receipt {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(messageDigest, "messageDigest");
        Objects.requireNonNull(signatureDigest, "signatureDigest");
        Objects.requireNonNull(receiver, "receiver");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(refusal, "refusal");
        if (refusal.isEmpty() && message.isEmpty()) {
            throw new IllegalArgumentException("what has no name can't have been stored");
        }
    }

    /** Whether the receiver has the message and will not lose it. */
    public boolean stored() {
        return refusal.isEmpty();
    }
}
