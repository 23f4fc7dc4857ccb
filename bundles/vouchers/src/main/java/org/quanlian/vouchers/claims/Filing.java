package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;

/**
 * What was filed (提交内容): the facts, and the decision of the policy version to which the claim is pinned since. Both
 * are kept whole, as the JSON of the assessment contract, so that the decision can be recomputed years later.
 *
 * @param at when it was filed first; corrections do not change it
 * @param policy the policy version to which the claim is pinned
 * @param digest digest of that version's bundle
 * @param outcome what the decision comes to
 * @param amounts its sums
 * @param facts the facts, as the contract's request
 * @param decision the decision, as the contract's answer
 */
public record Filing(
        Instant at,
        PolicyKey policy,
        String digest,
        ClaimOutcome outcome,
        Decision.Amounts amounts,
        String facts,
        String decision) {
    public Filing {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(amounts, "amounts");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(decision, "decision");
    }
}
