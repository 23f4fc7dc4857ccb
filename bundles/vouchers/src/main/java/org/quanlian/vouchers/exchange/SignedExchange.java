package org.quanlian.vouchers.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was signed about one message (存证材料).
 *
 * @param message the message and the signature over it
 * @param former signatures over the same message that were sent before its signer's certificate was replaced
 * @param answer the last answer that was verified, or given: the receipt, or a refusal
 */
public record SignedExchange(SignedText message, List<SignedText> former, Optional<SignedText> answer) {
    public SignedExchange {
        Objects.requireNonNull(message, "message");
        former = List.copyOf(former);
        Objects.requireNonNull(answer, "answer");
    }
}
