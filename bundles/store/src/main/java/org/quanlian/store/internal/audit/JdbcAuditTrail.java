package org.quanlian.store.internal.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.InvalidValueException;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.AuditSearch;
import org.quanlian.vouchers.audit.AuditTrail;
import org.quanlian.vouchers.audit.Break;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/** The trail in one transaction, on JDBC. */
final class JdbcAuditTrail implements AuditTrail {
    private final Sql sql;
    private final EntryWriter writer;
    private Undertaking undertaking;
    private Optional<Outcome> told = Optional.empty();

    JdbcAuditTrail(Sql sql, EntryWriter writer, Undertaking undertaking) {
        this.sql = sql;
        this.writer = writer;
        this.undertaking = undertaking;
    }

    @Override
    public void by(Who who) {
        undertaking.by(who);
        told = Optional.of(told.orElse(Outcome.DONE));
    }

    @Override
    public void repeated() {
        told = Optional.of(Outcome.REPEATED);
    }

    @Override
    public void refused(int status, String code) {
        told = Optional.of(Outcome.refused(status, code));
    }

    @Override
    public void about(String subject) {
        undertaking = undertaking.about(subject);
    }

    @Override
    public Head head() {
        return new EntryRows(sql).head("audit_head");
    }

    @Override
    public Head cut() {
        return new EntryRows(sql).head("audit_cut");
    }

    @Override
    public List<AuditEntry> entries(long after, int limit) {
        List<AuditEntry> read = sql.query(
                        EntryRows.ENTRY + " WHERE e.seq > ? ORDER BY e.seq FETCH FIRST ? ROWS ONLY", after, limit)
                .list(EntryRows::entry);
        return new EntryRows(sql).whole(read);
    }

    @Override
    public Page<AuditEntry> search(AuditSearch search, Page.Request page) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> parameters = new ArrayList<>();
        page.after().ifPresent(after -> add("e.seq < ?", number(after), conditions, parameters));
        search.account().ifPresent(account -> add("e.account = ?", account, conditions, parameters));
        search.operation().ifPresent(operation -> add("e.operation = ?", operation, conditions, parameters));
        search.outcome().ifPresent(outcome -> add("e.outcome = ?", outcome, conditions, parameters));
        search.from().ifPresent(from -> add("e.happened_at >= ?", from, conditions, parameters));
        search.to().ifPresent(to -> add("e.happened_at < ?", to, conditions, parameters));
        search.subject().ifPresent(subject -> {
            conditions.add("(e.subject = ? OR e.id IN (SELECT c.entry FROM audit_changes c WHERE c.row_key = ?"
                    + " OR (c.row_key > ? AND c.row_key < ?)))");
            // "0" is what follows "/": all keys that begin with the subject and a slash.
            parameters.addAll(List.of(subject, subject, subject + "/", subject + "0"));
        });
        parameters.add(page.toRead());
        List<AuditEntry> read = sql.query(
                        EntryRows.ENTRY + " WHERE " + String.join(" AND ", conditions)
                                + " ORDER BY e.seq DESC FETCH FIRST ? ROWS ONLY",
                        parameters.toArray())
                .list(EntryRows::entry);
        return Page.of(new EntryRows(sql).whole(read), page, entry -> Long.toString(entry.seq()));
    }

    @Override
    public List<Anchor> anchors(long after, int limit) {
        return new AnchorRows(sql).after(after, limit);
    }

    @Override
    public Optional<Anchor> lastAnchor() {
        return new AnchorRows(sql).last();
    }

    @Override
    public Optional<Anchor> lastAnchorBefore(Instant instant) {
        return new AnchorRows(sql).lastBefore(instant);
    }

    @Override
    public void keep(Anchor anchor) {
        new AnchorRows(sql).add(anchor);
    }

    @Override
    public Optional<Break> compareRows() {
        return new RowComparison(sql).first();
    }

    @Override
    public void prune(Anchor upTo) {
        new Pruning(sql, writer).upTo(upTo);
    }

    /** Leaves an entry, if there is something to tell. */
    void finish(ChangeLog log) {
        var changes = log.changes();
        if (told.isPresent() || !changes.isEmpty()) {
            writer.append(sql, undertaking, told.orElse(Outcome.DONE), changes);
        }
    }

    private static void add(String condition, Object parameter, List<String> conditions, List<Object> parameters) {
        conditions.add(condition);
        parameters.add(parameter);
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidValueException("page.cursor", "that is no cursor of this list");
        }
    }
}
