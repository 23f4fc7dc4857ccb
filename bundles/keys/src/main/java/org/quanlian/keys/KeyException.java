package org.quanlian.keys;

/** A key can't be used: it is damaged, others may read it, or it is not there. The message names the file and the remedy. */
public final class KeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for the operator; never a part of a key */
    public KeyException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do, for the operator; never a part of a key
     * @param cause what was found wrong; its message has no part of a key either
     */
    public KeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
