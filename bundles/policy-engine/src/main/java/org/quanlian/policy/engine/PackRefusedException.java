package org.quanlian.policy.engine;

/** A pack that could not be installed or removed; the message says why and what to do. */
public final class PackRefusedException extends RuntimeException {
    /**
     * A refusal.
     *
     * @param message why, and what to do
     */
    public PackRefusedException(String message) {
        super(message);
    }

    /**
     * A refusal with what caused it.
     *
     * @param message why, and what to do
     */
    public PackRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
