package org.quanlian.policy.api.parameters;

/** How sure we are of a parameter's value. */
public enum Verification {
    /** The clause says it. */
    STATED,
    /** The clause leaves it open, and this is the documented way in which it is read. */
    INTERPRETED,
    /** Nobody has verified it; it makes its pack a draft. */
    UNVERIFIED
}
