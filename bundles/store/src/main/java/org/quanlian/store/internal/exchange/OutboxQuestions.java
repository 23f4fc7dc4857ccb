package org.quanlian.store.internal.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.QueueCount;
import org.quanlian.vouchers.exchange.SignedExchange;
import org.quanlian.vouchers.exchange.SignedText;

/** What is asked about the messages to partners, in one transaction. */
final class OutboxQuestions {
    private static final String ENTRY = "SELECT id, partner, message_type, subject, born_at, expires_at, trace_parent,"
            + " state, attempts, due_at, settled_at, problem, problem_zh, problem_en, successor FROM exchange_outbox";

    private final Sql sql;

    OutboxQuestions(Sql sql) {
        this.sql = sql;
    }

    /** A message with what it says. */
    OwedMessage owed(String id) {
        Taken taken = sql.query(
                        "SELECT partner, message_type, subject, born_at, expires_at, trace_parent, content,"
                                + " sequence_number, owed_since, attempts, message, signature, signer"
                                + " FROM exchange_outbox WHERE id = ?",
                        id)
                .one(row -> new Taken(
                        new OutboxMessage(
                                new Id<>(id),
                                new Area(row.string("partner")),
                                row.string("message_type"),
                                row.string("subject"),
                                row.instant("born_at"),
                                row.instant("expires_at"),
                                row.optionalString("trace_parent"),
                                row.optionalString("content").orElse("")),
                        row.number("sequence_number"),
                        row.instant("owed_since"),
                        row.integer("attempts"),
                        Three.of(row, "message", "signature", "signer")));
        return new OwedMessage(
                taken.message(),
                taken.sequence(),
                taken.owedSince(),
                taken.attempts(),
                taken.signed().map(this::read));
    }

    Optional<OutboxEntry> find(Id<OutboxMessage> id) {
        return sql.query(ENTRY + " WHERE id = ?", id.value()).optional(OutboxQuestions::entry);
    }

    Optional<SignedExchange> evidence(Id<OutboxMessage> id) {
        return sql.query(
                        "SELECT message, signature, signer, receipt, receipt_signature, receipt_signer"
                                + " FROM exchange_outbox WHERE id = ? AND message IS NOT NULL",
                        id.value())
                .optional(row -> List.of(
                        Three.of(row, "message", "signature", "signer"),
                        Three.of(row, "receipt", "receipt_signature", "receipt_signer")))
                .map(texts -> new SignedExchange(
                        read(texts.get(0).orElseThrow()),
                        former(id),
                        texts.get(1).map(this::read)));
    }

    /** Signatures over a message that were made before the one it has. */
    List<SignedText> former(Id<OutboxMessage> id) {
        return sql
                .query(
                        "SELECT o.message, f.signature, f.signer FROM exchange_former_signatures f"
                                + " JOIN exchange_outbox o ON o.id = f.message WHERE f.message = ? ORDER BY f.signer",
                        id.value())
                .list(row -> Three.of(row, "message", "signature", "signer").orElseThrow())
                .stream()
                .map(this::read)
                .toList();
    }

    Page<OutboxEntry> page(Optional<Area> partner, Optional<OutboxEntry.State> state, Page.Request page) {
        List<Object> parameters = new ArrayList<>();
        partner.ifPresent(area -> parameters.add(area.code()));
        state.ifPresent(parameters::add);
        page.after().ifPresent(after -> parameters.add(page.afterName("")));
        parameters.add(page.toRead());
        List<OutboxEntry> read = sql.query(
                        ENTRY + " WHERE place > 0"
                                + (partner.isPresent() ? " AND partner = ?" : "")
                                + (state.isPresent() ? " AND state = ?" : "")
                                + (page.after().isPresent() ? " AND id < ?" : "")
                                + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(OutboxQuestions::entry);
        return Page.of(read, page, entry -> entry.id().value());
    }

    List<QueueCount> counts() {
        return sql.query("SELECT partner, state, COUNT(*) AS messages, MIN(born_at) AS oldest FROM exchange_outbox"
                        + " WHERE state IN ('BEHIND', 'OWED', 'REFUSED', 'GIVEN_UP') AND successor IS NULL"
                        + " GROUP BY partner, state ORDER BY partner, state")
                .list(row -> new QueueCount(
                        new Area(row.string("partner")),
                        row.constant("state", OutboxEntry.State.class),
                        row.number("messages"),
                        row.instant("oldest")));
    }

    private SignedText read(Three signed) {
        return ExchangeRows.signed(sql, signed.text(), signed.signature(), signed.signer());
    }

    private static OutboxEntry entry(Row row) {
        return new OutboxEntry(
                new Id<>(row.string("id")),
                new Area(row.string("partner")),
                row.string("message_type"),
                row.string("subject"),
                row.instant("born_at"),
                row.instant("expires_at"),
                row.optionalString("trace_parent"),
                row.constant("state", OutboxEntry.State.class),
                row.integer("attempts"),
                row.instant("due_at"),
                row.optionalInstant("settled_at"),
                ExchangeRows.problem(row),
                row.optionalString("successor").map(Id::new));
    }

    /** A row as it was read, before its signer's certificate is. */
    private record Taken(
            OutboxMessage message, long sequence, Instant owedSince, int attempts, Optional<Three> signed) {}

    /** What was signed, by columns. */
    private record Three(String text, String signature, String signer) {
        static Optional<Three> of(Row row, String text, String signature, String signer) {
            return row.optionalString(text).map(it -> new Three(it, row.string(signature), row.string(signer)));
        }
    }
}
