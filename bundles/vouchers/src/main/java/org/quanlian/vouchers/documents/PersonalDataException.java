package org.quanlian.vouchers.documents;

/** Something personal that was kept can't be read: its key is not there, or it was damaged. The message says what to do. */
public final class PersonalDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for the operator; it never tells what was kept */
    public PersonalDataException(String message) {
        super(message);
    }

    /**
     * @param message what is wrong and what to do, for the operator; it never tells what was kept
     * @param cause what was found wrong
     */
    public PersonalDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
