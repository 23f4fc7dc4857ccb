package org.quanlian.store.internal.startup;

/** How far the database has come. */
public enum StoreState {
    /** None is open: it is being opened, or its configuration is missing or wrong. */
    CLOSED,
    /** Its schema is being looked at and brought forward. */
    MIGRATING,
    /** It could not be reached so far; it is tried again. */
    UNREACHABLE,
    /** Its schema is from the future, changed, incomplete, or a step failed: a person has to do something. */
    REFUSED,
    /** It can be used. */
    READY
}
