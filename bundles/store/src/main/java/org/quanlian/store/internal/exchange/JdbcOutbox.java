package org.quanlian.store.internal.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.Outbox;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.QueueCount;
import org.quanlian.vouchers.exchange.SignedExchange;
import org.quanlian.vouchers.exchange.SignedText;

/**
 * What partners are told, in one transaction. A message that is taken stays owed, due again later, and counts the attempt: so
 * a worker that was too slow is known by the number of its attempt.
 */
public final class JdbcOutbox implements Outbox {
    private static final String STILL_MINE = " WHERE id = ? AND state = 'OWED' AND attempts = ?";

    private final Sql sql;
    private final OutboxSubjects subjects;
    private final OutboxQuestions questions;

    /** @param sql the transaction */
    public JdbcOutbox(Sql sql) {
        this.sql = sql;
        this.subjects = new OutboxSubjects(sql);
        this.questions = new OutboxQuestions(sql);
    }

    @Override
    public void add(OutboxMessage message) {
        String partner = message.partner().code();
        OutboxSubjects.Turn turn = subjects.born(partner, message.subject());
        row(message, turn).set("content", message.data()).run();
    }

    private Insert row(OutboxMessage message, OutboxSubjects.Turn turn) {
        return sql.insertInto("exchange_outbox")
                .set("id", message.id().value())
                .set("partner", message.partner().code())
                .set("subject", message.subject())
                .set("place", turn.born())
                .set("sequence_number", turn.isOfTheLast() ? Optional.of(turn.nextSequence()) : Optional.empty())
                .set("message_type", message.type())
                .set("born_at", message.bornAt())
                .set("expires_at", message.expiresAt())
                .set("trace_parent", message.traceParent())
                .set("content_length", message.data().length())
                .set("state", turn.isOfTheLast() ? OutboxEntry.State.OWED : OutboxEntry.State.BEHIND)
                .set("owed_since", message.bornAt())
                .set("due_at", message.bornAt())
                .set("attempts", 0);
    }

    @Override
    public List<OwedMessage> take(Area partner, Instant now, Instant until, int limit) {
        String due = sql.dialect()
                .skippingLocked("SELECT id, content_length FROM exchange_outbox WHERE state = 'OWED' AND partner = ?"
                        + " AND due_at <= ? ORDER BY due_at, id FETCH FIRST ? ROWS ONLY");
        List<OwedMessage> taken = new ArrayList<>();
        int characters = 0;
        for (Due each : sql.query(due, partner.code(), now, limit)
                .list(row -> new Due(row.string("id"), row.integer("content_length")))) {
            characters += each.characters();
            if (!taken.isEmpty() && characters > MAX_TAKEN) {
                break;
            }
            int rows = sql.update(
                    "UPDATE exchange_outbox SET due_at = ?, attempts = attempts + 1"
                            + " WHERE id = ? AND state = 'OWED' AND due_at <= ?",
                    until,
                    each.id(),
                    now);
            if (rows == 1) {
                taken.add(questions.owed(each.id()));
            }
        }
        return taken;
    }

    @Override
    public boolean signed(OwedMessage message, SignedText signed) {
        String id = message.message().id().value();
        ExchangeRows.keep(sql, signed.signer());
        int rows = sql.update(
                "UPDATE exchange_outbox SET message = ?, signature = ?, signer = ?, content = NULL" + STILL_MINE,
                signed.text(),
                signed.signature(),
                signed.signer().fingerprint(),
                id,
                message.attempt());
        if (rows == 1) {
            message.signed().ifPresent(former -> keepFormer(id, former));
        }
        return rows == 1;
    }

    private void keepFormer(String id, SignedText former) {
        ExchangeRows.addIfAbsent(
                sql,
                sql.insertInto("exchange_former_signatures")
                        .set("message", id)
                        .set("signer", former.signer().fingerprint())
                        .set("signature", former.signature()));
    }

    @Override
    public List<SignedText> formerSignatures(Id<OutboxMessage> id) {
        return questions.former(id);
    }

    @Override
    public boolean delivered(Id<OutboxMessage> id, SignedText receipt, Instant at) {
        return settle(id, OutboxEntry.State.DELIVERED, receipt, Optional.empty(), at);
    }

    @Override
    public boolean refused(Id<OutboxMessage> id, SignedText refusal, DeliveryProblem problem, Instant at) {
        return settle(id, OutboxEntry.State.REFUSED, refusal, Optional.of(problem), at);
    }

