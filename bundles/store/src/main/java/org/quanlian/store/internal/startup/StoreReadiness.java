package org.quanlian.store.internal.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.store.internal.probe.Probe;

/**
 * Whether the database can be used; asked while it is ready, it asks the database itself, and now and then writes to it,
 * because one whose disk is full still answers.
 */
public final class StoreReadiness implements ReadinessCheck, AutoCloseable {
    /** Changes nothing, but goes the whole way of a write to the disk. */
    private static final String WRITE =
            "UPDATE schema_history SET applied_at = applied_at WHERE version = (SELECT MIN(version) FROM schema_history)";

    private final MessageCatalog texts = MessageCatalog.beside(StoreReadiness.class);
    private final Duration bound;
    private final Probe asking;
    private final Probe writing;

    private volatile StoreState state = StoreState.CLOSED;
    private volatile Optional<DataSource> dataSource = Optional.empty();

    /**
     * @param bound how long the database may take to answer
     * @param writesEvery how long one write to it tells that it can be written
     */
    public StoreReadiness(Duration bound, Duration writesEvery) {
        this.bound = bound;
        asking = new Probe("quanlian-store-readiness", bound.dividedBy(2), Duration.ZERO);
        writing = new Probe("quanlian-store-write-probe", bound.dividedBy(2), writesEvery);
    }

    /** Notes how far the database has come. */
    public void reached(StoreState state) {
        this.state = state;
        writing.forget();
    }

    /** Notes which database it is, or that there is none. */
    public void opened(Optional<DataSource> dataSource) {
        this.dataSource = dataSource;
        writing.forget();
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Readiness check() {
        StoreState now = state;
        Optional<DataSource> source = dataSource;
        if (now != StoreState.READY) {
            return finding(State.DOWN, now.name());
        }
        if (source.isEmpty() || !asking.works(() -> isValid(source.get()))) {
            return finding(State.DOWN, StoreState.UNREACHABLE.name());
        }
        if (!writing.works(() -> isWritten(source.get()))) {
            return finding(State.DOWN, "UNWRITABLE");
        }
        return finding(State.UP, now.name());
    }

    @Override
    public void close() {
        asking.close();
        writing.close();
    }

    private Readiness finding(State found, String why) {
        return new Readiness(found, texts.render("database." + why, List.of()));
    }

    private boolean isValid(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.isValid(Math.max(1, (int) bound.toSeconds()));
        }
    }

    private static boolean isWritten(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            boolean written = statement.executeUpdate(WRITE) == 1;
            connection.commit();
            return written;
        }
    }
}
