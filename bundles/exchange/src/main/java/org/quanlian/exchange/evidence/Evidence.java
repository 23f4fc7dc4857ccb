package org.quanlian.exchange.evidence;

import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;

/**
 * What proves one delivery (存证).
 *
 * @param sent the message and its signature, as they were sent
 * @param sender the certificate with which the message was signed
 * @param answered the receipt and its signature, as they came back; empty when none came
 * @param receiver the certificate with which the receipt was signed; there when a receipt is
 */
public record Evidence(
        Arrived sent, X509Certificate sender, Optional<Answer> answered, Optional<X509Certificate> receiver) {
    /** @throws IllegalArgumentException when there is a receipt without the certificate that signed it, or the reverse */
    public Evidence {
        Objects.requireNonNull(sent, "sent");
        Objects.requireNonNull(sender, "sender");
        if (answered.isPresent() != receiver.isPresent()) {
            throw new IllegalArgumentException("a receipt comes with the certificate that signed it");
        }
    }
}
