package org.quanlian.store.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;

/** Makes databases for tests: Derby's in memory, PostgreSQL's on one server that is started when it is first needed. */
final class TestServers implements AutoCloseable {
    static final int POOL_SIZE = 40;
    private static final String TEMPLATE = "migrated";

    private final AtomicInteger count = new AtomicInteger();
    private EmbeddedPostgres postgres;

    /** Where a new database is; PostgreSQL's has the schema already if it shall, as copying one is faster. */
    synchronized DatabaseSettings create(Dialect dialect, boolean migrated) {
        String name = "test" + count.incrementAndGet();
        if (dialect == Dialect.DERBY) {
            return new DatabaseSettings(dialect, "memory:" + name, "", "", POOL_SIZE);
        }
        if (postgres == null) {
            postgres = startPostgres();
            execute("CREATE DATABASE " + TEMPLATE);
            try (Database template = Database.open(postgres(TEMPLATE))) {
                migrate(template);
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
                Dialect.POSTGRESQL, postgres.getJdbcUrl("postgres", name), "postgres", "postgres", POOL_SIZE);
    }

    /** Brings a database to the node's schema. */
    static void migrate(Database database) {
        Transactions transactions = new Transactions(database.dataSource(), database.dialect());
        new Migrator(transactions, Migrations.ofTheNode(), Clock.systemUTC()).migrate();
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
