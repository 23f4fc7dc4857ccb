package org.quanlian.rest.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.wire.FieldError;

/** A request that is answered with a problem; thrown wherever that is found out, told in one place. */
public final class ProblemException extends RuntimeException {
    private final ProblemKind kind;
    private final String variant;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;
    private final transient Optional<Refusal> refusal;
    private final Duration retryAfter;

    private ProblemException(
            ProblemKind kind,
            String variant,
            List<Object> arguments,
            List<FieldError> errors,
            Optional<Refusal> refusal,
            Duration retryAfter) {
        // Refusing is everyday work: nobody reads where it happened.
        super(kind.slug() + (variant.isEmpty() ? "" : "." + variant), null, false, false);
        this.kind = kind;
        this.variant = variant;
        this.arguments = List.copyOf(arguments);
        this.errors = List.copyOf(errors);
        this.refusal = refusal;
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal that brings its own words.
     *
     * @param code stable code of the reason
     * @param text the reason and what to do
     */
    public record Refusal(String code, LocalizedText text) {}

    /** A problem of a kind, told by the kind's own text, which mentions the arguments. */
    public static ProblemException of(ProblemKind kind, Object... arguments) {
        return new ProblemException(kind, "", List.of(arguments), List.of(), Optional.empty(), Duration.ZERO);
    }

    /** A problem told by another text of its kind, which mentions the arguments. */
    public static ProblemException told(ProblemKind kind, String variant, Object... arguments) {
        return new ProblemException(kind, variant, List.of(arguments), List.of(), Optional.empty(), Duration.ZERO);
    }

    /**
     * A problem that passes, told by another text of its kind, which mentions the seconds.
     *
     * @param wait after how long to ask again; told in whole seconds, one at least
     */
    public static ProblemException later(ProblemKind kind, String variant, Duration wait) {
        Duration whole =
                Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
        return new ProblemException(kind, variant, List.of(whole.toSeconds()), List.of(), Optional.empty(), whole);
    }

    /** A body with fields that are wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                ProblemKind.INVALID_REQUEST, "", List.of(errors.size()), errors, Optional.empty(), Duration.ZERO);
    }

    /** Something that was understood and refused, in the words of who refused it. */
    public static ProblemException refused(ProblemKind kind, Refusal refusal) {
        return new ProblemException(kind, "", List.of(), List.of(), Optional.of(refusal), Duration.ZERO);
    }

    /** What kind of problem it is. */
    public ProblemKind kind() {
        return kind;
    }

    /** Which of the kind's texts tells it; empty for the kind's own. */
    public String variant() {
        return variant;
    }

    /** What the text mentions, in order. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The fields that are wrong. */
    public List<FieldError> errors() {
        return errors;
    }

    /** After how long to ask again, in whole seconds; zero when that would not help. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The words of who refused it, if they are not the kind's own. */
    public Optional<Refusal> refusal() {
        return refusal;
    }
}
