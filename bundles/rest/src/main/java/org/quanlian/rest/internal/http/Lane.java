package org.quanlian.rest.internal.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A part of the node that bears a bounded number of requests at once, and lets a bounded number of others wait for a bounded
 * time. Whoever finds no place is told so at once.
 */
public final class Lane {
    private final Bounds bounds;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    Lane(Bounds bounds) {
        this.bounds = bounds;
        this.places = new Semaphore(bounds.atWork(), true);
    }

    /**
     * How much a lane bears.
     *
     * @param atWork how many requests are at work at once, 1 or more
     * @param waiting how many others wait, each in a thread of the container; 0 or more
     * @param longestWait how long they wait
     */
    public record Bounds(int atWork, int waiting, Duration longestWait) {
        /** @throws IllegalArgumentException when nothing could ever be at work, or a bound is negative */
        public Bounds {
            if (atWork < 1 || waiting < 0 || longestWait.isNegative()) {
                throw new IllegalArgumentException("a lane needs a place to work, and bounds that are not negative");
            }
        }
    }

    /** A place in a lane. */
    @FunctionalInterface
    interface Place {
        /** Makes room for another; to be called once. */
        void leave();
    }

    /** A place, at once or after a wait; empty when there is none and nobody more may wait, or the wait was too long. */
    Optional<Place> enter() {
        if (places.tryAcquire() || awaitPlace()) {
            return Optional.of(places::release);
        }
        return Optional.empty();
    }

    /** How many requests are at work. */
    int atWork() {
        return bounds.atWork() - places.availablePermits();
    }

    /** How many requests wait. */
    int waiting() {
        return waiting.get();
    }

    private boolean awaitPlace() {
        if (waiting.incrementAndGet() > bounds.waiting()) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return places.tryAcquire(bounds.longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The container stops.
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }
}
