package org.quanlian.policy.api;

/** How far a policy or an agreement may be relied on. */
public enum Status {
    /** Every value comes from a source or is a documented reading of one (有效). */
    IN_FORCE,
    /** At least one value is not verified (草案). */
    DRAFT
}
