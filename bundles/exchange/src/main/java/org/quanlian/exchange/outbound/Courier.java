package org.quanlian.exchange.outbound;

import java.io.IOException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.partner.Partner;

/** Carries a signed message to a partner's node and brings back what it answers (投递). It decides nothing. */
@FunctionalInterface
public interface Courier {
    /**
     * Carries one message.
     *
     * @return the receipt as it came; nobody has verified it yet
     * @throws IOException when no receipt came back, whether or not the message arrived
     */
    Answer deliver(Partner partner, Arrived message) throws IOException;
}
