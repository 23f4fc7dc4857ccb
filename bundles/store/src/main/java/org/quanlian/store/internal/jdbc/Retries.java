package org.quanlian.store.internal.jdbc;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a transaction that met others on the same rows is done, and how long it waits before each further time: a random
 * part of a bound that doubles, so that those who met don't meet again.
 *
 * @param attempts how often at most, 1 or more
 * @param first the bound of the first wait
 * @param longest what no wait exceeds
 */
public record Retries(int attempts, Duration first, Duration longest) {
    /** Ten times within some seconds. */
    public static final Retries DEFAULT = new Retries(10, Duration.ofMillis(10), Duration.ofSeconds(1));

    public Retries {
        if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("at least one attempt, and waits that grow");
        }
    }

    /** How long to wait after an attempt, counted from 1. */
    public Duration waitAfter(int attempt, RandomGenerator random) {
        long bound = Math.min(longest.toNanos(), first.toNanos() << Math.min(attempt - 1, 20));
        return Duration.ofNanos(bound == 0 ? 0 : random.nextLong(bound / 2, bound + 1));
    }
}
