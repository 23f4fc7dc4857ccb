package org.quanlian.store.internal.requests;

import java.time.Instant;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.RepeatedRequests;

/**
 * Answers kept in one transaction. Who asks for a key that is new takes its row first, so that another with the same key
 * waits for the end of this transaction, and then finds the answer, or nothing when it came to none.
 */
public final class JdbcRepeatedRequests implements RepeatedRequests {
    private final Sql sql;

    /** @param sql the transaction */
    public JdbcRepeatedRequests(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Answer> find(String caller, String key) {
        if (!isNew(caller, key)) {
            sql.update(
                    "UPDATE repeated_requests SET request_key = request_key WHERE caller = ? AND request_key = ?",
                    caller,
                    key);
        }
        return look(caller, key);
    }

    @Override
    public Optional<Answer> look(String caller, String key) {
        return sql.query(
                        "SELECT request_digest, status, location, body, answered_at FROM repeated_requests"
                                + " WHERE caller = ? AND request_key = ? AND answered_at IS NOT NULL",
                        caller,
                        key)
                .optional(row -> new Answer(
                        row.string("request_digest"),
                        row.integer("status"),
                        row.string("location"),
                        row.optionalString("body").orElse(""),
                        row.instant("answered_at")));
    }

    @Override
    public void keep(String caller, String key, Answer answer) {
        sql.updateOne(
                "UPDATE repeated_requests SET request_digest = ?, status = ?, location = ?, body = ?, answered_at = ?"
                        + " WHERE caller = ? AND request_key = ?",
                answer.request(),
                answer.status(),
                answer.location(),
                answer.body(),
                answer.at(),
                caller,
                key);
    }

    @Override
    public int forgetBefore(Instant instant) {
        // A key that nobody holds any more and that has no answer was left by a node that ended in between.
        return sql.update("DELETE FROM repeated_requests WHERE answered_at < ? OR answered_at IS NULL", instant);
    }

    private boolean isNew(String caller, String key) {
        try {
            return sql.recoverable(() -> {
                sql.insertInto("repeated_requests")
                        .set("caller", caller)
                        .set("request_key", key)
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (!e.is("pk_repeated_requests")) {
                throw e;
            }
            return false;
        }
    }
}
