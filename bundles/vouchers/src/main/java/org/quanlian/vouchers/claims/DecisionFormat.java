package org.quanlian.vouchers.claims;

import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;

/** The text in which facts and decisions are kept: the JSON of the assessment contract. */
public interface DecisionFormat {
    /** The facts, as the contract's request. */
    String write(Claim facts);

    /** The decision, as the contract's answer, with the values in effect and their clauses. */
    String write(Decision decision);

    /** The facts that a text tells; the text was written here. */
    Claim readFacts(String text);
}
