package org.quanlian.mail.internal;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a mail that could not be sent is tried again: after waits that double, each a quarter longer or shorter by chance, so
 * that the mails of an outage don't come back all at once.
 *
 * @param first the first wait
 * @param atMost the longest wait
 * @param giveUpAfter how long after it was told a mail is given up
 */
public record MailSchedule(Duration first, Duration atMost, Duration giveUpAfter) {
    private static final double SPREAD = 0.25;
    private static final int MOST_DOUBLINGS = 30;

    /** @throws IllegalArgumentException when the first wait is longer than the longest */
    public MailSchedule {
        if (first.compareTo(atMost) > 0) {
            throw new IllegalArgumentException("retryAfter " + first + " is longer than retryAtMost " + atMost);
        }
    }

    /** How long to wait after an attempt. */
    public Duration waitAfter(int attempt, RandomGenerator random) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration wait = doubled.compareTo(atMost) > 0 ? atMost : doubled;
        return Duration.ofMillis((long) (wait.toMillis() * random.nextDouble(1 - SPREAD, 1 + SPREAD)));
    }
}
