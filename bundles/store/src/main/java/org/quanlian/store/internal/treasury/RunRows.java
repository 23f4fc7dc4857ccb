package org.quanlian.store.internal.treasury;

import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.internal.jdbc.ConstraintViolationException;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.treasury.ApprovalRun;
import org.quanlian.vouchers.treasury.ApprovalRun.Item;
import org.quanlian.vouchers.treasury.ApprovalRun.Outcome;
import org.quanlian.vouchers.treasury.TreasuryRefusals;

/** Runs of approvals, as rows. */
final class RunRows {
    private static final String RUN = "SELECT id, run_year, actor, actor_name, total, next_position, exhausted,"
            + " created_at, finished_at FROM approval_runs WHERE id = ?";
    private static final String ITEM = "SELECT position, claim, asked_grant, reason, outcome, code, text_zh, text_en"
            + " FROM approval_run_claims WHERE run = ?";

    private final Sql sql;

    RunRows(Sql sql) {
        this.sql = sql;
    }

    void add(ApprovalRun run, List<Item> items) {
        try {
            sql.recoverable(() -> {
                sql.insertInto("approval_runs")
                        .set("id", run.id().value())
                        .set("run_year", run.year())
                        .set("actor", run.actor().account().value())
                        .set("actor_name", run.actor().name())
                        .set("total", run.total())
                        .set("next_position", run.next())
                        .set("exhausted", run.exhausted())
                        .set("created_at", run.createdAt())
                        .set("finished_at", run.finishedAt())
                        .set("open_year", openYear(run))
                        .run();
                return true;
            });
        } catch (ConstraintViolationException e) {
            if (!e.is("uq_approval_runs_open")) {
                throw e;
            }
            throw TreasuryRefusals.runIsOpen(run.year());
        }
        sql.batch(
                "INSERT INTO approval_run_claims (run, position, claim, asked_grant, reason, outcome, code, text_zh,"
                        + " text_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                items.stream()
                        .map(item -> new Object[] {
                            run.id().value(),
                            item.position(),
                            item.claim().value(),
                            item.grant(),
                            item.reason(),
                            item.outcome(),
                            item.code(),
                            item.text().zh(),
                            item.text().en()
                        })
                        .toList());
    }

    Optional<ApprovalRun> find(Id<ApprovalRun> id) {
        return sql.query(RUN, id.value()).optional(RunRows::run);
    }

    Optional<ApprovalRun> lock(Id<ApprovalRun> id) {
        return sql.lock("approval_runs", "id", id.value()) == 0 ? Optional.empty() : find(id);
    }

    void update(ApprovalRun run) {
        sql.updateOne(
                "UPDATE approval_runs SET next_position = ?, exhausted = ?, finished_at = ?, open_year = ? WHERE id = ?",
                run.next(),
                run.exhausted(),
                run.finishedAt(),
                openYear(run),
                run.id().value());
    }

    Item item(Id<ApprovalRun> run, int position) {
        return sql.query(ITEM + " AND position = ?", run.value(), position).one(RunRows::item);
    }

    void update(Id<ApprovalRun> run, Item item) {
        sql.updateOne(
                "UPDATE approval_run_claims SET outcome = ?, code = ?, text_zh = ?, text_en = ?"
                        + " WHERE run = ? AND position = ?",
                item.outcome(),
                item.code(),
                item.text().zh(),
                item.text().en(),
                run.value(),
                item.position());
    }

    Page<Item> items(Id<ApprovalRun> run, Page.Request request) {
        List<Item> read = sql.query(
                        ITEM + " AND position > ? ORDER BY position FETCH FIRST ? ROWS ONLY",
                        run.value(),
                        request.afterNumber(-1),
                        request.toRead())
                .list(RunRows::item);
        return Page.of(read, request, item -> Integer.toString(item.position()));
    }

    List<Id<ApprovalRun>> open() {
        return sql.query("SELECT id FROM approval_runs WHERE open_year IS NOT NULL ORDER BY id")
                .list(RunRows::id);
    }

    private static Optional<Integer> openYear(ApprovalRun run) {
        return run.finishedAt().isPresent() ? Optional.empty() : Optional.of(run.year());
    }

    private static Id<ApprovalRun> id(Row row) {
        return new Id<>(row.string("id"));
    }

    private static ApprovalRun run(Row row) {
        return new ApprovalRun(
                id(row),
                row.integer("run_year"),
                new Actor(
                        new Id<>(row.string("actor")),
                        row.string("actor_name"),
                        Role.DEPARTMENT,
                        Optional.empty(),
                        Optional.empty()),
                row.integer("total"),
                row.integer("next_position"),
                row.bool("exhausted"),
                row.instant("created_at"),
                row.optionalInstant("finished_at"));
    }

    private static Item item(Row row) {
        return new Item(
                row.integer("position"),
                new Id<>(row.string("claim")),
                row.optionalMoney("asked_grant"),
                row.string("reason"),
                row.constant("outcome", Outcome.class),
                row.string("code"),
                new LocalizedText(row.string("text_zh"), row.string("text_en")));
    }
}
