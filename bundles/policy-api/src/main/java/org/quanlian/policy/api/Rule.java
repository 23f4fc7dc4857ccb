package org.quanlian.policy.api;

import java.util.Objects;

/**
 * One rule of a policy (规则): a name, the clause it stands on, and how it examines its subject. Stateless and pure.
 *
 * @param id name of the rule, for example {@code applicant.credit}; never changed once decisions cite it
 * @param source the clause on which it stands
 * @param examination how it looks at its subject; never throws for a claim that could be built
 * @param <S> what it examines: a claim, or one service of a claim
 */
public record Rule<S>(String id, LegalRef source, Examination<S> examination) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(examination, "examination");
    }

    /** How a rule looks at its subject. */
    @FunctionalInterface
    public interface Examination<S> {
        /** What the rule says about the subject. */
        Verdict examine(S subject);
    }
}
