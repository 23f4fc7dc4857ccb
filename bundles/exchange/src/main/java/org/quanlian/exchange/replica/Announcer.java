package org.quanlian.exchange.replica;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Session;

/** Tells partners something, in the transaction that caused it (告知). */
public interface Announcer {
    /** The partners that are told a class now: their agreements hold today, and include it. */
    List<NodeName> audience(Session session, DataClass dataClass);

    /** Tells one partner. */
    void tell(Session session, NodeName partner, MessageType type, String subject, ObjectNode data);

    /** How many messages about a subject a partner has not received yet. */
    long waiting(Session session, NodeName partner, String subject);
}
