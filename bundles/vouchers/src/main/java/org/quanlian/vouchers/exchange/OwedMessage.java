package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that somebody has taken to send it (在投报文).
 *
 * @param message what the partner is to be told; its data are empty once it is signed, for they stand in what was signed
 * @param sequence its place among the messages about its subject that the partner stores, from 1
 * @param owedSince since when it is owed: since it was born, or since it was made due again
 * @param attempt which attempt this is, from 1
 * @param signed the message as it was signed, if it was
 */
public record OwedMessage(
        OutboxMessage message, long sequence, Instant owedSince, int attempt, Optional<SignedText> signed) {
    public OwedMessage {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(owedSince, "owedSince");
        Objects.requireNonNull(signed, "signed");
    }
}
