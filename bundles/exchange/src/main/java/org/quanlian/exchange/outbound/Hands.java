package org.quanlian.exchange.outbound;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that do one partner's work, so that a partner that hangs holds up no other. They start when they are needed. */
final class Hands implements AutoCloseable {
    private final ExecutorService threads;

    Hands(String name, int count) {
        threads = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does all, several at once; the answers come in the order of the work. */
    <T> List<T> all(List<Callable<T>> work) throws InterruptedException {
        List<T> done = new ArrayList<>(work.size());
        for (Future<T> each : threads.invokeAll(work)) {
            try {
                done.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("work failed that tells its failures itself", e.getCause());
            }
        }
        return done;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
