package org.quanlian.rest.internal.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much the node takes on at once, and from one source and one account. All places of all lanes, and all who wait for one,
 * together stay below the threads of the container, so that there is always one for a question about the node's health.
 *
 * @param lanes how much of each kind of work
 * @param bodiesAtOnce how many bodies arrive at once; a slow one holds no place in a lane
 * @param bodiesOfOneSource how many of them from one source
 * @param source how often one source may ask
 * @param account how often one account may ask
 */
public record RequestLimits(
        Map<Work, Lane.Bounds> lanes,
        int bodiesAtOnce,
        int bodiesOfOneSource,
        RateLimit.Bounds source,
        RateLimit.Bounds account) {
    /** What holds when nobody set anything: for ten connections to the database and 96 threads of the container. */
    public static final RequestLimits DEFAULT = new RequestLimits(
            Map.of(
                    Work.ORDINARY, new Lane.Bounds(8, 32, Duration.ofSeconds(2)),
                    Work.FILES, new Lane.Bounds(6, 6, Duration.ofSeconds(2)),
                    Work.PASSWORDS, new Lane.Bounds(4, 8, Duration.ofSeconds(4)),
                    Work.OPERATIONS, new Lane.Bounds(4, 4, Duration.ofSeconds(1))),
            12,
            6,
            new RateLimit.Bounds(200, 1000),
            new RateLimit.Bounds(50, 500));

    /** @throws IllegalArgumentException when a lane is missing or no body could ever arrive */
    public RequestLimits {
        lanes = Map.copyOf(new EnumMap<>(lanes));
        if (lanes.size() != Work.values().length || bodiesOfOneSource < 1 || bodiesAtOnce < bodiesOfOneSource) {
            throw new IllegalArgumentException("every lane, one body of a source, and as many of all, at least");
        }
    }

    /** How many threads of the container requests can hold at once. */
    public int threads() {
        return bodiesAtOnce
                + lanes.values().stream()
                        .mapToInt(lane -> lane.atWork() + lane.waiting())
                        .sum();
    }

    /** The kinds of work that have a lane of their own, so that much of the one leaves room for the others. */
    public enum Work {
        /** What is done in a moment, mostly in the database. */
        ORDINARY,
        /** Files and lists that come and go as streams, as slowly as the network. */
        FILES,
        /** Hashing passwords, which takes much memory. */
        PASSWORDS,
        /** Questions about the node itself. */
        OPERATIONS
    }
}
