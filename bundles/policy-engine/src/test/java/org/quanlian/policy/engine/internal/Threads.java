package org.quanlian.policy.engine.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads of tests that wait for each other, never for a length of time. */
final class Threads {
    private static final int MORE_THAN_EVER_NEEDED = 60;

    private Threads() {}

    /** Something that runs in a thread of its own. */
    record Running<T>(Thread thread, FutureTask<T> task) {
        /** Returns when the thread waits for somebody, or has come to its end. */
        void awaitWaiting() {
            while (thread.getState() != Thread.State.WAITING
                    && thread.getState() != Thread.State.TIMED_WAITING
                    && !task.isDone()) {
                spin();
            }
        }

        /** What it came to; fails when it never comes to an end. */
        T result() throws InterruptedException, ExecutionException, TimeoutException {
            return task.get(MORE_THAN_EVER_NEEDED, TimeUnit.SECONDS);
        }
    }

    /** One turn of waiting for another thread; a test that is out of time stops here. */
    static void spin() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("what the test waits for never came");
        }
        Thread.onSpinWait();
    }

    static <T> Running<T> start(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, task);
    }
}
