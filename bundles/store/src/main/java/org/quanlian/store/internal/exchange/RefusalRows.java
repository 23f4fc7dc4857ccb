package org.quanlian.store.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.Inbox;
import org.quanlian.vouchers.exchange.InboxRefusal;

/** The refusals that belong to no message which is kept, in one transaction. */
final class RefusalRows {
    private final Sql sql;

    RefusalRows(Sql sql) {
        this.sql = sql;
    }

    void add(InboxRefusal refusal) {
        if (again(refusal)) {
            return;
        }
        boolean added = ExchangeRows.addIfAbsent(
                sql,
                sql.insertInto("exchange_refusals")
                        .set("id", refusal.id().value())
                        .set("peer", refusal.peer().code())
                        .set("message", refusal.message().map(Id::value))
                        .set("digest", refusal.digest())
                        .set("signed", refusal.signed())
                        .set("trace_parent", refusal.traceParent())
                        .set("problem", refusal.refusal().code())
                        .set("problem_zh", refusal.refusal().text().zh())
                        .set("problem_en", refusal.refusal().text().en())
                        .set("first_at", refusal.firstAt())
                        .set("last_at", refusal.lastAt())
                        .set("times", refusal.times()));
        if (added) {
            forgetOldest(refusal.peer());
        } else {
            again(refusal);
        }
    }

    private boolean again(InboxRefusal refusal) {
        return sql.update(
                        "UPDATE exchange_refusals SET times = times + 1, last_at = ?, problem_zh = ?, problem_en = ?"
                                + " WHERE peer = ? AND digest = ? AND problem = ?",
                        refusal.lastAt(),
                        refusal.refusal().text().zh(),
                        refusal.refusal().text().en(),
                        refusal.peer().code(),
                        refusal.digest(),
                        refusal.refusal().code())
                == 1;
    }

    private void forgetOldest(Area peer) {
        List<String> all = sql.query(
                        "SELECT id FROM exchange_refusals WHERE peer = ? ORDER BY last_at DESC, id DESC"
                                + " FETCH FIRST ? ROWS ONLY",
                        peer.code(),
                        Inbox.MAX_REFUSALS + 1)
                .list(row -> row.string("id"));
        if (all.size() > Inbox.MAX_REFUSALS) {
            sql.update("DELETE FROM exchange_refusals WHERE id = ?", all.get(Inbox.MAX_REFUSALS));
        }
    }

    Page<InboxRefusal> page(Optional<Area> peer, Page.Request page) {
        List<Object> parameters = new ArrayList<>();
        peer.ifPresent(area -> parameters.add(area.code()));
        page.after().ifPresent(after -> parameters.add(page.afterName("")));
        parameters.add(page.toRead());
        List<InboxRefusal> read = sql.query(
                        "SELECT id, peer, message, digest, signed, trace_parent, problem, problem_zh, problem_en, first_at,"
                                + " last_at, times FROM exchange_refusals WHERE times > 0"
                                + (peer.isPresent() ? " AND peer = ?" : "")
                                + (page.after().isPresent() ? " AND id < ?" : "")
                                + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(RefusalRows::refusal);
        return Page.of(read, page, each -> each.id().value());
    }

    private static InboxRefusal refusal(Row row) {
        return new InboxRefusal(
                new Id<>(row.string("id")),
                new Area(row.string("peer")),
                row.optionalString("message").map(Id::new),
                row.string("digest"),
                row.bool("signed"),
                row.optionalString("trace_parent"),
                ExchangeRows.problem(row).orElseThrow(),
                row.instant("first_at"),
                row.instant("last_at"),
                row.number("times"));
    }
}
