package org.quanlian.itests;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition that nobody signals, with a bound. */
public final class Until {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Until() {}

    /** Waits until the condition holds; fails, saying what was awaited, when the bound has passed. */
    public static void holds(String what, Duration bound, Callable<Boolean> condition) throws Exception {
        holds(what, bound, PAUSE, condition);
    }

    /** The same, looking again after that pause. */
    public static void holds(String what, Duration bound, Duration pause, Callable<Boolean> condition)
            throws Exception {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + bound + ": " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
