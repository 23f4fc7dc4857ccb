package org.quanlian.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that nobody signals, with a bound. */
public final class Until {
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private Until() {}

    /** Waits until the condition holds; fails, saying what was awaited, when the bound has passed. */
    public static void holds(String what, Duration bound, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + bound + ": " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
