package org.quanlian.vouchers.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How entries are chained: the digest of an entry is that of its canonical JSON without the digest itself, and the digest
 * of the entry before is part of it. So whoever has the exported lines can compute it with any tool.
 */
public final class Chain {
    private Chain() {}

    /** The entry that follows another, with its digest. */
    public static AuditEntry link(
            Head head, AuditEntry.Deed deed, Outcome outcome, List<RowChange> changes, ChainHash hash) {
        List<RowChange> sorted = changes.stream().sorted().toList();
        AuditEntry open = new AuditEntry(head.seq() + 1, deed, outcome, sorted, hash.name(), head.digest(), "");
        return new AuditEntry(open.seq(), deed, outcome, sorted, hash.name(), head.digest(), digest(open, hash));
    }

    /** The digest that an entry must have. */
    public static String digest(AuditEntry entry, ChainHash hash) {
        return hash.hex(CanonicalJson.bytes(members(entry)));
    }

    /** An entry as one line of an export, without its line end. */
    public static String line(AuditEntry entry) {
        SortedMap<String, Object> members = members(entry);
        members.put("digest", entry.digest());
        return CanonicalJson.text(members);
    }

    private static SortedMap<String, Object> members(AuditEntry entry) {
        AuditEntry.Deed deed = entry.deed();
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("seq", entry.seq());
        members.put("id", deed.id());
        members.put("at", deed.at().toString());
        members.put("account", deed.who().account());
        members.put("role", deed.who().role());
        members.put("organisation", deed.who().organisation());
        members.put("source", deed.source());
        members.put("trace", deed.trace());
        members.put("operation", deed.operation());
        members.put("subject", deed.subject());
        members.put("outcome", entry.outcome().kind().name());
        members.put("status", entry.outcome().status());
        members.put("code", entry.outcome().code());
        members.put("changes", entry.changes().stream().map(Chain::members).toList());
        members.put("algorithm", entry.algorithm());
        members.put("previous", entry.previous());
        return members;
    }

    private static SortedMap<String, Object> members(RowChange change) {
        SortedMap<String, Object> members = new TreeMap<>();
        members.put("table", change.table());
        members.put("key", change.key());
        members.put("before", change.before());
        members.put("after", change.after());
        return members;
    }
}
