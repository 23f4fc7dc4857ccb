package org.quanlian.benchmarks;

import java.util.Arrays;

/**
 * What the durations of many answers come to.
 *
 * @param count how many
 * @param median microseconds of the middle one; of an even number, the later of the two in the middle
 * @param slow microseconds that 99 of 100 keep
 */
public record Percentiles(int count, double median, double slow) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * The percentiles of durations, by nearest rank.
     *
     * @param nanos in any order, in nanoseconds; at least one
     */
    public static Percentiles of(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(
                sorted.length,
                sorted[sorted.length / 2] / NANOS_PER_MICRO,
                sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / NANOS_PER_MICRO);
    }
}
