package org.quanlian.clock.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The time of another clock, moved by a distance that can be changed while others read it. */
final class MovableClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> distance;

    /** The very time of another clock. */
    MovableClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private MovableClock(Clock base, AtomicReference<Duration> distance) {
        this.base = base;
        this.distance = distance;
    }

    /** Changes how far it is from the other clock. */
    void moveTo(Duration newDistance) {
        distance.set(newDistance);
    }

    /** Whether it tells another time than the other clock. */
    boolean isMoved() {
        return !distance.get().isZero();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(distance.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), distance);
    }
}
