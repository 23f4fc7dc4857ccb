package org.quanlian.vouchers.accounts;

import java.time.Duration;

/**
 * How many passwords may be tried.
 *
 * <p>Tries that fail are held against where they come from, and against the login together with where they come from.
 * Each failure beyond the free ones doubles the wait before the next try. Failures fade, one at a time.
 *
 * @param freePerLogin failures of one address at one login that cost nothing
 * @param fadePerLogin after how long one of them is forgotten
 * @param freePerAddress failures of one address at all logins that cost nothing: many people may share an address
 * @param fadePerAddress after how long one of them is forgotten
 * @param longestWait the longest wait
 */
public record GuessingLimits(
        int freePerLogin, Duration fadePerLogin, int freePerAddress, Duration fadePerAddress, Duration longestWait) {
    /** What holds unless the operator says otherwise. */
    public static final GuessingLimits DEFAULT =
            new GuessingLimits(5, Duration.ofMinutes(10), 50, Duration.ofMinutes(1), Duration.ofMinutes(15));

    public GuessingLimits {
        if (freePerLogin < 1 || freePerAddress < 1) {
            throw new IllegalArgumentException("at least one try must be free");
        }
        if (isNothing(fadePerLogin) || isNothing(fadePerAddress) || isNothing(longestWait)) {
            throw new IllegalArgumentException("failures fade in some time, and the longest wait is some time");
        }
    }

    private static boolean isNothing(Duration duration) {
        return duration.isNegative() || duration.isZero();
    }
}
