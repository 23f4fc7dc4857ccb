package org.quanlian.vouchers;

/**
 * The store could not do a piece of work now: it can't be reached, or others were at the same rows each time. Nothing was
 * changed, and the same may be tried again later.
 */
public final class StoreUnavailableException extends RuntimeException {
    /** @param cause what the store met */
    public StoreUnavailableException(Throwable cause) {
        super("the store is not available: " + cause.getMessage(), cause);
    }
}
