package org.quanlian.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;

/** Makes databases for tests: Derby's in memory, PostgreSQL's on one server that is started when it is first needed. */
final class TestServers implements AutoCloseable {
    private static final String TEMPLATE = "migrated";

    private final AtomicInteger count = new AtomicInteger();
    private EmbeddedPostgres postgres;

    /** Where a new database is; PostgreSQL's has the schema already if it shall, as copying one is faster. */
    synchronized DatabaseSettings create(Dialect dialect, boolean migrated) {
        String name = "test" + count.incrementAndGet();
        if (dialect == Dialect.DERBY) {
            return new DatabaseSettings(dialect, "memory:" + name, "", "", TestDatabase.POOL_SIZE);
        }
        if (postgres == null) {
            postgres = startPostgres();
            execute("CREATE DATABASE " + TEMPLATE);
            try (Database template = Database.open(postgres(TEMPLATE))) {
                TestDatabase.migrate(template);
            }
        }
        execute("CREATE DATABASE " + name + (migrated ? " TEMPLATE " + TEMPLATE : ""));
        return postgres(name);
    }

    @Override
    public synchronized void close() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    private DatabaseSettings postgres(String name) {
        return new DatabaseSettings(
                Dialect.POSTGRESQL,
                postgres.getJdbcUrl("postgres", name),
                "postgres",
                "postgres",
                TestDatabase.POOL_SIZE);
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres startPostgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
