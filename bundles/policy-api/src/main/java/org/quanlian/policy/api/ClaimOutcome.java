package org.quanlian.policy.api;

import java.util.List;

/** What a decision comes to for a claim as a whole (审核结论). */
public enum ClaimOutcome {
    /** Something may be paid this year. */
    ELIGIBLE,
    /** Nothing may be paid this year, but spend of the carry-over period may be next year (结转). */
    CARRIED_OVER,
    /** A fact or a paper is missing; amounts are as if it will come. */
    INCOMPLETE,
    /** Nothing may be paid. */
    INELIGIBLE;

    /** The outcome that the findings about the claim and the outcomes of its services add up to. */
    public static ClaimOutcome of(List<Finding> findings, List<ServiceOutcome> services) {
        boolean failed = false;
        boolean missing = false;
        for (Finding finding : findings) {
            failed |= finding.outcome() == FindingOutcome.FAILED;
            missing |= finding.outcome() == FindingOutcome.MISSING;
        }
        boolean anyLeft = false;
        boolean anySupported = false;
        for (ServiceOutcome service : services) {
            anyLeft |= service != ServiceOutcome.REJECTED;
            missing |= service == ServiceOutcome.INCOMPLETE;
            anySupported |= service == ServiceOutcome.SUPPORTED;
        }
        if (failed || !anyLeft) {
            return INELIGIBLE;
        }
        if (missing) {
            return INCOMPLETE;
        }
        return anySupported ? ELIGIBLE : CARRIED_OVER;
    }
}
