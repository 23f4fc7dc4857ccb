package org.quanlian.mail.internal;

import java.util.Objects;

/** Why a mail was not sent; it tells no address. */
public final class MailFailureException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    public enum Kind {
        /** It is about the server: every mail waits. */
        SERVER,
        /** It is about the mail, and may pass. */
        PASSING,
        /** It is about the mail, and won't pass. */
        FINAL
    }

    private final Kind kind;
    private final String problem;

    /**
     * @param kind what to do about it
     * @param problem stable code, for example {@code smtp.550}
     * @param cause what the mail library said: it may name an address, so it is only told when it is about the server
     */
    public MailFailureException(Kind kind, String problem, Throwable cause) {
        super(problem, kind == Kind.SERVER ? cause : null);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /** What to do about it. */
    public Kind kind() {
        return kind;
    }

    /** Stable code. */
    public String problem() {
        return problem;
    }
}
