package org.quanlian.policy.api;

import java.util.List;

/** What a decision comes to for one service of a claim. */
public enum ServiceOutcome {
    /** The service counts this year. */
    SUPPORTED,
    /** Only spend of the carry-over period is left (结转). */
    CARRIED_OVER,
    /** A fact or a paper is missing; amounts are as if it will come. */
    INCOMPLETE,
    /** A condition is not met; the service gets nothing. */
    REJECTED;

    /**
     * The outcome that the findings about a service add up to.
     *
     * @param onlyCarriedOver whether carry-over spend is all that is left
     */
    public static ServiceOutcome of(List<Finding> findings, boolean onlyCarriedOver) {
        boolean missing = false;
        for (Finding finding : findings) {
            if (finding.outcome() == FindingOutcome.FAILED) {
                return REJECTED;
            }
            missing |= finding.outcome() == FindingOutcome.MISSING;
        }
        if (missing) {
            return INCOMPLETE;
        }
        return onlyCarriedOver ? CARRIED_OVER : SUPPORTED;
    }
}
