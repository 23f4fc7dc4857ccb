package org.quanlian.exchange.inbound;

import java.util.Optional;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.signature.Verified;

/** What becomes of something that came (接收结论). */
public sealed interface Verdict {
    /**
     * It is to be stored and applied, and then answered.
     *
     * @param message what it says
     * @param partner who says it
     * @param verified whose signature it bears
     */
    record Accepted(Message message, Partner partner, Verified verified) implements Verdict {}

    /**
     * It came before: nothing is done, and the first answer is given again.
     *
     * @param answer the first answer
     */
    record Repeated(Answer answer) implements Verdict {}

    /**
     * It is refused.
     *
     * @param message what it says, when so much could be read
     * @param signed whether the partner that it names signed it; only then the refusal is a fact about that message
     * @param refusal why
     */
    record Refused(Optional<Message> message, boolean signed, Refusal refusal) implements Verdict {
        /** Whether the same message will be refused for ever, so that this is remembered for its name. */
        public boolean remembered() {
            return signed && refusal.lasting();
        }
    }
}
