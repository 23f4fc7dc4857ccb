package org.quanlian.exchange.outbound;

import java.util.Optional;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.SignedText;

/** What became of an attempt to bring a message (投递结果). */
sealed interface Outcome {
    /** The partner has it. */
    record Delivered(SignedText receipt) implements Outcome {}

    /**
     * The partner signed that it does not take it.
     *
     * @param refusal what it signed
     * @param problem why
     * @param lasting whether it never will
     */
    record Refused(SignedText refusal, DeliveryProblem problem, boolean lasting) implements Outcome {}

    /** Nobody knows whether the partner has it: no answer came that can be believed. */
    record Unanswered(DeliveryProblem problem) implements Outcome {}

    /** It may not leave this node now. */
    record Withheld(DeliveryProblem problem) implements Outcome {}

    /** It was not tried, because others were not answered. */
    record Untried() implements Outcome {}

    /** Whether the partner answered; empty when it was not asked. */
    default Optional<Boolean> answered() {
        if (this instanceof Withheld || this instanceof Untried) {
            return Optional.empty();
        }
        return Optional.of(!(this instanceof Unanswered));
    }
}
