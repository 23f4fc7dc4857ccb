package org.quanlian.store.internal.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.api.MessageCatalog;

/** Whether the database can be used; asked while it is ready, it asks the database itself. */
public final class StoreReadiness implements ReadinessCheck, AutoCloseable {
    private final MessageCatalog texts = MessageCatalog.beside(StoreReadiness.class);
    private final Duration bound;

    /** One at a time: while the database does not answer, nobody asks it again. */
    private final ExecutorService asking =
            new ThreadPoolExecutor(0, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), runnable -> {
                Thread thread = new Thread(runnable, "quanlian-store-readiness");
                thread.setDaemon(true);
                return thread;
            });

    /** The question that is out, whose answer is that to all who ask meanwhile. */
    private Future<Boolean> asked = CompletableFuture.completedFuture(false);

    private volatile StoreState state = StoreState.CLOSED;
    private volatile Optional<DataSource> dataSource = Optional.empty();

    /** @param bound how long the database may take to answer */
    public StoreReadiness(Duration bound) {
        this.bound = bound;
    }

    /** Notes how far the database has come. */
    public void reached(StoreState state) {
        this.state = state;
    }

    /** Notes which database it is, or that there is none. */
    public void opened(Optional<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Readiness check() {
        StoreState now = state;
        if (now == StoreState.READY && !dataSource.map(this::answers).orElse(false)) {
            return finding(State.DOWN, StoreState.UNREACHABLE);
        }
        return finding(now == StoreState.READY ? State.UP : State.DOWN, now);
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }

    private Readiness finding(State found, StoreState why) {
        return new Readiness(found, texts.render("database." + why.name(), List.of()));
    }

    private boolean answers(DataSource source) {
        try {
            return ask(source).get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException | ExecutionException | TimeoutException e) {
            // It is closed, or says no, or takes too long.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Future<Boolean> ask(DataSource source) {
        if (asked.isDone()) {
            asked = asking.submit(() -> isValid(source));
        }
        return asked;
    }

    private boolean isValid(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(Math.max(1, (int) bound.toSeconds()));
        }
    }
}
