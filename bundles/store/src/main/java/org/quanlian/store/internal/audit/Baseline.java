package org.quanlian.store.internal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.Undertaking;

/** The beginning of a chain: it says what was there before, in entries of the node's, so that all that follows is compared. */
final class Baseline {
    private static final int SAID_AT_ONCE = 1_000;

    private final EntryWriter writer;

    Baseline(EntryWriter writer) {
        this.writer = writer;
    }

    /** Begins the chain, unless it has begun. Nodes that start at once wait for each other. */
    void begin(Transactions transactions) {
        transactions.run(sql -> {
            if (new EntryRows(sql).lockHead().seq() == 0) {
                begin(sql, writer.hash().get());
            }
        });
    }

    private void begin(Sql sql, ChainHash hash) {
        Undertaking beginning = Undertaking.ofTheNode("audit-begin", "");
        List<RowChange> said = new ArrayList<>();
        for (AuditedTable table : AuditedTables.all()) {
            // In the order of keys, so that it is the same wherever it is done.
            TreeMap<String, RowKey> keys = new TreeMap<>();
            sql.query("SELECT DISTINCT " + table.keyColumns() + " FROM " + table.name())
                    .each(row -> {
                        RowKey key = RowKey.of(table, row.values());
                        keys.put(key.text(), key);
                    });
            keys.forEach((text, key) -> {
                said.add(new RowChange(table.name(), text, "", RowDigests.now(sql, key, hash)));
                if (said.size() == SAID_AT_ONCE) {
                    writer.append(sql, beginning, Outcome.DONE, said);
                    said.clear();
                }
            });
        }
        writer.append(sql, beginning, Outcome.DONE, said);
    }
}
