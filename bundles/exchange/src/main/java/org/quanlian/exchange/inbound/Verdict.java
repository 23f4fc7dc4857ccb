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
    record Accepted(Message message, Partner partner, Verified verified) implements Verdict {
        /** The same, refused all the same. */
        Refused refused(Refusal why) {
            return new Refused(Optional.of(message), Optional.of(verified), why);
        }
    }

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
     * @param verified the signature of the partner that it names; only with one the refusal is a fact about that message
     * @param refusal why
     */
    record Refused(Optional<Message> message, Optional<Verified> verified, Refusal refusal) implements Verdict {
        /** Whether the partner that it names signed it. */
        public boolean signed() {
            return verified.isPresent();
        }

        /** Whether the same message will be refused for ever, so that this is remembered for its name. */
        public boolean remembered() {
            return signed() && refusal.lasting();
        }
    }
}
