package org.quanlian.vouchers;

/**
 * The store could not do a piece of work now: it can't be reached, its disk is full or fails, or others were at the same rows
 * each time. The same may be tried again later; when it failed in its commit nobody knows whether it was done, so what must
 * not be done twice is tried under the same key.
 */
public final class StoreUnavailableException extends RuntimeException {
    /** @param cause what the store met */
    public StoreUnavailableException(Throwable cause) {
        super("the store is not available: " + cause.getMessage(), cause);
    }
}
