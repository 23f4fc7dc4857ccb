package org.quanlian.exchange.evidence;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.signature.Verified;

/**
 * What a file of evidence proves (验证结论), provided that the certificates are those of the provinces: compare their
 * fingerprints.
 *
 * @param message what was sent
 * @param sent who signed it, and when
 * @param receipt what the receiver answered, if it did
 * @param received who signed that, and when
 */
public record Proof(Message message, Verified sent, Optional<Receipt> receipt, Optional<Verified> received) {
    public Proof {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(received, "received");
    }
}
