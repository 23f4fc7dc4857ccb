package org.quanlian.exchange.transport;

import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.NodeName;

/** Takes what a partner's node delivers (收件). Offered as a service by whom messages are kept. */
@FunctionalInterface
public interface Receiver {
    /**
     * Takes one message.
     *
     * @param peer the node at the other end, as its certificate shows; whether it is the message's source is for the receiver
     *     to compare
     * @return the signed receipt, once the message is stored or refused
     * @throws org.quanlian.vouchers.StoreUnavailableException when neither can be done now; the sender tries again
     */
    Answer receive(NodeName peer, Arrived message);
}
