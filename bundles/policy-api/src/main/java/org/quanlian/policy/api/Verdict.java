package org.quanlian.policy.api;

import java.util.List;
import java.util.Optional;

/**
 * What a rule says about its subject: an outcome, which of its texts tells it, and what that text mentions.
 *
 * @param outcome what was found
 * @param variant which text of that outcome; empty for the only one
 * @param source a clause more exact than the rule's own, if there is one
 * @param arguments what the text mentions, in order; an enum constant is told by its own text
 */
public record Verdict(FindingOutcome outcome, String variant, Optional<LegalRef> source, List<Object> arguments) {
    private static final Verdict PLAIN_PASSED = plain(FindingOutcome.PASSED);
    private static final Verdict PLAIN_FAILED = plain(FindingOutcome.FAILED);
    private static final Verdict PLAIN_MISSING = plain(FindingOutcome.MISSING);

    public Verdict {
        arguments = List.copyOf(arguments);
    }

    /** The condition is met. */
    public static Verdict passed(Object... arguments) {
        return arguments.length == 0 ? PLAIN_PASSED : of(FindingOutcome.PASSED, arguments);
    }

    /** The condition is not met. */
    public static Verdict failed(Object... arguments) {
        return arguments.length == 0 ? PLAIN_FAILED : of(FindingOutcome.FAILED, arguments);
    }

    /** A fact or a paper is absent. */
    public static Verdict missing(Object... arguments) {
        return arguments.length == 0 ? PLAIN_MISSING : of(FindingOutcome.MISSING, arguments);
    }

    /** Something a person should know. */
    public static Verdict warning(Object... arguments) {
        return of(FindingOutcome.WARNING, arguments);
    }

    /** Whether this is a pass with nothing particular to say. */
    public boolean isPlainPass() {
        return outcome == FindingOutcome.PASSED && variant.isEmpty() && source.isEmpty() && arguments.isEmpty();
    }

    /** The same verdict told by another of the rule's texts. */
    public Verdict told(String otherVariant) {
        return new Verdict(outcome, otherVariant, source, arguments);
    }

    /** The same verdict with a clause more exact than the rule's own. */
    public Verdict citing(LegalRef exactSource) {
        return new Verdict(outcome, variant, Optional.of(exactSource), arguments);
    }

    private static Verdict of(FindingOutcome outcome, Object... arguments) {
        return new Verdict(outcome, "", Optional.empty(), List.of(arguments));
    }

    private static Verdict plain(FindingOutcome outcome) {
        return new Verdict(outcome, "", Optional.empty(), List.of());
    }
}
