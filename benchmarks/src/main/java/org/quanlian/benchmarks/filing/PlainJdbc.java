package org.quanlian.benchmarks.filing;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.quanlian.benchmarks.filing.Step.Asked;
import org.quanlian.benchmarks.filing.Step.Parameter;
import org.quanlian.benchmarks.filing.Step.Read;
import org.quanlian.store.internal.jdbc.Retries;

/**
 * Does again what was recorded of a transaction, statement by statement with the same values, and decides nothing: what the
 * database alone costs. One value is not that of the record: the number of the entry in the audit trail follows the one that
 * the database has now.
 */
final class PlainJdbc {
    private static final String HEAD = "SELECT seq, digest FROM audit_head";
    private static final List<String> NUMBERED =
            List.of("INSERT INTO audit_entries (seq,", "UPDATE audit_head SET seq = ?");

    private final DataSource source;

    PlainJdbc(DataSource source) {
        this.source = source;
    }

    /**
     * Runs the steps as one transaction, again when it met others on the same rows, as often as the use case would.
     *
     * @return how many values it read, so that reading is not done for nothing
     */
    int run(List<Step> steps) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = source.getConnection()) {
                try {
                    return once(connection, steps);
                } catch (SQLException e) {
                    connection.rollback();
                    if (!met(e) || attempt == Retries.DEFAULT.attempts()) {
                        throw e;
                    }
                }
            }
            LockSupport.parkNanos(Retries.DEFAULT
                    .waitAfter(attempt, RandomGenerator.getDefault())
                    .toNanos());
        }
    }

    /** Class 40: the transaction was ended so that others can go on. */
    private static boolean met(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("40");
    }

    private static int once(Connection connection, List<Step> steps) throws SQLException {
        Deque<Savepoint> savepoints = new ArrayDeque<>();
        int values = 0;
        long head = 0;
        for (Step step : steps) {
            if (step instanceof Asked asked && asked.text().startsWith(HEAD)) {
                head = head(connection, asked);
                values++;
            } else if (step instanceof Asked asked) {
                values += ask(
                        connection,
                        NUMBERED.stream().anyMatch(asked.text()::startsWith) ? numbered(asked, head + 1) : asked);
            } else if (step instanceof Step.SavepointSet) {
                savepoints.push(connection.setSavepoint());
            } else {
                connection.releaseSavepoint(savepoints.pop());
            }
        }
        connection.commit();
        return values;
    }

    private static long head(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(asked.text())) {
            if (asked.fetchSize() > 0) {
                statement.setFetchSize(asked.fetchSize());
            }
            try (ResultSet results = statement.executeQuery()) {
                results.next();
                long head = results.getLong("seq");
                results.getString("digest");
                // There is one row; that nothing follows is asked too.
                results.next();
                return head;
            }
        }
    }

    private static Asked numbered(Asked asked, long number) {
        List<Parameter> row = new ArrayList<>(asked.rows().get(0));
        row.set(0, new Parameter(Step.Type.LONG, number));
        return new Asked(asked.text(), asked.call(), asked.fetchSize(), List.of(List.copyOf(row)), asked.reads());
    }

    private static int ask(Connection connection, Asked asked) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(asked.text())) {
            if (asked.fetchSize() > 0) {
                statement.setFetchSize(asked.fetchSize());
            }
            for (List<Parameter> row : asked.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    set(statement, i + 1, row.get(i));
                }
                if (asked.call() == Step.Call.EXECUTE_BATCH) {
                    statement.addBatch();
                }
            }
            return switch (asked.call()) {
                case EXECUTE_QUERY -> read(statement.executeQuery(), asked.reads());
                case EXECUTE_UPDATE -> statement.executeUpdate();
                case EXECUTE_BATCH -> statement.executeBatch().length;
                case EXECUTE -> statement.execute()
                        ? read(statement.getResultSet(), asked.reads())
                        : statement.getUpdateCount();
            };
        }
    }

    private static int read(ResultSet results, List<Read> reads) throws SQLException {
        int values = 0;
        try (results) {
            while (results.next()) {
                for (Read read : reads) {
                    values += value(results, read) == null || results.wasNull() ? 0 : 1;
                }
            }
        }
        return values;
    }

    private static Object value(ResultSet results, Read read) throws SQLException {
        return switch (read.type()) {
            case STRING -> read.position() > 0 ? results.getString(read.position()) : results.getString(read.column());
            case LONG -> read.position() > 0 ? results.getLong(read.position()) : results.getLong(read.column());
            case INT -> read.position() > 0 ? results.getInt(read.position()) : results.getInt(read.column());
            case BOOLEAN -> read.position() > 0
                    ? results.getBoolean(read.position())
                    : results.getBoolean(read.column());
            case DATE -> read.position() > 0 ? results.getDate(read.position()) : results.getDate(read.column());
            case BYTES -> read.position() > 0 ? results.getBytes(read.position()) : results.getBytes(read.column());
            case OBJECT -> read.position() > 0 ? results.getObject(read.position()) : results.getObject(read.column());
        };
    }

    private static void set(PreparedStatement statement, int position, Parameter parameter) throws SQLException {
        Object value = parameter.value();
        switch (parameter.type()) {
            case STRING -> statement.setString(position, (String) value);
            case LONG -> statement.setLong(position, (Long) value);
            case INT -> statement.setInt(position, (Integer) value);
            case BOOLEAN -> statement.setBoolean(position, (Boolean) value);
            case DATE -> statement.setDate(position, (Date) value);
            case BYTES -> statement.setBytes(position, (byte[]) value);
            case OBJECT -> statement.setObject(position, value);
        }
    }
}
