package org.quanlian.store.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The time of the machine, but never the same millisecond twice: so that names that are made one after the other sort so, as
 * they do when people and not tests make things.
 */
public final class TickingClock extends Clock {
    private final AtomicLong last = new AtomicLong();

    @Override
    public long millis() {
        long now = System.currentTimeMillis();
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("nobody asks for " + zone);
    }
}
