package org.quanlian.vouchers.access;

/** How far a role may go with an action (权限范围). */
public enum Reach {
    /** Not at all. */
    NONE,
    /** With what is assigned to its account. */
    ASSIGNED,
    /** With what belongs to its organisation. */
    OWN,
    /** With what belongs to its city. */
    CITY,
    /** With everything, personal data masked. */
    ALL_MASKED,
    /** With everything. */
    ALL
}
