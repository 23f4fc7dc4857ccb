package org.quanlian.exchange;

/** Thrown when bytes that came from another province are not taken. */
public final class RefusedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** @param refusal why */
    public RefusedMessageException(Refusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    /**
     * @param refusal why
     * @param cause what showed it
     */
    public RefusedMessageException(Refusal refusal, Throwable cause) {
        super(refusal.code(), cause);
        this.refusal = refusal;
    }

    /** Why. */
    public Refusal refusal() {
        return refusal;
    }
}
