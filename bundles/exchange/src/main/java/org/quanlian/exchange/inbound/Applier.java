package org.quanlian.exchange.inbound;

import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.vouchers.Session;

/**
 * Does what messages of a class say (采用). The bundle that owns the data registers it as a service; without one, messages of
 * that class are refused for now.
 */
public interface Applier {
    /** The class that it takes. */
    DataClass dataClass();

    /**
     * Does what a message says, in the transaction that stores it: both happen, or neither. It may be run again when the
     * database asks for it, so it does nothing but through the session.
     *
     * @param session the transaction
     * @param message a message that was admitted: from a partner, about a class that was agreed, next in the order of its
     *     subject
     * @throws org.quanlian.exchange.RefusedMessageException when it can't be taken: nothing of it is done then, and the
     *     sender is answered with that refusal
     */
    void apply(Session session, Message message);
}
