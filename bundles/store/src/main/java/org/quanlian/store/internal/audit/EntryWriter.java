package org.quanlian.store.internal.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.quanlian.store.internal.jdbc.Sql;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Chain;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.RowChange;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.audit.Who;

/**
 * Links entries to the chain.
 *
 * @param clock tells the time
 * @param ids makes names
 * @param hash the algorithm that holds now
 */
record EntryWriter(Clock clock, Ids ids, Supplier<ChainHash> hash) {
    /** Links an entry. The head is held from here on, so this comes last in a transaction. */
    void append(Sql sql, Undertaking undertaking, Outcome outcome, List<RowChange> changes) {
        AuditEntry.Deed deed = new AuditEntry.Deed(
                ids.next().value(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                undertaking.who().orElse(Who.STRANGER),
                undertaking.source(),
                undertaking.trace(),
                undertaking.operation(),
                undertaking.subject());
        EntryRows rows = new EntryRows(sql);
        // The changes need no place in the chain, so they go in before others have to wait.
        rows.addChanges(deed.id(), changes);
        AuditEntry entry = Chain.link(rows.lockHead(), deed, outcome, changes, hash.get());
        rows.add(entry);
        rows.put("audit_head", new Head(entry.seq(), entry.digest()));
    }
}
