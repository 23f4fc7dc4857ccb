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

    private MailFailureException(Kind kind, String problem, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problem = Objects.requireNonNull(problem, "problem");
    }

    /**
     * The server can't be used before it is told any address.
     *
     * @param problem stable code, for example {@code login}
     * @param cause what the mail library said
     */
    public static MailFailureException unusable(String problem, Exception cause) {
        return new MailFailureException(Kind.SERVER, problem, problem + ": " + cause.getMessage(), cause);
    }

    /**
     * A mail was not taken. What the library said is not kept: servers repeat addresses in their answers.
     *
     * @param kind what to do about it
     * @param problem stable code, for example {@code smtp.550}
     */
    public static MailFailureException notTaken(Kind kind, String problem) {
        return new MailFailureException(kind, problem, problem, null);
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
