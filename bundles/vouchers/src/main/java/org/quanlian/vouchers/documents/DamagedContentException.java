package org.quanlian.vouchers.documents;

/** The content of a document is not there, or not what was kept. The message says what to do. */
public final class DamagedContentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for the operator */
    public DamagedContentException(String message) {
        super(message);
    }
}
