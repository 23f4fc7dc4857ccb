package org.quanlian.store.internal.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.derby.shared.common.error.DerbySQLIntegrityConstraintViolationException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.quanlian.store.internal.jdbc.ConstraintViolationException.Kind;

/** What a driver's exception means. */
final class SqlFailures {
    /** Deadlock, serialization failure, lock timeout: of PostgreSQL the first three, of Derby the rest. */
    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03", "40XL1", "40XL2", "40XC0");

    /** PostgreSQL is shutting down, crashed, or is not taking connections yet; Derby could not open its files. */
    private static final Set<String> GOING_AWAY = Set.of("57P01", "57P02", "57P03", "XJ040");

    /**
     * The beginnings of what is said when the disk is full or fails: PostgreSQL lacks resources (53) or met an error of the
     * system (58); of Derby whatever its storage (XS) and its base (XB) say of themselves, what ended the transaction inside
     * of it (40X: a page could not be added to an index, a file was closed under it), and what it stumbles over (XJ001) while
     * it closes a database that it can't write. What is wrong with a statement has other states.
     */
    private static final List<String> ENGINE = List.of("53", "58", "40X", "XS", "XB", "XJ001");

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private SqlFailures() {}

    /** The exception that tells what happened, as precisely as can be known. */
    static StoreException of(String sql, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (CONTENTION.contains(state)) {
            return new ContentionException("rows are held by others (" + state + "): " + sql, failure);
        }
        if (isAway(failure, state)) {
            return new UnavailableException("the database can't be reached (" + state + "): " + sql, failure);
        }
        if (ENGINE.stream().anyMatch(state::startsWith)) {
            return new UnavailableException("the database can't use its disk (" + state + "): " + sql, failure);
        }
        return switch (state) {
            case "23505" -> violation(Kind.UNIQUE, sql, failure);
            case "23503" -> violation(Kind.FOREIGN_KEY, sql, failure);
            case "23513", "23514" -> violation(Kind.CHECK, sql, failure);
            case "23502" -> violation(Kind.NOT_NULL, sql, failure);
            default -> new StoreException("SQL error " + state + " (" + failure.getMessage() + "): " + sql, failure);
        };
    }

    /**
     * Whether a database that runs in this process ended under a statement: Derby then throws what it stumbles over, and not
     * as an {@link SQLException}.
     */
    static boolean isOfTheEngine(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().startsWith("org.apache.derby.");
    }

    /** Also what Derby says in any state when it gives up a session, because it closes a database that it can't write to. */
    private static boolean isAway(SQLException failure, String state) {
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || state.startsWith("08")
                || GOING_AWAY.contains(state);
    }

    private static ConstraintViolationException violation(Kind kind, String sql, SQLException failure) {
        return new ConstraintViolationException(kind, constraintOf(kind, failure), sql, failure);
    }

    /** The name, wherever the driver put it. Batches and pools wrap what the driver said. */
    private static String constraintOf(Kind kind, SQLException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PSQLException postgres) {
                ServerErrorMessage message = postgres.getServerErrorMessage();
                String name =
                        message == null ? null : kind == Kind.NOT_NULL ? message.getColumn() : message.getConstraint();
                if (name != null) {
                    return name;
                }
            }
            if (at instanceof DerbySQLIntegrityConstraintViolationException derby
                    && derby.getConstraintName() != null) {
                return derby.getConstraintName();
            }
        }
        return kind == Kind.NOT_NULL ? quoted(failure.getMessage()) : "unnamed";
    }

    /** Derby names the column in its message only, in whatever language, in single quotes. */
    private static String quoted(String message) {
        Matcher matcher = QUOTED.matcher(message);
        return matcher.find() ? matcher.group(1) : "unnamed";
    }
}
