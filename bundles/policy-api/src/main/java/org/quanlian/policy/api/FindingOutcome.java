package org.quanlian.policy.api;

/** What a rule found. */
public enum FindingOutcome {
    /** The condition is met (符合). */
    PASSED,
    /** The condition is not met (不符合). */
    FAILED,
    /** A fact or a paper is absent, so nobody can tell yet (缺失). */
    MISSING,
    /** Something a person should know that changes nothing by itself (提示). */
    WARNING
}
