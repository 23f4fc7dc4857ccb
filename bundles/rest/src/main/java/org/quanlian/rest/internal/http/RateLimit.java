package org.quanlian.rest.internal.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How often each of many may ask: a bucket of tokens for each of those who asked last. Who was long not here has a full bucket
 * again, so nothing is lost when a bucket is forgotten, and strangers can't make the memory grow.
 */
public final class RateLimit {
    /** How many are remembered. */
    static final int MAX_REMEMBERED = 10_000;

    private static final double NANOS = 1e9;

    private final Bounds bounds;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** @param nanoTime a clock that never goes back, in nanoseconds */
    public RateLimit(Bounds bounds, LongSupplier nanoTime) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
    }

    /**
     * How often one may ask.
     *
     * @param perSecond how often in the long run, 1 or more
     * @param burst how often at once by somebody who was quiet, 1 or more
     */
    public record Bounds(int perSecond, int burst) {
        /** @throws IllegalArgumentException when nobody could ever ask */
        public Bounds {
            if (perSecond < 1 || burst < 1) {
                throw new IllegalArgumentException("once a second and once at once is the least");
            }
        }
    }

    /** Takes a token of somebody's: zero, or how long it takes until there is one. */
    public Duration take(String who) {
        long now = nanoTime.getAsLong();
        synchronized (buckets) {
            Bucket bucket = buckets.computeIfAbsent(who, key -> new Bucket(bounds.burst(), now));
            bucket.tokens = Math.min(bounds.burst(), bucket.tokens + (now - bucket.at) / NANOS * bounds.perSecond());
            bucket.at = now;
            if (bucket.tokens >= 1) {
                bucket.tokens--;
                return Duration.ZERO;
            }
            return Duration.ofNanos((long) Math.ceil((1 - bucket.tokens) / bounds.perSecond() * NANOS));
        }
    }

    /** How many are remembered now. */
    int remembered() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}
