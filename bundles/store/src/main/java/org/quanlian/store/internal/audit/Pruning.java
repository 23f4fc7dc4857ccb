package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.List;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.ChainVerification;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.Undertaking;

/**
 * Takes the beginning of the chain away, up to an anchor. What it alone knew of rows is said again at the end, so that these
 * rows can still be compared.
 */
final class Pruning {
    /** How many changes an entry says again. */
    private static final int SAID_AT_ONCE = 1_000;

    private final Sql sql;
    private final EntryWriter writer;

    Pruning(Sql sql, EntryWriter writer) {
        this.sql = sql;
        this.writer = writer;
    }

    void upTo(Anchor anchor) {
        long seq = anchor.head().seq();
        EntryRows rows = new EntryRows(sql);
        // Nobody else appends from here on, so no row gets a later change unseen.
        rows.lockHead();
        List<RowChange> still = new ArrayList<>();
        sql.query(
                        "SELECT c.table_name, c.row_key, c.after_digest FROM audit_changes c"
                                + " JOIN audit_entries e ON e.id = c.entry WHERE e.seq <= ? AND c.after_digest <> ''"
                                + " AND NOT EXISTS (SELECT 1 FROM audit_changes d JOIN audit_entries f ON f.id = d.entry"
                                + " WHERE d.row_key = c.row_key AND d.table_name = c.table_name AND f.seq > e.seq)",
                        seq)
                .each(row -> {
                    String after = row.string("after_digest");
                    still.add(new RowChange(row.string("table_name"), row.string("row_key"), after, after));
                });
        Undertaking pruning = Undertaking.ofTheNode(ChainVerification.PRUNING, Long.toString(seq));
        for (int from = 0; from == 0 || from < still.size(); from += SAID_AT_ONCE) {
            writer.append(sql, pruning, Outcome.DONE, still.subList(from, Math.min(still.size(), from + SAID_AT_ONCE)));
        }
        sql.update("DELETE FROM audit_changes WHERE entry IN (SELECT id FROM audit_entries WHERE seq <= ?)", seq);
        sql.update("DELETE FROM audit_entries WHERE seq <= ?", seq);
        sql.update("DELETE FROM audit_anchors WHERE seq < ?", seq);
        rows.put("audit_cut", anchor.head());
    }
}
