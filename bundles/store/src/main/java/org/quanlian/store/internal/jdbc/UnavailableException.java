package org.quanlian.store.internal.jdbc;

/**
 * The database can't be reached, went away, or can't use its disk. When it went away during a commit nobody knows whether that took place, so
 * nothing is done again by itself.
 */
public final class UnavailableException extends StoreException {
    private static final long serialVersionUID = 1L;

    UnavailableException(String message, Exception cause) {
        super(message, cause);
    }
}
