package org.quanlian.store.internal.accounts;

import java.time.Instant;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.accounts.LoginAttempts;

/** What was tried lately, for one transaction. */
final class JdbcLoginAttempts implements LoginAttempts {
    private static final String TABLE = "login_attempts";

    private final Sql sql;

    JdbcLoginAttempts(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Tries lock(String key) {
        if (sql.lock(TABLE, "id", key) == 0) {
            addUnlessThere(key);
            sql.lock(TABLE, "id", key);
        }
        return sql.query("SELECT failures, since, closed_until FROM login_attempts WHERE id = ?", key)
                .one(row -> new Tries(row.integer("failures"), row.instant("since"), row.instant("closed_until")));
    }

    @Override
    public void keep(String key, Tries tries) {
        sql.updateOne(
                "UPDATE login_attempts SET failures = ?, since = ?, closed_until = ? WHERE id = ?",
                tries.failures(),
                tries.since(),
                tries.closedUntil(),
                key);
    }

    @Override
    public int forgetBefore(Instant instant) {
        return sql.update("DELETE FROM login_attempts WHERE since < ? AND closed_until < ?", instant, instant);
    }

    private void addUnlessThere(String key) {
        try {
            sql.recoverable(() -> {
                sql.insertInto(TABLE)
                        .set("id", key)
                        .set("failures", Tries.NONE.failures())
                        .set("since", Tries.NONE.since())
                        .set("closed_until", Tries.NONE.closedUntil())
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            // Somebody else has just added the same key: it is there, which is all that is wanted.
            if (!e.is("pk_login_attempts")) {
                throw e;
            }
        }
    }
}
