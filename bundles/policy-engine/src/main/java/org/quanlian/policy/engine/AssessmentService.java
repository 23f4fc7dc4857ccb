package org.quanlian.policy.engine;

import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.parameters.NoValueException;

/** Decides claims: the same for a pre-check, a filed claim and a simulation (核定). */
public interface AssessmentService {
    /**
     * Decides a claim by the current version of a province's year: the highest in force, or the highest draft when none
     * is in force.
     *
     * @throws PolicyNotFoundException when there is no policy for that province and year
     * @throws NoValueException when the claim's day lies before the first day of the policy
     */
    Decision assess(Area province, int year, Claim claim);

    /**
     * Decides a claim by exactly one version, never by another.
     *
     * @throws PolicyNotFoundException when that version is not there
     * @throws NoValueException when the claim's day lies before the first day of the policy
     */
    Decision assess(PolicyKey pinned, Claim claim);
}
