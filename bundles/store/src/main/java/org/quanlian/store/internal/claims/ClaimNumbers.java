package org.quanlian.store.internal.claims;

import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;

/**
 * Numbers of claims, counted by city and year. The counter's row is locked by whoever takes a number until its transaction
 * ends, so a number is given once; one that is not used after all is taken back with the transaction.
 */
final class ClaimNumbers {
    private final Sql sql;

    ClaimNumbers(Sql sql) {
        this.sql = sql;
    }

    String next(Area city, int year) {
        String series = city.code() + "-" + year;
        if (!count(series)) {
            begin(series);
        }
        long number = sql.query("SELECT last_number FROM claim_numbers WHERE series = ?", series)
                .one(row -> row.number("last_number"));
        return String.format("%s-%06d", series, number);
    }

    private boolean count(String series) {
        return sql.update("UPDATE claim_numbers SET last_number = last_number + 1 WHERE series = ?", series) == 1;
    }

    private void begin(String series) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("claim_numbers")
                        .set("series", series)
                        .set("last_number", 1L)
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            // Somebody else began the same series in between.
            if (!e.is("pk_claim_numbers") || !count(series)) {
                throw e;
            }
        }
    }
}
