package org.quanlian.vouchers.ledger;

/** What a booking is about (记账事由). */
public enum BookingKind {
    /** A budget is set, raised or lowered. */
    BUDGET,
    /** An approved amount is committed. */
    COMMIT,
    /** A commitment is given back: the counter booking of a {@link #COMMIT}. */
    RELEASE,
    /** A claim is revoked: what is committed is given back, what was paid is claimed back. */
    REVOKE,
    /** What a city adds is committed, or less of it. */
    CITY_EXTRA,
    /** The province's share goes to the city. */
    ALLOCATE,
    /** Part or all of a share is paid. */
    PAY,
    /** What was paid is claimed back. */
    CLAW_BACK,
    /** What was claimed back has come. */
    RECOVER,
    /** A city gave back what it held for revoked claims. */
    RETURN
}
