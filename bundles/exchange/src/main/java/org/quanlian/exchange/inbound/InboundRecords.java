package org.quanlian.exchange.inbound;

import java.util.Optional;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Partner;

/** What the node remembers of its partners and of what came from them, in the transaction in which it decides. */
public interface InboundRecords {
    /** A partner, if that node is one. */
    Optional<Partner> partner(NodeName node);

    /**
     * What is known of a message of a partner that was stored, or refused for ever. From now on, until the transaction ends,
     * nobody else decides about messages of that partner about that subject.
     */
    Optional<Known> known(Message message);

    /** The sequence of the last message of a partner about a subject that was stored; 0 before the first. */
    long lastSequence(NodeName source, String subject);
}
