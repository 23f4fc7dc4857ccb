package org.quanlian.exchange.transport;

import org.quanlian.exchange.message.NodeName;

/** Something that partners may ask of this node with a POST (伙伴服务). Offered as a service by whoever answers. */
public interface PeerService {
    /** The end of its path: {@code messages} is asked as {@code /exchange/v1/messages}. */
    String name();

    /** The most bytes that a question has; above that it is answered 413. */
    int maxBytes();

    /**
     * Answers.
     *
     * @param peer the node at the other end, as its certificate shows
     * @param question what it asks, JSON
     * @return the answer, JSON
     * @throws org.quanlian.exchange.RefusedMessageException when the question is wrong in form; answered 400 with its text
     * @throws org.quanlian.vouchers.StoreUnavailableException when it can't be answered now; answered 503
     */
    byte[] answer(NodeName peer, byte[] question);
}
