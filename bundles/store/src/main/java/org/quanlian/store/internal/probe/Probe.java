package org.quanlian.store.internal.probe;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries whether something works, in a thread of its own, and waits for it no longer than a bound. One try at a time, whose
 * answer is that to all who ask meanwhile.
 */
public final class Probe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

    private final String name;
    private final Duration bound;
    private final Duration fresh;
    private final ExecutorService asking;
    private Future<Boolean> asked = CompletableFuture.completedFuture(false);
    private volatile Found last = new Found(false, Long.MIN_VALUE, false);

    private record Found(boolean works, long nanos, boolean known) {}

    /**
     * @param name of its thread and in the log
     * @param bound how long a try may take
     * @param fresh for how long what was found holds, so that those who ask often don't wear out a disk; zero to try each time
     */
    public Probe(String name, Duration bound, Duration fresh) {
        this.name = name;
        this.bound = bound;
        this.fresh = fresh;
        asking = new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether it works: it says so in time. Never throws. */
    public boolean works(Callable<Boolean> attempt) {
        Found before = last;
        if (before.known() && System.nanoTime() - before.nanos() < fresh.toNanos()) {
            return before.works();
        }
        boolean works = tried(attempt);
        last = new Found(works, System.nanoTime(), true);
        return works;
    }

    /** Forgets what was found: it is about something else from now on. */
    public void forget() {
        last = new Found(false, Long.MIN_VALUE, false);
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }

    private boolean tried(Callable<Boolean> attempt) {
        try {
            return ask(attempt).get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | TimeoutException e) {
            // It is closed, or takes too long.
            return false;
        } catch (ExecutionException e) {
            LOG.warn("{}: {}", name, String.valueOf(e.getCause()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<Boolean> ask(Callable<Boolean> attempt) {
        if (asked.isDone()) {
            asked = asking.submit(attempt);
        }
        return asked;
    }
}
