package org.quanlian.policy.api;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rules about one kind of subject, in the order of the notice, with the texts in which they speak.
 *
 * @param <S> what the rules examine
 */
public final class RuleBook<S> {
    private final List<Rule<S>> rules;
    private final List<Finding> passes;
    private final MessageCatalog texts;

    /** @throws IllegalArgumentException when two rules share a name, or a rule has no title among the texts */
    public RuleBook(List<Rule<S>> rules, MessageCatalog texts) {
        this.rules = List.copyOf(rules);
        this.texts = texts;
        Set<String> ids = new HashSet<>();
        for (Rule<S> rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("two rules are named " + rule.id());
            }
            if (!texts.contains(rule.id())) {
                throw new IllegalArgumentException("the rule " + rule.id() + " has no title among the texts");
            }
        }
        // Most findings are plain passes: made once, they cost a decision nothing.
        this.passes = rules.stream()
                .map(rule -> new Finding(rule.id(), rule.source(), Verdict.passed(), texts))
                .toList();
    }

    /** What every rule finds about the subject, in the order of the rules. */
    public List<Finding> examine(S subject) {
        Finding[] findings = new Finding[rules.size()];
        for (int i = 0; i < findings.length; i++) {
            Rule<S> rule = rules.get(i);
            Verdict verdict = rule.examination().examine(subject);
            findings[i] = verdict.isPlainPass()
                    ? passes.get(i)
                    : new Finding(rule.id(), verdict.source().orElse(rule.source()), verdict, texts);
        }
        return List.of(findings);
    }

    /** The rules with their titles, for people who want to read the policy. */
    public List<RuleDescription> describe() {
        return rules.stream()
                .map(rule -> new RuleDescription(rule.id(), rule.source(), texts.render(rule.id(), List.of())))
                .toList();
    }
}
