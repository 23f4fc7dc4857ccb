package org.quanlian.vouchers.audit;

import java.util.Objects;

/**
 * What came of it (结果).
 *
 * @param kind done, refused, or answered as before
 * @param status HTTP status of a refusal; 0 otherwise
 * @param code stable code of the refusal's reason, for example {@code claim.late}; empty otherwise
 */
public record Outcome(Kind kind, int status, String code) {
    /** It was done. */
    public static final Outcome DONE = new Outcome(Kind.DONE, 0, "");

    /** The same request had been done before, and was answered the same. */
    public static final Outcome REPEATED = new Outcome(Kind.REPEATED, 0, "");

    /** What can come of it. */
    public enum Kind {
        DONE,
        REPEATED,
        REFUSED
    }

    public Outcome {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(code, "code");
    }

    /** It was not done, and nothing was changed. */
    public static Outcome refused(int status, String code) {
        return new Outcome(Kind.REFUSED, status, code);
    }
}
