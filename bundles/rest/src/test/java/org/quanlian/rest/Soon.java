package org.quanlian.rest;

import java.time.Duration;

/** What a node notes of a request is noted when the answer has gone, so a client may be quicker than the note. */
final class Soon {
    private static final Duration BOUND = Duration.ofSeconds(30);

    private Soon() {}

    /** Tries until the assertion holds, and fails as it does when time is up. */
    static void assertThatSoon(Runnable assertion) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