    /** Whoever has taken it meanwhile: what the partner signed is so. */
    private boolean settle(
            Id<OutboxMessage> id,
            OutboxEntry.State state,
            SignedText answer,
            Optional<DeliveryProblem> problem,
            Instant at) {
        ExchangeRows.keep(sql, answer.signer());
        int rows = sql.update(
                "UPDATE exchange_outbox SET state = ?, settled_at = ?, problem = ?, problem_zh = ?, problem_en = ?,"
                        + " receipt = ?, receipt_signature = ?, receipt_signer = ?"
                        + " WHERE id = ? AND state IN ('OWED', 'GIVEN_UP')",
                state,
                at,
                ExchangeRows.code(problem),
                ExchangeRows.zh(problem),
                ExchangeRows.en(problem),
                answer.text(),
                answer.signature(),
                answer.signer().fingerprint(),
                id.value());
        if (rows == 1) {
            Place place = place(id);
            subjects.settled(place.partner(), place.subject(), state == OutboxEntry.State.DELIVERED, at);
        }
        return rows == 1;
    }

    @Override
    public void putOff(OwedMessage message, Instant due, DeliveryProblem problem, Optional<SignedText> refusal) {
        int rows = sql.update(
                "UPDATE exchange_outbox SET due_at = ?, problem = ?, problem_zh = ?, problem_en = ?" + STILL_MINE,
                due,
                problem.code(),
                problem.text().zh(),
                problem.text().en(),
                message.message().id().value(),
                message.attempt());
        keepRefusal(message, rows == 1 ? refusal : Optional.empty());
    }

    @Override
    public void giveUp(OwedMessage message, Instant at, DeliveryProblem problem, Optional<SignedText> refusal) {
        int rows = sql.update(
                "UPDATE exchange_outbox SET state = 'GIVEN_UP', settled_at = ?, problem = ?, problem_zh = ?,"
                        + " problem_en = ?" + STILL_MINE,
                at,
                problem.code(),
                problem.text().zh(),
                problem.text().en(),
                message.message().id().value(),
                message.attempt());
        keepRefusal(message, rows == 1 ? refusal : Optional.empty());
    }

    private void keepRefusal(OwedMessage message, Optional<SignedText> refusal) {
        refusal.ifPresent(answer -> {
            ExchangeRows.keep(sql, answer.signer());
            sql.updateOne(
                    "UPDATE exchange_outbox SET receipt = ?, receipt_signature = ?, receipt_signer = ? WHERE id = ?",
                    answer.text(),
                    answer.signature(),
                    answer.signer().fingerprint(),
                    message.message().id().value());
        });
    }

    @Override
    public void release(OwedMessage message, Instant due) {
        sql.update(
                "UPDATE exchange_outbox SET due_at = ?, attempts = attempts - 1" + STILL_MINE,
                due,
                message.message().id().value(),
                message.attempt());
    }

    @Override
    public boolean redrive(Id<OutboxMessage> id, Instant at) {
        return sql.update(
                        "UPDATE exchange_outbox SET state = 'OWED', owed_since = ?, due_at = ?, settled_at = NULL"
                                + " WHERE id = ? AND state = 'GIVEN_UP'",
                        at,
                        at,
                        id.value())
                == 1;
    }

    @Override
    public int redriveAll(Area partner, Instant at) {
        return sql.update(
                "UPDATE exchange_outbox SET state = 'OWED', owed_since = ?, due_at = ?, settled_at = NULL"
                        + " WHERE partner = ? AND state = 'GIVEN_UP'",
                at,
                at,
                partner.code());
    }

    @Override
    public boolean replace(Id<OutboxMessage> refused, OutboxMessage successor) {
        if (find(refused).isEmpty()) {
            return false;
        }
        Place place = place(refused);
        if (!subjects.isLast(place.partner(), place.subject(), place.number())) {
            return false;
        }
        int rows = sql.update(
                "UPDATE exchange_outbox SET successor = ? WHERE id = ? AND state = 'REFUSED' AND successor IS NULL",
                successor.id().value(),
                refused.value());
        if (rows == 1) {
            add(successor);
        }
        return rows == 1;
    }

    @Override
    public Optional<OutboxEntry> find(Id<OutboxMessage> id) {
        return questions.find(id);
    }

    @Override
    public Optional<SignedExchange> evidence(Id<OutboxMessage> id) {
        return questions.evidence(id);
    }

    @Override
    public Page<OutboxEntry> page(Optional<Area> partner, Optional<OutboxEntry.State> state, Page.Request page) {
        return questions.page(partner, state, page);
    }

    @Override
    public List<QueueCount> counts() {
        return questions.counts();
    }

    private Place place(Id<OutboxMessage> id) {
        return sql.query("SELECT partner, subject, place FROM exchange_outbox WHERE id = ?", id.value())
                .one(row -> new Place(row.string("partner"), row.string("subject"), row.number("place")));
    }

    /** A message that is due, and how much it says. */
    private record Due(String id, int characters) {}

    /** Where a message stands among those about its subject. */
    private record Place(String partner, String subject, long number) {}
}
