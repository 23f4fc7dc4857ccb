package org.quanlian.store.internal.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Runs functions as transactions: what a function wrote is there as a whole when it returns, and not at all when it throws.
 * Transactions are READ COMMITTED; who decides by what it read locks it first, see {@link Sql#lock}. When it met others on
 * the same rows (deadlock, lock timeout), the function is run again from its beginning, so it must do nothing that lasts but
 * through its {@link Sql}.
 */
public final class Transactions {
    private final DataSource dataSource;
    private final Dialect dialect;
    private final Retries retries;
    private final RandomGenerator random;

    /** One for each database, not for all: a test may copy from one to another. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Boolean> inTransaction = new ThreadLocal<>();

    /**
     * @param dataSource gives connections at READ COMMITTED; closing one gives it back
     * @param dialect what kind of database that is
     * @param retries how often a transaction is tried
     * @param random spreads the waits between them
     */
    public Transactions(DataSource dataSource, Dialect dialect, Retries retries, RandomGenerator random) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.retries = retries;
        this.random = random;
    }

    /** Transactions with the usual retries. */
    public Transactions(DataSource dataSource, Dialect dialect) {
        this(dataSource, dialect, Retries.DEFAULT, RandomGenerator.getDefault());
    }

    /**
     * Runs a function as one transaction and answers what it answered.
     *
     * @throws ConstraintViolationException when a constraint refused a row
     * @throws ContentionException when it met others each time
     * @throws UnavailableException when the database can't be reached
     * @throws IllegalStateException inside another transaction
     */
    public <T> T write(Function<Sql, T> work) {
        return retrying(false, work);
    }

    /** Runs a function that answers nothing as one transaction; see {@link #write}. */
    public void run(Consumer<Sql> work) {
        write(sql -> {
            work.accept(sql);
            return true;
        });
    }

    /** Runs a function that only reads, which the database sees to; see {@link #write}. */
    public <T> T read(Function<Sql, T> work) {
        return retrying(true, work);
    }

    /** What kind of database it is. */
    public Dialect dialect() {
        return dialect;
    }

    private <T> T retrying(boolean readOnly, Function<Sql, T> work) {
        if (inTransaction.get() != null) {
            throw new IllegalStateException("a transaction inside another: pass its Sql on");
        }
        inTransaction.set(true);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(readOnly, work);
                } catch (ContentionException e) {
                    if (attempt == retries.attempts() || !pause(retries.waitAfter(attempt, random))) {
                        throw e;
                    }
                }
            }
        } finally {
            inTransaction.remove();
        }
    }

    private <T> T once(boolean readOnly, Function<Sql, T> work) {
        try (Connection connection = dataSource.getConnection()) {
            // The isolation is the pool's: to set it here would be a question to PostgreSQL each time.
            if (readOnly) {
                connection.setReadOnly(true);
            }
            if (connection.getAutoCommit()) {
                connection.setAutoCommit(false);
            }
            Sql sql = new Sql(connection, dialect);
            try {
                T result = work.apply(sql);
                sql.end();
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                boolean gone = !rollBack(connection, e);
                if (SqlFailures.isOfTheEngine(e) || (gone && e instanceof StoreException)) {
                    // Whatever the statement said: it said so because the database ended under it.
                    throw new UnavailableException("the database ended in the middle", e);
                }
                throw e;
            } catch (SQLException | Error e) {
                rollBack(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailures.of("begin or end of a transaction", e);
        }
    }

    /** Whether there was a transaction to take back. */
    private static boolean rollBack(Connection connection, Throwable why) {
        try {
            connection.rollback();
            return true;
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction.
            why.addSuppressed(e);
            return false;
        }
    }

    private static boolean pause(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
