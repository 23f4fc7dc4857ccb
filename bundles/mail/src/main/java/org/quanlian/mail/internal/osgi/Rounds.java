package org.quanlian.mail.internal.osgi;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quanlian.vouchers.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again in the background, on a thread of its own, until it is closed. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** How long a round that is under way may still take when it is closed. */
    private static final Duration END_BOUND = Duration.ofSeconds(10);

    private final ScheduledExecutorService executor;

    /**
     * @param name what the thread is called
     * @param loader the class loader in which libraries look for their parts
     * @param first when it is done first
     * @param pause how long after that it is done again
     * @param work does it
     */
    Rounds(String name, ClassLoader loader, Duration first, Duration pause, Runnable work) {
        executor = new ScheduledThreadPoolExecutor(1, runnable -> {
            Thread thread = new Thread(runnable, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        });
        // It never ends by itself, so there is nothing to be had from it.
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                () -> run(name, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(END_BOUND.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** What is thrown here would end all later rounds. */
    private static void run(String name, Runnable work) {
        try {
            work.run();
        } catch (StoreUnavailableException e) {
            LOG.warn("{} waits for the database: {}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed, and is tried again in its next round", name, e);
        }
    }
}
