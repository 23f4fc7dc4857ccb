package org.quanlian.store.internal.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.Objection.State;

/** Objections, as rows. */
final class ObjectionRows {
    private static final String OBJECTION = "SELECT id, notice, position, claim, name, contact, objection, filed_at,"
            + " recorded_by, state, answer, decided_by, decided_at FROM objections";

    private final Sql sql;

    ObjectionRows(Sql sql) {
        this.sql = sql;
    }

    void add(Objection objection) {
        sql.insertInto("objections")
                .set("id", objection.id().value())
                .set("notice", objection.notice().value())
                .set("position", objection.position())
                .set("claim", objection.claim().value())
                .set("name", objection.name())
                .set("contact", objection.contact())
                .set("objection", objection.text())
                .set("filed_at", objection.at())
                .set("recorded_by", objection.recordedBy())
                .set("state", objection.state())
                .set("answer", objection.answer())
                .set("decided_by", objection.decidedBy())
                .set("decided_at", objection.decidedAt())
                .run();
    }

    Optional<Objection> find(Id<Objection> id) {
        return sql.query(OBJECTION + " WHERE id = ?", id.value()).optional(ObjectionRows::objection);
    }

    void update(Objection objection) {
        sql.updateOne(
                "UPDATE objections SET state = ?, answer = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                objection.state(),
                objection.answer(),
                objection.decidedBy(),
                objection.decidedAt(),
                objection.id().value());
    }

    List<Objection> open(Id<VoucherClaim> claim) {
        return sql.query(OBJECTION + " WHERE claim = ? AND state = ? ORDER BY id", claim.value(), State.OPEN)
                .list(ObjectionRows::objection);
    }

    Page<Objection> list(State state, Page.Request request) {
        List<Objection> read = sql.query(
                        OBJECTION + " WHERE state = ? AND id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                        state,
                        request.afterName(""),
                        request.toRead())
                .list(ObjectionRows::objection);
        return Page.of(read, request, objection -> objection.id().value());
    }

    long filedSince(Instant instant) {
        return sql.query("SELECT COUNT(*) AS n FROM objections WHERE filed_at >= ? AND recorded_by IS NULL", instant)
                .one(row -> row.number("n"));
    }

    private static Objection objection(Row row) {
        return new Objection(
                new Id<>(row.string("id")),
                new Id<>(row.string("notice")),
                row.integer("position"),
                new Id<>(row.string("claim")),
                row.string("name"),
                row.string("contact"),
                row.string("objection"),
                row.instant("filed_at"),
                row.optionalString("recorded_by"),
                row.constant("state", State.class),
                row.string("answer"),
                row.string("decided_by"),
                row.optionalInstant("decided_at"));
    }
}
