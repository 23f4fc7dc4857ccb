package org.quanlian.store.internal.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.StoreException;

/** An open database: a pool of connections at READ COMMITTED whose transactions the user ends. */
public final class Database implements AutoCloseable {
    /** How long a statement waits for rows that another transaction holds. */
    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

    /** When a waiting statement looks whether those who wait for each other will wait forever. */
    private static final Duration DEADLOCK_CHECK = Duration.ofSeconds(1);
    /** Who takes the next hundred of a table's numbers holds up all who want one; a thousand is taken seldom enough. */
    private static final int NUMBERS_AT_A_TIME = 1_000;

    /** How long a transaction may do nothing before PostgreSQL takes it for abandoned. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofMinutes(5);

    /** How long somebody waits for a connection, before it is told that the database is not there for it. */
    private static final Duration CONNECTION_WAIT = Duration.ofSeconds(5);

    private final DatabaseSettings settings;
    private final HikariDataSource pool;

    private Database(DatabaseSettings settings, HikariDataSource pool) {
        this.settings = settings;
        this.pool = pool;
    }

    /**
     * Opens a database. Derby's is made when it is not there, and can be open in one process only; PostgreSQL's is reached
     * when it is first used, and again whenever it was away.
     *
     * @throws StoreException when Derby can't open it
     */
    public static Database open(DatabaseSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("quanlian-store");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setAutoCommit(false);
        // What the pool itself asks must not be the beginning of a user's transaction.
        config.setIsolateInternalQueries(true);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
        config.setInitializationFailTimeout(-1);
        if (settings.dialect() == Dialect.DERBY) {
            config.setDataSource(derby(settings));
        } else {
            config.setDataSource(postgresql(settings));
            config.setConnectionInitSql("SET lock_timeout = " + LOCK_WAIT.toMillis()
                    + "; SET idle_in_transaction_session_timeout = " + IDLE_IN_TRANSACTION.toMillis());
        }
        return new Database(settings, new HikariDataSource(config));
    }

    /** Gives connections; closing one gives it back. */
    public DataSource dataSource() {
        return pool;
    }

    /** What kind of database it is. */
    public Dialect dialect() {
        return settings.dialect();
    }

    /** Which database it is. */
    public DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        pool.close();
        if (settings.dialect() == Dialect.DERBY) {
            new WritableDerby(settings.location()).shutDown();
        }
    }

    private static DataSource derby(DatabaseSettings settings) {
        DataSource source = new WritableDerby(settings.location());
        try (Connection connection = source.getConnection()) {
            property(connection, "derby.locks.waitTimeout", LOCK_WAIT.toSeconds());
            property(connection, "derby.locks.deadlockTimeout", DEADLOCK_CHECK.toSeconds());
            property(connection, "derby.language.sequence.preallocator", NUMBERS_AT_A_TIME);
        } catch (SQLException e) {
            throw new StoreException("Derby can't open " + settings.location() + ": " + deepest(e), e);
        }
        return source;
    }

    private static void property(Connection connection, String name, long value) throws SQLException {
        try (CallableStatement call = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
            call.setString(1, name);
            call.setString(2, Long.toString(value));
            call.execute();
        }
    }

    private static DataSource postgresql(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setApplicationName("quanlian");
        source.setConnectTimeout((int) CONNECTION_WAIT.toSeconds());
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        // The last word is the operator's, for example on sslmode.
        source.setUrl(settings.location());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        // The detail of an error tells the values of a row: personal data, which no log may hold.
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** Derby says what is wrong in the last of a chain. */
    private static String deepest(SQLException failure) {
        SQLException last = failure;
        for (SQLException at = failure; at != null; at = at.getNextException()) {
            last = at;
        }
        return last.getMessage();
    }
}
