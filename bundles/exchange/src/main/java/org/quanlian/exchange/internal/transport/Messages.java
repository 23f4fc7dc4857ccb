package org.quanlian.exchange.internal.transport;

import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.exchange.transport.Receiver;

/** {@code POST /exchange/v1/messages}: one signed message, answered by one signed receipt. */
public final class Messages implements PeerService {
    /** The end of its path. */
    static final String NAME = "messages";

    private final Receiver receiver;

    /** @param receiver takes messages */
    public Messages(Receiver receiver) {
        this.receiver = receiver;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int maxBytes() {
        return Envelope.MAX_MESSAGE;
    }

    @Override
    public byte[] answer(NodeName peer, byte[] question) {
        return Envelope.of(receiver.receive(peer, Envelope.message(question)));
    }
}
