package org.quanlian.store.internal.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.PublicNotice;
import org.quanlian.vouchers.publication.Publications;

/** Public notices of one transaction. */
public final class JdbcPublications implements Publications {
    private static final String NOTICE = "SELECT id, notice_year, title, posted_on, last_day, claims, total, posted_by,"
            + " posted_at FROM public_notices";
    private static final String LINE = "SELECT notice, position, claim, applicant_name, city, amount, state, last_day,"
            + " days_left FROM notice_lines";
    /** Names sort by age, so what comes after everything is before the first page. */
    private static final String NEWEST = "~";

    private final Sql sql;
    private final ObjectionRows objections;

    /** @param sql the transaction */
    public JdbcPublications(Sql sql) {
        this.sql = sql;
        this.objections = new ObjectionRows(sql);
    }

    @Override
    public void add(PublicNotice notice, List<NoticeEntry> entries) {
        sql.insertInto("public_notices")
                .set("id", notice.id().value())
                .set("notice_year", notice.year())
                .set("title", notice.title())
                .set("posted_on", notice.postedOn())
                .set("last_day", notice.lastDay())
                .set("claims", notice.claims())
                .set("total", notice.total())
                .set("posted_by", notice.by())
                .set("posted_at", notice.at())
                .run();
        sql.batch(
                "INSERT INTO notice_lines (notice, position, claim, applicant_name, city, amount, state, last_day,"
                        + " days_left, current_claim) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.notice().value(),
                            entry.position(),
                            entry.claim().value(),
                            entry.applicant(),
                            entry.city().code(),
                            entry.amount(),
                            entry.state(),
                            entry.lastDay(),
                            entry.daysLeft(),
                            current(entry)
                        })
                        .toList());
    }

    @Override
    public Optional<PublicNotice> notice(Id<PublicNotice> id) {
        return sql.query(NOTICE + " WHERE id = ?", id.value()).optional(JdbcPublications::notice);
    }

    @Override
    public Page<PublicNotice> notices(Page.Request request) {
        List<PublicNotice> read = sql.query(
                        NOTICE + " WHERE id < ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY",
                        request.afterName(NEWEST),
                        request.toRead())
                .list(JdbcPublications::notice);
        return Page.of(read, request, notice -> notice.id().value());
    }

    @Override
    public Page<NoticeEntry> entries(Id<PublicNotice> notice, Page.Request request) {
        List<NoticeEntry> read = sql.query(
                        LINE + " WHERE notice = ? AND position > ? ORDER BY position FETCH FIRST ? ROWS ONLY",
                        notice.value(),
                        request.afterNumber(0),
                        request.toRead())
                .list(JdbcPublications::entry);
        return Page.of(read, request, entry -> Integer.toString(entry.position()));
    }

    @Override
    public Optional<NoticeEntry> entry(Id<PublicNotice> notice, int position) {
        return sql.query(LINE + " WHERE notice = ? AND position = ?", notice.value(), position)
                .optional(JdbcPublications::entry);
    }

    @Override
    public Optional<NoticeEntry> current(Id<VoucherClaim> claim) {
        return sql.query(LINE + " WHERE current_claim = ?", claim.value()).optional(JdbcPublications::entry);
    }

    @Override
    public List<Id<VoucherClaim>> runningBefore(LocalDate day, int limit) {
        List<String> claims = sql.query(
                        "SELECT claim FROM notice_lines WHERE state = ? AND last_day < ?"
                                + " ORDER BY last_day, claim FETCH FIRST ? ROWS ONLY",
                        NoticeEntry.State.RUNNING,
                        day,
                        limit)
                .list(row -> row.string("claim"));
        return claims.stream()
                .sorted()
                .map(claim -> new Id<VoucherClaim>(claim))
                .toList();
    }

    @Override
    public void update(NoticeEntry entry) {
        sql.updateOne(
                "UPDATE notice_lines SET state = ?, last_day = ?, days_left = ?, current_claim = ?"
                        + " WHERE notice = ? AND position = ?",
                entry.state(),
                entry.lastDay(),
                entry.daysLeft(),
                current(entry),
                entry.notice().value(),
                entry.position());
    }

    @Override
    public void add(Objection objection) {
        objections.add(objection);
    }

    @Override
    public Optional<Objection> objection(Id<Objection> id) {
        return objections.find(id);
    }

    @Override
    public void update(Objection objection) {
        objections.update(objection);
    }

    @Override
    public List<Objection> open(Id<VoucherClaim> claim) {
        return objections.open(claim);
    }

    @Override
    public Page<Objection> objections(Objection.State state, Page.Request request) {
        return objections.list(state, request);
    }

    @Override
    public long filedSince(Instant instant) {
        return objections.filedSince(instant);
    }

    private static Optional<String> current(NoticeEntry entry) {
        return switch (entry.state()) {
            case RUNNING, HALTED -> Optional.of(entry.claim().value());
            case CONFIRMED, REVISED, REMOVED -> Optional.empty();
        };
    }

    private static PublicNotice notice(Row row) {
        return new PublicNotice(
                new Id<>(row.string("id")),
                row.integer("notice_year"),
                row.string("title"),
                row.date("posted_on"),
                row.date("last_day"),
                row.integer("claims"),
                row.money("total"),
                row.string("posted_by"),
                row.instant("posted_at"));
    }

    private static NoticeEntry entry(Row row) {
        return new NoticeEntry(
                new Id<>(row.string("notice")),
                row.integer("position"),
                new Id<>(row.string("claim")),
                row.string("applicant_name"),
                new Area(row.string("city")),
                row.money("amount"),
                row.constant("state", NoticeEntry.State.class),
                row.date("last_day"),
                row.integer("days_left"));
    }
}
