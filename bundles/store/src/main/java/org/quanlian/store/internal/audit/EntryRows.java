package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quanlian.store.internal.jdbc.Row;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.Who;

/** The rows of the chain. */
final class EntryRows {
    static final String ENTRY =
            "SELECT e.seq, e.id, e.happened_at, e.account, e.account_role, e.organisation, e.source, e.trace,"
                    + " e.operation, e.subject, e.outcome, e.status, e.refusal_code, e.algorithm, e.previous_digest,"
                    + " e.digest FROM audit_entries e";

    /** How many entries are asked for the changes of at once. */
    private static final int AT_ONCE = 50;

    private final Sql sql;

    EntryRows(Sql sql) {
        this.sql = sql;
    }

    /** The end of the chain; it is the transaction's alone until that ends. */
    Head lockHead() {
        sql.lock("audit_head", "id", 1L);
        return head("audit_head");
    }

    /** The end of the chain or its cut, whichever the table holds. */
    Head head(String table) {
        return sql.query("SELECT seq, digest FROM " + table + " WHERE id = 1")
                .one(row -> new Head(row.number("seq"), row.string("digest")));
    }

    void put(String table, Head head) {
        sql.updateOne("UPDATE " + table + " SET seq = ?, digest = ? WHERE id = 1", head.seq(), head.digest());
    }

    void addChanges(String entry, List<RowChange> changes) {
        sql.batch(
                "INSERT INTO audit_changes (entry, table_name, row_key, before_digest, after_digest)"
                        + " VALUES (?, ?, ?, ?, ?)",
                changes.stream()
                        .map(change ->
                                new Object[] {entry, change.table(), change.key(), change.before(), change.after()})
                        .toList());
    }

    void add(AuditEntry entry) {
        AuditEntry.Deed deed = entry.deed();
        sql.insertInto("audit_entries")
                .set("seq", entry.seq())
                .set("id", deed.id())
                .set("happened_at", deed.at())
                .set("account", deed.who().account())
                .set("account_role", deed.who().role())
                .set("organisation", deed.who().organisation())
                .set("source", deed.source())
                .set("trace", deed.trace())
                .set("operation", deed.operation())
                .set("subject", deed.subject())
                .set("outcome", entry.outcome().kind())
                .set("status", entry.outcome().status())
                .set("refusal_code", entry.outcome().code())
                .set("change_count", entry.changes().size())
                .set("algorithm", entry.algorithm())
                .set("previous_digest", entry.previous())
                .set("digest", entry.digest())
                .run();
    }

    /** The entries of rows that were read without their changes. */
    List<AuditEntry> whole(List<AuditEntry> read) {
        Map<String, List<RowChange>> changes = new HashMap<>();
        for (int from = 0; from < read.size(); from += AT_ONCE) {
            changesOf(read.subList(from, Math.min(read.size(), from + AT_ONCE)), changes);
        }
        return read.stream()
                .map(entry -> with(
                        entry,
                        changes.getOrDefault(entry.deed().id(), List.of()).stream()
                                .sorted()
                                .toList()))
                .toList();
    }

    static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.number("seq"),
                new AuditEntry.Deed(
                        row.string("id"),
                        row.instant("happened_at"),
                        new Who(row.string("account"), row.string("account_role"), row.string("organisation")),
                        row.string("source"),
                        row.string("trace"),
                        row.string("operation"),
                        row.string("subject")),
                new Outcome(
                        row.constant("outcome", Outcome.Kind.class), row.integer("status"), row.string("refusal_code")),
                List.of(),
                row.string("algorithm"),
                row.string("previous_digest"),
                row.string("digest"));
    }

    private void changesOf(List<AuditEntry> entries, Map<String, List<RowChange>> changes) {
        List<String> marks = new ArrayList<>();
        entries.forEach(entry -> marks.add("?"));
        sql.query(
                        "SELECT entry, table_name, row_key, before_digest, after_digest FROM audit_changes"
                                + " WHERE entry IN (" + String.join(", ", marks) + ")",
                        entries.stream().map(entry -> entry.deed().id()).toArray())
                .each(row -> changes.computeIfAbsent(row.string("entry"), id -> new ArrayList<>())
                        .add(new RowChange(
                                row.string("table_name"),
                                row.string("row_key"),
                                row.string("before_digest"),
                                row.string("after_digest"))));
    }

    private static AuditEntry with(AuditEntry entry, List<RowChange> changes) {
        return new AuditEntry(
                entry.seq(),
                entry.deed(),
                entry.outcome(),
                changes,
                entry.algorithm(),
                entry.previous(),
                entry.digest());
    }
}
