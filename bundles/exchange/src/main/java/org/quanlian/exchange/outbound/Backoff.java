package org.quanlian.exchange.outbound;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before something is tried again (退避): twice as long each time up to a bound, and by chance up to half as
 * long, so that those who failed together do not come again together.
 */
public final class Backoff {
    private static final int MOST_DOUBLINGS = 40;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    /**
     * @param first the longest wait after the first failure
     * @param longest what no wait exceeds
     * @param random spreads the waits
     * @throws IllegalArgumentException when they are not positive, or the first is longer than the longest
     */
    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("waits grow from " + first + ", and not down to " + longest);
        }
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** How long to wait after a number of failures in a row, from 1. */
    public Duration after(int failures) {
        long bound = longest.toMillis();
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        if (first.toMillis() <= bound >> doublings) {
            bound = first.toMillis() << doublings;
        }
        return Duration.ofMillis(random.nextLong(bound / 2, bound + 1));
    }
}
