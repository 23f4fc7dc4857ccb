package org.quanlian.store.internal.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A query with its parameters, not yet asked. */
public final class Query {
    /** How many rows {@link #list} takes; who wants more pages, or goes through them by {@link #each}. */
    public static final int MAX_LIST = 10_000;

    /** How a query says how many rows it wants; behind it comes no other parameter. */
    private static final String LIMIT = "FETCH FIRST ? ROWS ONLY";

    /** How many rows PostgreSQL sends at a time. */
    private static final int FETCH_SIZE = 500;

    private final Sql sql;
    private final String text;
    private final Object[] parameters;

    Query(Sql sql, String text, Object[] parameters) {
        this.sql = sql;
        boolean limited = parameters.length > 0
                && parameters[parameters.length - 1] instanceof Integer
                && text.lastIndexOf('?') == text.lastIndexOf(LIMIT) + LIMIT.indexOf('?');
        this.text = limited ? withLimit(text, (Integer) parameters[parameters.length - 1]) : text;
        this.parameters = limited ? Arrays.copyOf(parameters, parameters.length - 1) : parameters;
    }

    /**
     * The number of rows is written into the text: as a parameter PostgreSQL does not know it when it plans for any values,
     * takes it for a tenth of all there are, and then would rather sort a whole city's claims than walk an index to the end
     * of a page.
     */
    private static String withLimit(String text, int limit) {
        int at = text.lastIndexOf(LIMIT);
        return text.substring(0, at)
                + LIMIT.replace("?", Integer.toString(limit))
                + text.substring(at + LIMIT.length());
    }

    /**
     * All rows, in the order of the query.
     *
     * @throws StoreException when there are more than {@link #MAX_LIST}
     */
    public <T> List<T> list(Function<Row, T> mapper) {
        List<T> found = new ArrayList<>();
        each(row -> {
            if (found.size() == MAX_LIST) {
                throw new StoreException("more than " + MAX_LIST + " rows, a limit is missing: " + text);
            }
            found.add(mapper.apply(row));
        });
        return List.copyOf(found);
    }

    /**
     * The only row there can be, if it is there.
     *
     * @throws StoreException when there are more
     */
    public <T> Optional<T> optional(Function<Row, T> mapper) {
        List<T> found = new ArrayList<>(1);
        each(row -> {
            if (!found.isEmpty()) {
                throw new StoreException("more than one row: " + text);
            }
            found.add(mapper.apply(row));
        });
        return found.stream().findFirst();
    }

    /**
     * The only row there is.
     *
     * @throws StoreException when there is none, or more
     */
    public <T> T one(Function<Row, T> mapper) {
        return optional(mapper).orElseThrow(() -> new StoreException("no row: " + text));
    }

    /** Whether there is any row. */
    public boolean exists() {
        return sql.withStatement(text, () -> sql.connection().prepareStatement(text), this::first);
    }

    /** Goes through the rows one by one, however many there are; no list of them is ever held. */
    public void each(Consumer<Row> consumer) {
        sql.withStatement(text, () -> sql.connection().prepareStatement(text), statement -> {
            statement.setFetchSize(FETCH_SIZE);
            Parameters.bind(statement, parameters);
            try (ResultSet results = statement.executeQuery()) {
                Row row = new Row(results, text);
                while (results.next()) {
                    consumer.accept(row);
                }
            }
            return true;
        });
    }

    private boolean first(PreparedStatement statement) throws SQLException {
        statement.setMaxRows(1);
        Parameters.bind(statement, parameters);
        try (ResultSet results = statement.executeQuery()) {
            return results.next();
        }
    }
}
