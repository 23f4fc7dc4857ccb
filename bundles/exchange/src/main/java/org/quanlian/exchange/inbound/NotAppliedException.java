package org.quanlian.exchange.inbound;

import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.RefusedMessageException;

/** Ends a transaction in which an applier would not do what a message says. */
final class NotAppliedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    NotAppliedException(RefusedMessageException cause) {
        super(cause);
        this.refusal = cause.refusal();
    }

    /** Why not. */
    Refusal refusal() {
        return refusal;
    }
}
