package org.quanlian.store.internal.jdbc;

/**
 * Something about the database went wrong. The message names the statement and what the database said, never the values
 * that were bound: those may be personal data.
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, for whoever reads the log */
    public StoreException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong, for whoever reads the log
     * @param cause what the driver said
     */
    public StoreException(String message, Exception cause) {
        super(message, cause);
    }
}
