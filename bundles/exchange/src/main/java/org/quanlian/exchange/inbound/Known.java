package org.quanlian.exchange.inbound;

import java.util.Objects;

/**
 * A message of which the node knows already (已登记的报文).
 *
 * @param messageDigest digest of its bytes
 * @param answer what was answered, and is answered again
 */
public record Known(String messageDigest, Answer answer) {
    public Known {
        Objects.requireNonNull(messageDigest, "messageDigest");
        Objects.requireNonNull(answer, "answer");
    }
}
