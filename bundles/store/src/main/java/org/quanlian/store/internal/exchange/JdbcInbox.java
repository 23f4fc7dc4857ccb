package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.store.internal.jdbc.Insert;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.Inbox;
import org.quanlian.vouchers.exchange.InboxMessage;
import org.quanlian.vouchers.exchange.InboxRefusal;
import org.quanlian.vouchers.exchange.SignedExchange;
import org.quanlian.vouchers.exchange.SignedText;

/** What partners told, in one transaction. */
public final class JdbcInbox implements Inbox {
    private static final String COLUMNS = "source, id, message_type, subject, sequence_number, born_at, trace_parent,"
            + " digest, received_at, problem, problem_zh, problem_en";

    private final Sql sql;
    private final RefusalRows refusals;

    /** @param sql the transaction */
    public JdbcInbox(Sql sql) {
        this.sql = sql;
        this.refusals = new RefusalRows(sql);
    }

    @Override
    public void begin(Area source, String subject) {
        if (!held(source, subject)) {
            ExchangeRows.addIfAbsent(
                    sql,
                    sql.insertInto("exchange_inbox_subjects")
                            .set("source", source.code())
                            .set("subject", subject)
                            .set("last_sequence", 0L));
            // Somebody else may have been first.
            held(source, subject);
        }
    }

    /** What was written stays locked until the end, on both databases. */
    private boolean held(Area source, String subject) {
        return sql.update(
                        "UPDATE exchange_inbox_subjects SET last_sequence = last_sequence"
                                + " WHERE source = ? AND subject = ?",
                        source.code(),
                        subject)
                == 1;
    }

    @Override
    public Optional<InboxMessage> find(Area source, Id<InboxMessage> id) {
        return sql.query(
                        "SELECT " + COLUMNS + " FROM exchange_inbox WHERE source = ? AND id = ?",
                        source.code(),
                        id.value())
                .optional(JdbcInbox::message);
    }

    @Override
    public List<InboxMessage> named(Id<InboxMessage> id) {
        return sql.query("SELECT " + COLUMNS + " FROM exchange_inbox WHERE id = ? ORDER BY source", id.value())
                .list(JdbcInbox::message);
    }

    @Override
    public Optional<SignedExchange> evidence(Area source, Id<InboxMessage> id) {
        return sql.query(
                        "SELECT message, signature, signer, receipt, receipt_signature, receipt_signer"
                                + " FROM exchange_inbox WHERE source = ? AND id = ?",
                        source.code(),
                        id.value())
                .optional(row -> List.of(
                        row.string("message"),
                        row.string("signature"),
                        row.string("signer"),
                        row.string("receipt"),
                        row.string("receipt_signature"),
                        row.string("receipt_signer")))
                .map(texts -> new SignedExchange(
                        ExchangeRows.signed(sql, texts.get(0), texts.get(1), texts.get(2)),
                        List.of(),
                        Optional.of(ExchangeRows.signed(sql, texts.get(3), texts.get(4), texts.get(5)))));
    }

    @Override
    public long lastSequence(Area source, String subject) {
        return sql.query(
                        "SELECT last_sequence FROM exchange_inbox_subjects WHERE source = ? AND subject = ?",
                        source.code(),
                        subject)
                .optional(row -> row.number("last_sequence"))
                .orElse(0L);
    }

    @Override
    public boolean add(InboxMessage message, SignedText signed, SignedText answer) {
        ExchangeRows.keep(sql, signed.signer());
        ExchangeRows.keep(sql, answer.signer());
        boolean added = ExchangeRows.addIfAbsent(sql, row(message, signed, answer));
        if (added && message.refusal().isEmpty()) {
            sql.updateOne(
                    "UPDATE exchange_inbox_subjects SET last_sequence = ? WHERE source = ? AND subject = ?",
                    message.sequence(),
                    message.source().code(),
                    message.subject());
        }
        return added;
    }

    private Insert row(InboxMessage message, SignedText signed, SignedText answer) {
        return sql.insertInto("exchange_inbox")
                .set("source", message.source().code())
                .set("id", message.id().value())
                .set("message_type", message.type())
                .set("subject", message.subject())
                .set("sequence_number", message.sequence())
                .set("born_at", message.bornAt())
                .set("trace_parent", message.traceParent())
                .set("digest", message.digest())
                .set("received_at", message.receivedAt())
                .set("problem", ExchangeRows.code(message.refusal()))
                .set("problem_zh", ExchangeRows.zh(message.refusal()))
                .set("problem_en", ExchangeRows.en(message.refusal()))
                .set("message", signed.text())
                .set("signature", signed.signature())
                .set("signer", signed.signer().fingerprint())
                .set("receipt", answer.text())
                .set("receipt_signature", answer.signature())
                .set("receipt_signer", answer.signer().fingerprint());
    }

    @Override
    public void add(InboxRefusal refusal) {
        refusals.add(refusal);
    }

    @Override
    public void forgetUntouched(Area source, String subject) {
        sql.update(
                "DELETE FROM exchange_inbox_subjects WHERE source = ? AND subject = ? AND last_sequence = 0",
                source.code(),
                subject);
    }

    @Override
    public Page<InboxMessage> page(Optional<Area> source, Page.Request page) {
        List<Object> parameters = new ArrayList<>();
        source.ifPresent(area -> parameters.add(area.code()));
        page.after().ifPresent(after -> parameters.add(arrival(after)));
        parameters.add(page.toRead());
        List<Arrival> read = sql.query(
                        "SELECT arrival, " + COLUMNS + " FROM exchange_inbox WHERE arrival > 0"
                                + (source.isPresent() ? " AND source = ?" : "")
                                + (page.after().isPresent() ? " AND arrival < ?" : "")
                                + " ORDER BY arrival DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(row -> new Arrival(row.number("arrival"), message(row)));
        return Page.of(read, page, each -> Long.toString(each.number())).map(Arrival::message);
    }

    @Override
    public Page<InboxRefusal> refusals(Optional<Area> peer, Page.Request page) {
        return refusals.page(peer, page);
    }

    private static long arrival(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("page.cursor", "that is no cursor of this list");
        }
    }

    private static InboxMessage message(Row row) {
        return new InboxMessage(
                new Area(row.string("source")),
                new Id<>(row.string("id")),
                row.string("message_type"),
                row.string("subject"),
                row.number("sequence_number"),
                row.instant("born_at"),
                row.optionalString("trace_parent"),
                row.string("digest"),
                row.instant("received_at"),
                ExchangeRows.problem(row));
    }

    /** A message and where it stands among those that came. */
    private record Arrival(long number, InboxMessage message) {}
}
