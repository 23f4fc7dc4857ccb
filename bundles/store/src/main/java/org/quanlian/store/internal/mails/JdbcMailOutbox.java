package org.quanlian.store.internal.mails;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.notifications.ReceivedRows;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.mails.LostMail;
import org.quanlian.vouchers.mails.MailOutbox;
import org.quanlian.vouchers.mails.OwedMail;
import org.quanlian.vouchers.notifications.Received;

/**
 * The mails of one transaction. A mail that is taken stays owed, due again later, and counts the attempt: so a worker that
 * was too slow is known by the number of its attempt.
 */
public final class JdbcMailOutbox implements MailOutbox {
    private final Sql sql;

    /** @param sql the transaction */
    public JdbcMailOutbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<OwedMail> take(Instant now, Instant until, int limit) {
        String due = sql.dialect()
                .skippingLocked("SELECT notification FROM mail_outbox WHERE state = 'OWED' AND due_at <= ?"
                        + " ORDER BY due_at, notification FETCH FIRST ? ROWS ONLY");
        List<OwedMail> taken = new ArrayList<>();
        for (String id : sql.query(due, now, limit).list(row -> row.string("notification"))) {
            int rows = sql.update(
                    "UPDATE mail_outbox SET due_at = ?, attempts = attempts + 1"
                            + " WHERE notification = ? AND state = 'OWED' AND due_at <= ?",
                    until,
                    id,
                    now);
            if (rows == 1) {
                addressed(id).ifPresentOrElse(taken::add, () -> settle(id, "LAPSED", now));
            }
        }
        return taken;
    }

    @Override
    public void sent(Id<Received> mail, Instant at) {
        // Whoever has it now: a mail server took it, and that is what counts.
        sql.update(
                "UPDATE mail_outbox SET state = 'SENT', settled_at = ?, problem = NULL"
                        + " WHERE notification = ? AND state <> 'SENT'",
                at,
                mail.value());
    }

    @Override
    public void putOff(OwedMail mail, Instant due, String problem) {
        sql.update(
                "UPDATE mail_outbox SET due_at = ?, problem = ?"
                        + " WHERE notification = ? AND state = 'OWED' AND attempts = ?",
                due,
                problem,
                mail.id().value(),
                mail.attempt());
    }

    @Override
    public void giveUp(OwedMail mail, Instant at, String problem) {
        sql.update(
                "UPDATE mail_outbox SET state = 'GIVEN_UP', settled_at = ?, problem = ?"
                        + " WHERE notification = ? AND state = 'OWED' AND attempts = ?",
                at,
                problem,
                mail.id().value(),
                mail.attempt());
    }

    @Override
    public int endOlderThan(Instant told, Instant at, int limit) {
        // Only what is due: what a worker has now it may still send.
        List<Ended> old = sql.query(
                        sql.dialect()
                                .skippingLocked("SELECT notification, attempts FROM mail_outbox"
                                        + " WHERE state = 'OWED' AND told_at < ? AND due_at <= ?"
                                        + " ORDER BY told_at, notification FETCH FIRST ? ROWS ONLY"),
                        told,
                        at,
                        limit)
                .list(row -> new Ended(row.string("notification"), row.integer("attempts") > 0));
        int givenUp = 0;
        for (Ended mail : old) {
            int rows = sql.update(
                    "UPDATE mail_outbox SET state = ?, settled_at = ?, problem = COALESCE(problem, 'interrupted')"
                            + " WHERE notification = ? AND state = 'OWED' AND due_at <= ?",
                    mail.tried() ? "GIVEN_UP" : "LAPSED",
                    at,
                    mail.id(),
                    at);
            givenUp += mail.tried() ? rows : 0;
        }
        return givenUp;
    }

    @Override
    public Page<LostMail> givenUp(Page.Request page) {
        List<Object> parameters = new ArrayList<>();
        page.after().ifPresent(parameters::add);
        parameters.add(page.toRead());
        List<LostMail> read = sql.query(
                        "SELECT m.notification, n.kind, m.attempts, m.problem, m.told_at, m.settled_at"
                                + " FROM mail_outbox m JOIN notifications n ON n.id = m.notification"
                                + " WHERE m.state = 'GIVEN_UP'"
                                + (page.after().isPresent() ? " AND m.notification < ?" : "")
                                + " ORDER BY m.notification DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(row -> new LostMail(
                        new Id<>(row.string("notification")),
                        row.string("kind"),
                        row.integer("attempts"),
                        row.string("problem"),
                        row.instant("told_at"),
                        row.instant("settled_at")));
        return Page.of(read, page, mail -> mail.id().value());
    }

    @Override
    public boolean oweAgain(Id<Received> mail, Instant at) {
        // It is told anew, or it would be too old at once.
        return sql.update(
                        "UPDATE mail_outbox SET state = 'OWED', settled_at = NULL, attempts = 0, due_at = ?, told_at = ?"
                                + " WHERE notification = ? AND state = 'GIVEN_UP'",
                        at,
                        at,
                        mail.value())
                == 1;
    }

    private Optional<OwedMail> addressed(String id) {
        return sql.query(
                        "SELECT n.kind, n.subject, n.text_zh, n.text_en, n.happened_at, a.email, m.attempts"
                                + " FROM mail_outbox m JOIN notifications n ON n.id = m.notification"
                                + " JOIN accounts a ON a.id = n.account"
                                + " WHERE m.notification = ? AND a.email IS NOT NULL AND a.state <> 'DISABLED'",
                        id)
                .optional(row -> new OwedMail(
                        new Id<>(id), row.string("email"), ReceivedRows.notification(row), row.integer("attempts")));
    }

    private void settle(String id, String state, Instant at) {
        sql.updateOne("UPDATE mail_outbox SET state = ?, settled_at = ? WHERE notification = ?", state, at, id);
    }

    /** A mail that is too old. */
    private record Ended(String id, boolean tried) {}
}
