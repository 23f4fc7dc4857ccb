package org.quanlian.vouchers.accounts;

import java.time.Duration;

/**
 * How long logins last.
 *
 * @param idle after how long without use a session ends
 * @param absolute after how long a session ends, however much it is used
 */
public record SignInLimits(Duration idle, Duration absolute) {
    /** @throws IllegalArgumentException when a length is not positive, or idle is longer than absolute */
    public SignInLimits {
        if (idle.isNegative() || idle.isZero() || idle.compareTo(absolute) > 0) {
            throw new IllegalArgumentException(
                    "a session lasts idle at most as long as it lasts at all, and some time");
        }
    }
}
