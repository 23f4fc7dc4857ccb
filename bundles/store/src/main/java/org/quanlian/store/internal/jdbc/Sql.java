package org.quanlian.store.internal.jdbc;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.function.Supplier;

/**
 * One transaction's way to the database; good inside the function that {@link Transactions} handed it to, and on its
 * thread. After a statement failed the transaction can only end, on both databases: PostgreSQL knows it no other way.
 * What may fail and go on stands in {@link #recoverable}.
 */
public final class Sql {
    private final Connection connection;
    private final Dialect dialect;
    private String failed = "";
    private boolean ended;
    private ChangeObserver observer = ChangeObserver.NONE;

    Sql(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** From now on somebody is told of what changes rows; {@link #lock} does not. */
    public void observe(ChangeObserver watching) {
        observer = watching;
    }

    /** A question to the database, with its parameters in the order of the {@code ?}; see {@link Parameters}. */
    public Query query(String text, Object... parameters) {
        return new Query(this, text, parameters.clone());
    }

    /**
     * Inserts, updates or deletes, with its parameters in the order of the {@code ?}; see {@link Parameters}.
     *
     * @return how many rows it was
     * @throws ConstraintViolationException when a constraint refuses it
     */
    public int update(String text, Object... parameters) {
        changing(text, parameters);
        return withStatement(text, () -> connection.prepareStatement(text), statement -> {
            Parameters.bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /**
     * Updates or deletes exactly one row.
     *
     * @throws StoreException when it is none, or more
     * @throws ConstraintViolationException when a constraint refuses it
     */
    public void updateOne(String text, Object... parameters) {
        int rows = update(text, parameters);
        if (rows != 1) {
            failed = text;
            throw new StoreException(rows + " rows where one was meant: " + text);
        }
    }

    /** A row to be inserted. */
    public Insert insertInto(String table) {
        return new Insert(this, table);
    }

    /**
     * The same statement for many rows, sent together.
     *
     * @param rows the parameters of each; no more than some thousands at a time
     * @throws ConstraintViolationException when a constraint refuses one of them
     */
    public void batch(String text, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        rows.forEach(row -> changing(text, row));
        withStatement(text, () -> connection.prepareStatement(text), statement -> {
            for (Object[] row : rows) {
                Parameters.bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /**
     * Locks the rows of a table that have a value in a column, until the transaction ends, waiting for whoever holds them;
     * what is read from them afterwards is what counts. This takes the place of {@code SELECT … FOR UPDATE}, which on Derby
     * does not hold. Who locks several rows locks them in the same order everywhere, or meets deadlocks.
     *
     * @return how many rows it was
     */
    public int lock(String table, String column, Object value) {
        String text = dialect.lockStatement(table, column);
        return withStatement(text, () -> connection.prepareStatement(text), statement -> {
            Parameters.bind(statement, new Object[] {value});
            return statement.execute() ? rowsOf(statement) : statement.getUpdateCount();
        });
    }

    /**
     * Does what a constraint may refuse without losing the transaction: what it wrote is taken back, and the transaction
     * goes on.
     *
     * @throws ConstraintViolationException when a constraint refused it
     */
    public <T> T recoverable(Supplier<T> work) {
        Savepoint before = withConnection("SAVEPOINT", connection::setSavepoint);
        int mark = observer.mark();
        try {
            T result = work.get();
            withConnection("RELEASE SAVEPOINT", () -> {
                connection.releaseSavepoint(before);
                return true;
            });
            return result;
        } catch (ConstraintViolationException e) {
            failed = "";
            withConnection("ROLLBACK TO SAVEPOINT", () -> {
                connection.rollback(before);
                return true;
            });
            observer.backTo(mark);
            throw e;
        }
    }

    /** Whether there is a table of that name, in whatever case. */
    public boolean tableExists(String table) {
        return withConnection("look for table " + table, () -> {
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), dialect.stored(table), new String[] {"TABLE"})) {
                return found.next();
            }
        });
    }

    /** The database's ways. */
    public Dialect dialect() {
        return dialect;
    }

    void changing(String text, Object[] parameters) {
        observer.changing(text, parameters);
    }

    Connection connection() {
        return connection;
    }

    /**
     * From now on nothing can be asked.
     *
     * @throws IllegalStateException when a statement failed, so that nothing may be committed
     */
    void end() {
        ended = true;
        if (isFailed()) {
            throw new IllegalStateException("the transaction failed at \"" + failed + "\" and its function went on");
        }
    }

    <T> T withStatement(String text, SqlCall<PreparedStatement> prepare, SqlFunction<PreparedStatement, T> work) {
        return withConnection(text, () -> {
            try (PreparedStatement statement = prepare.call()) {
                return work.apply(statement);
            }
        });
    }

    private <T> T withConnection(String text, SqlCall<T> work) {
        if (ended) {
            throw new IllegalStateException("the transaction has ended: " + text);
        }
        if (isFailed()) {
            throw new IllegalStateException("the transaction failed at \"" + failed + "\" and can only end: " + text);
        }
        try {
            return work.call();
        } catch (BatchUpdateException e) {
            failed = text;
            // What the database said about the row comes behind what the driver says about the batch.
            throw SqlFailures.of(text, e.getNextException() == null ? e : e.getNextException());
        } catch (SQLException e) {
            failed = text;
            throw SqlFailures.of(text, e);
        } catch (StoreException e) {
            failed = text;
            throw e;
        }
    }

    private boolean isFailed() {
        return !failed.isEmpty();
    }

    private static int rowsOf(PreparedStatement statement) throws SQLException {
        int rows = 0;
        try (ResultSet results = statement.getResultSet()) {
            while (results.next()) {
                rows++;
            }
        }
        return rows;
    }

    /** Something that the driver does. */
    interface SqlCall<T> {
        T call() throws SQLException;
    }

    /** Something that is done with what the driver gave. */
    interface SqlFunction<A, T> {
        T apply(A argument) throws SQLException;
    }
}
