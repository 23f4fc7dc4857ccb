package org.quanlian.exchange.outbound;

import java.time.Duration;

/**
 * How much is sent at a time, and for how long it is tried.
 *
 * @param batch how many messages to a partner are taken at a time, 1 to 500
 * @param parallel how many of them are under way at once, 1 to 32
 * @param giveUpAfter for how long a message is tried before it waits for a person
 */
public record DispatchSettings(int batch, int parallel, Duration giveUpAfter) {
    /** What is set where nothing else is. */
    public static final DispatchSettings DEFAULT = new DispatchSettings(64, 4, Duration.ofDays(7));

    private static final int MAX_BATCH = 500;
    private static final int MAX_PARALLEL = 32;

    /** @throws IllegalArgumentException naming what is out of its bounds */
    public DispatchSettings {
        if (batch < 1 || batch > MAX_BATCH) {
            throw new IllegalArgumentException("batch is " + batch + ", and must be 1 to " + MAX_BATCH);
        }
        if (parallel < 1 || parallel > MAX_PARALLEL) {
            throw new IllegalArgumentException("parallel is " + parallel + ", and must be 1 to " + MAX_PARALLEL);
        }
        if (giveUpAfter.isNegative() || giveUpAfter.isZero()) {
            throw new IllegalArgumentException("giveUpAfter is " + giveUpAfter + ", and must be longer than nothing");
        }
    }
}
