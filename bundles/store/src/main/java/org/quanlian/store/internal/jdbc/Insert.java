package org.quanlian.store.internal.jdbc;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row to be inserted, its values named by their columns. */
public final class Insert {
    private final Sql sql;
    private final String table;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Insert(Sql sql, String table) {
        this.sql = sql;
        this.table = table;
    }

    /** Gives a column its value; see {@link Parameters}. */
    public Insert set(String column, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("column " + column + " of " + table + " is null: say Optional.empty()");
        }
        if (values.putIfAbsent(column, value) != null) {
            throw new IllegalArgumentException("column " + column + " of " + table + " is set twice");
        }
        return this;
    }

    /**
     * Inserts the row.
     *
     * @throws ConstraintViolationException when a constraint refuses it
     */
    public void run() {
        sql.update(text(), parameters());
    }

    /**
     * Inserts the row and answers the number that the database gave it.
     *
     * @param column the column that is {@code GENERATED ALWAYS AS IDENTITY}
     * @throws ConstraintViolationException when a constraint refuses it
     */
    public long runReturning(String column) {
        String text = text();
        sql.changing(text, parameters());
        String[] generated = {sql.dialect().stored(column)};
        return sql.withStatement(text, () -> sql.connection().prepareStatement(text, generated), statement -> {
            Parameters.bind(statement, parameters());
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new StoreException("no number was generated: " + text);
                }
                return keys.getLong(1);
            }
        });
    }

    private String text() {
        List<String> marks = new ArrayList<>();
        values.keySet().forEach(column -> marks.add("?"));
        return "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                + String.join(", ", marks) + ")";
    }

    private Object[] parameters() {
        return values.values().toArray();
    }
}
