package org.quanlian.store.internal.migration;

/** The database's schema is not one that this version of the node can work on; nothing was changed. */
public final class SchemaRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    SchemaRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why it is refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a schema is refused. */
    public enum Reason {
        /** A newer version of the node was here. */
        FROM_THE_FUTURE,
        /** A step was applied with other content. */
        CHANGED,
        /** A step is missing, in the database or in the node. */
        MISSING
    }
}
