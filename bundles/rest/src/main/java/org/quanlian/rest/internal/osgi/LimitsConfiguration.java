package org.quanlian.rest.internal.osgi;

/** How much the node takes on, PID {@code org.quanlian.limits}; see docs/limits.md. */
@interface LimitsConfiguration {
    /** How many ordinary requests are at work at once. */
    int atWork() default 8;

    /** How many ordinary requests wait for a place. */
    int waiting() default 32;

    /** How many milliseconds they wait. */
    int waitMillis() default 2_000;

    /** How many files come or go at once. */
    int filesAtWork() default 6;

    /** How many wait for that. */
    int filesWaiting() default 6;

    /** How many requests that hash a password are at work at once. */
    int passwordsAtWork() default 4;

    /** How many wait for that. */
    int passwordsWaiting() default 8;

    /** How many bodies arrive at once. */
    int bodiesAtOnce() default 12;

    /** How many of them of one source. */
    int bodiesOfOneSource() default 6;

    /** How often a second one source may ask in the long run. */
    int sourcePerSecond() default 200;

    /** How often at once, after it was quiet. */
    int sourceBurst() default 1_000;

    /** How often a second one account may ask in the long run. */
    int accountPerSecond() default 50;

    /** How often at once, after it was quiet. */
    int accountBurst() default 500;
}
