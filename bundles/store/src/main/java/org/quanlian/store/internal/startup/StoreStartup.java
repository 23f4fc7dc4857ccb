package org.quanlian.store.internal.startup;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.quanlian.store.internal.jdbc.ContentionException;
import org.quanlian.store.internal.jdbc.StoreException;
import org.quanlian.store.internal.jdbc.UnavailableException;
import org.quanlian.store.internal.migration.MigrationFailedException;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.migration.SchemaRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates a database in the background, then, and only then, lets it be used. One that can't be reached is tried again until
 * it can; one that is refused waits for a person.
 */
public final class StoreStartup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreStartup.class);

    /** How long the end waits for a step that is being applied. */
    private static final Duration END_BOUND = Duration.ofSeconds(20);

    private final Migrator migrator;
    private final Consumer<StoreState> progress;
    private final Runnable ready;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "quanlian-store-startup");

    /**
     * @param migrator brings the schema forward
     * @param progress is told how far the database has come
     * @param ready is run once, when the database may be used
     * @param pause between two attempts to reach it
     */
    public StoreStartup(Migrator migrator, Consumer<StoreState> progress, Runnable ready, Duration pause) {
        this.migrator = migrator;
        this.progress = progress;
        this.ready = ready;
        this.pause = pause;
    }

    /** Begins, in a thread of its own. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends it, after the step that is being applied. */
    @Override
    public void close() {
        closed.countDown();
        try {
            // Not interrupted: Derby takes an interrupted thread for the end of its database.
            thread.join(END_BOUND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        progress.accept(StoreState.MIGRATING);
        try {
            while (!isClosed(Duration.ZERO)) {
                if (isMigrated()) {
                    publish();
                    return;
                }
                if (isClosed(pause)) {
                    return;
                }
            }
        } catch (SchemaRefusedException | MigrationFailedException | StoreException | IllegalArgumentException e) {
            LOG.error("The node does not use this database: {}", e.getMessage(), e);
            progress.accept(StoreState.REFUSED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMigrated() {
        try {
            List<String> applied = migrator.migrate();
            if (!applied.isEmpty()) {
                LOG.info("Schema brought forward: {}", applied);
            }
            return true;
        } catch (UnavailableException | ContentionException e) {
            LOG.warn("Trying again in {} s: {}", pause.toSeconds(), e.getMessage());
            progress.accept(StoreState.UNREACHABLE);
            return false;
        }
    }

    private void publish() {
        if (closed.getCount() > 0) {
            ready.run();
            LOG.info("The database is ready");
        }
    }

    private boolean isClosed(Duration within) throws InterruptedException {
        return closed.await(within.toMillis(), TimeUnit.MILLISECONDS);
    }
}
