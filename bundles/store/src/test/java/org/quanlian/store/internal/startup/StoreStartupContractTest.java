package org.quanlian.store.internal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.health.Readiness;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migration;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;

/** When a database may be used and what is said about it, on each database. */
@EachDatabase(migrated = false)
@Timeout(60)
class StoreStartupContractTest {
    private static final Migration FIRST = Migration.of("V0001__first.sql", "CREATE TABLE started (id INTEGER);");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StoreReadiness readiness = new StoreReadiness(Duration.ofSeconds(40), Duration.ZERO);
    private final TestDatabase database;

    StoreStartupContractTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void shouldLetTheDatabaseBeUsed_afterItWasMigrated() throws InterruptedException {
        try (StoreStartup startup = startup(database.dataSource(), FIRST)) {
            startup.start();

            assertThat(next()).isEqualTo("MIGRATING");
            assertThat(next()).isEqualTo("ready");
        }
        assertThat(database.transactions().<Boolean>read(sql -> sql.tableExists("started")))
                .isTrue();
        assertThat(heard).isEmpty();

        refuseWhatIsFromTheFuture();
    }

    /** A node that knows less comes to the same database. */
    private void refuseWhatIsFromTheFuture() throws InterruptedException {
        try (StoreStartup startup = startup(database.dataSource())) {
            startup.start();

            assertThat(next()).isEqualTo("MIGRATING");
            assertThat(next()).isEqualTo("REFUSED");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldTryAgain_whenTheDatabaseCanNotBeReached() throws InterruptedException {
        AtomicInteger attempts = new AtomicInteger();
        DataSource late = (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (attempts.getAndIncrement() < 2) {
                        throw new SQLTransientConnectionException("nobody listens");
                    }
                    return method.invoke(database.dataSource(), arguments);
                });
        try (StoreStartup startup = startup(late, FIRST)) {
            startup.start();

            assertThat(next()).isEqualTo("MIGRATING");
            assertThat(next()).isEqualTo("UNREACHABLE");
            assertThat(next()).isEqualTo("UNREACHABLE");
            assertThat(next()).isEqualTo("ready");
        }
    }

    @Test
    void shouldBeReady_onlyWhenTheDatabaseAnswersAndIsWritten() throws Exception {
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.DOWN);
        for (StoreState state : StoreState.values()) {
            readiness.reached(state);
            assertThat(readiness.check().state()).isEqualTo(Readiness.State.DOWN);
        }
        try (StoreStartup startup = startup(database.dataSource(), FIRST)) {
            startup.start();
            assertThat(next()).isEqualTo("MIGRATING");
            assertThat(next()).isEqualTo("ready");
        }
        readiness.opened(Optional.of(database.dataSource()));
        readiness.reached(StoreState.READY);
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.UP);

        readiness.opened(Optional.of(readOnly()));
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.DOWN);
        assertThat(readiness.check().message().en()).contains("read and not written");

        readiness.opened(Optional.of(brokenDataSource()));
        assertThat(readiness.check().state()).isEqualTo(Readiness.State.DOWN);
        assertThat(readiness.check().message().en()).contains("does not answer");
        readiness.close();
    }

    /** As one whose disk is full: it answers, and refuses what has to be written. */
    private DataSource readOnly() {
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                StoreStartupContractTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Connection connection = database.dataSource().getConnection();
                    connection.setReadOnly(true);
                    return connection;
                });
    }

    private static DataSource brokenDataSource() {
        return (DataSource) java.lang.reflect.Proxy.newProxyInstance(
                StoreStartupContractTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new SQLTransientConnectionException("gone");
                });
    }

    private StoreStartup startup(DataSource dataSource, Migration... known) {
        Transactions transactions = new Transactions(dataSource, database.dialect());
        return new StoreStartup(
                new Migrator(transactions, List.of(known), Clock.systemUTC()),
                state -> heard.add(state.name()),
                () -> heard.add("ready"),
                Duration.ofMillis(1));
    }

    private String next() throws InterruptedException {
        return heard.poll(40, TimeUnit.SECONDS);
    }
}
