package org.quanlian.policy.api;

import java.util.Objects;

/**
 * What one rule found about one subject (核验结果): the product's answer to "why?".
 *
 * @param rule id of the rule, for example {@code applicant.credit}
 * @param source the clause on which the rule stands
 * @param verdict what was found
 * @param texts the texts of the pack that found it
 */
public record Finding(String rule, LegalRef source, Verdict verdict, MessageCatalog texts) {
    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(texts, "texts");
    }

    /** What was found. */
    public FindingOutcome outcome() {
        return verdict.outcome();
    }

    /** The finding in words, made when somebody reads it. */
    public LocalizedText message() {
        return texts.render(textKey(rule, verdict), verdict.arguments());
    }

    private static String textKey(String rule, Verdict verdict) {
        String key = rule + "." + verdict.outcome().name().toLowerCase(java.util.Locale.ROOT);
        return verdict.variant().isEmpty() ? key : key + "." + verdict.variant();
    }
}
