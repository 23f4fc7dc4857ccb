package org.quanlian.audit.internal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.quanlian.keys.VerificationKey;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.CanonicalJson;
import org.quanlian.vouchers.audit.Chain;
import org.quanlian.vouchers.audit.Head;

/**
 * Writes the whole trail as lines of JSON: what it is, the public keys, the anchors, the entries, the end. It is never held in
 * memory.
 */
public final class AuditExport {
    private static final int AT_ONCE = 500;
    private static final String FORMAT = "quanlian-audit-1";

    private final Store store;
    private final NodeSignatures keys;

    /**
     * @param store where the trail is kept
     * @param keys whose public keys are told
     */
    public AuditExport(Store store, NodeSignatures keys) {
        this.store = store;
        this.keys = keys;
    }

    /** What was exported: from what stands before the first entry to the last, and how many anchors. */
    public record Exported(Head from, Head to, long anchors) {
        public Exported {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** Exports. */
    public Exported to(Writer out, LongConsumer progress) throws IOException {
        Head cut = store.<Head>read(session -> session.audit().cut());
        line(out, "format", FORMAT, "cut", cut.seq(), "digest", cut.digest());
        for (VerificationKey key : keys.publicKeys()) {
            line(out, "key", key.id(), "algorithm", key.algorithm().label(), "public", key.text());
        }
        long anchors = anchors(out, cut);
        // After the anchors, so that no anchor is beyond it.
        Head head = store.<Head>read(session -> session.audit().head());
        for (long after = cut.seq(); after < head.seq(); ) {
            long from = after;
            int limit = (int) Math.min(AT_ONCE, head.seq() - after);
            List<AuditEntry> some =
                    store.<List<AuditEntry>>read(session -> session.audit().entries(from, limit));
            if (some.isEmpty()) {
                break;
            }
            for (AuditEntry entry : some) {
                out.append(Chain.line(entry)).append('\n');
            }
            after = some.get(some.size() - 1).seq();
            progress.accept(after);
        }
        line(out, "end", head.seq(), "digest", head.digest());
        out.flush();
        return new Exported(cut, head, anchors);
    }

    private long anchors(Writer out, Head cut) throws IOException {
        long count = 0;
        for (long after = cut.seq() - 1; ; ) {
            long from = after;
            List<Anchor> some =
                    store.<List<Anchor>>read(session -> session.audit().anchors(from, AT_ONCE));
            for (Anchor anchor : some) {
                out.append(anchor.line()).append('\n');
            }
            count += some.size();
            if (some.size() < AT_ONCE) {
                return count;
            }
            after = some.get(some.size() - 1).head().seq();
        }
    }

    private static void line(Writer out, Object... members) throws IOException {
        SortedMap<String, Object> line = new TreeMap<>();
        for (int i = 0; i < members.length; i += 2) {
            line.put((String) members[i], members[i + 1]);
        }
        out.append(CanonicalJson.text(line)).append('\n');
    }
}
