package org.quanlian.exchange.inbound;

import java.util.Optional;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.vouchers.Id;

/** What the node remembers of its partners and of what came from them, in the transaction in which it decides. */
public interface InboundRecords {
    /** A partner, if that node is one. */
    Optional<Partner> partner(NodeName node);

    /** A message of a partner that was stored, or refused for ever. */
    Optional<Known> known(NodeName source, Id<Message> id);

    /** The sequence of the last message of a partner about a subject that was stored; 0 before the first. */
    long lastSequence(NodeName source, String subject);
}
