package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;

/** Pages of rows that are named by their {@code id}, the newest first: all, or those with one value in a column. */
final class NewestFirst {
    private NewestFirst() {}

    /**
     * A page.
     *
     * @param select what is read, from where, without a condition
     * @param column the column that is asked for
     * @param value its value; empty when it does not matter
     * @param id the name of what was read
     */
    static <T> Page<T> page(
            Sql sql,
            String select,
            String column,
            Optional<?> value,
            Page.Request page,
            Function<Row, T> reading,
            Function<? super T, String> id) {
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        value.ifPresent(only -> {
            conditions.add(column + " = ?");
            parameters.add(only);
        });
        page.after().ifPresent(after -> {
            conditions.add("id < ?");
            parameters.add(page.afterName(""));
        });
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        // The length of a page stands in the text: see decision 0025.
        String text = select + where + " ORDER BY id DESC FETCH FIRST " + page.toRead() + " ROWS ONLY";
        return Page.of(sql.query(text, parameters.toArray()).list(reading), page, id);
    }
}
