package org.quanlian.store.internal.exchange;

import java.time.Instant;
import org.quanlian.store.internal.jdbc.Sql;

/**
 * Whose turn it is among the messages to a partner about a subject, in one transaction. Each move locks the subject's row
 * before it looks, and so waits for whoever moves it.
 */
final class OutboxSubjects {
    private final Sql sql;

    OutboxSubjects(Sql sql) {
        this.sql = sql;
    }

    /** The place of one more message. */
    Turn born(String partner, String subject) {
        if (!move("born = born + 1", partner, subject)) {
            ExchangeRows.addIfAbsent(
                    sql,
                    sql.insertInto("exchange_outbox_subjects")
                            .set("partner", partner)
                            .set("subject", subject)
                            .set("born", 0L)
                            .set("settled", 0L)
                            .set("delivered", 0L));
            // Somebody else may have been first.
            move("born = born + 1", partner, subject);
        }
        return turn(partner, subject);
    }

    /** The message whose turn it was is settled; the next one's turn it is then. */
    void settled(String partner, String subject, boolean delivered, Instant at) {
        move(
                delivered ? "settled = settled + 1, delivered = delivered + 1" : "settled = settled + 1",
                partner,
                subject);
        Turn turn = turn(partner, subject);
        sql.update(
                "UPDATE exchange_outbox SET state = 'OWED', owed_since = ?, due_at = ?, sequence_number = ?"
                        + " WHERE partner = ? AND subject = ? AND place = ? AND state = 'BEHIND'",
                at,
                at,
                turn.nextSequence(),
                partner,
                subject,
                turn.settled() + 1);
    }

    /** Whether a message is the last that was born about its subject; none is born until this transaction ends. */
    boolean isLast(String partner, String subject, long place) {
        move("born = born", partner, subject);
        return turn(partner, subject).born() == place;
    }

    private boolean move(String how, String partner, String subject) {
        return sql.update(
                        "UPDATE exchange_outbox_subjects SET " + how + " WHERE partner = ? AND subject = ?",
                        partner,
                        subject)
                == 1;
    }

    private Turn turn(String partner, String subject) {
        return sql.query(
                        "SELECT born, settled, delivered FROM exchange_outbox_subjects WHERE partner = ? AND subject = ?",
                        partner,
                        subject)
                .one(row -> new Turn(row.number("born"), row.number("settled"), row.number("delivered")));
    }

    /**
     * How far a partner was told about a subject.
     *
     * @param born place of the last message that was born
     * @param settled place of the last that is settled
     * @param delivered how many the partner stored
     */
    record Turn(long born, long settled, long delivered) {
        /** Whether it is the turn of the message that was born last. */
        boolean isOfTheLast() {
            return settled + 1 == born;
        }

        /** What sequence the message has whose turn it is. */
        long nextSequence() {
            return delivered + 1;
        }
    }
}
