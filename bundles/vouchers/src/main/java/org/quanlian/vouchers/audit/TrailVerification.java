package org.quanlian.vouchers.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Store;

/**
 * Goes through the whole trail of a store: chain, anchors and, where that holds, the rows. The node goes on meanwhile; no
 * entry is held, and no transaction lasts.
 */
public final class TrailVerification {
    private static final int AT_ONCE = 500;

    private final Store store;
    private final SignatureCheck signatures;

    /**
     * @param store where the trail is kept
     * @param signatures looks at the anchors' signatures
     */
    public TrailVerification(Store store, SignatureCheck signatures) {
        this.store = store;
        this.signatures = signatures;
    }

    /**
     * What was found.
     *
     * @param from what stands before the first entry
     * @param to the last entry that was looked at
     * @param anchors how many anchors were looked at
     * @param broken the first thing that does not hold; empty when all is whole
     */
    public record Result(Head from, Head to, long anchors, Optional<Break> broken) {
        public Result {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(broken, "broken");
        }
    }

    /**
     * Verifies.
     *
     * @param kept anchors that were kept elsewhere, where nobody who changes the database reaches them
     */
    public Result verify(List<Anchor> kept) {
        Head cut = store.<Head>read(session -> session.audit().cut());
        ChainVerification chain = new ChainVerification(cut, signatures);
        long anchors = 0;
        for (Anchor anchor : kept) {
            // Those before the cut stand for entries that are gone.
            if (anchor.head().seq() >= cut.seq()) {
                chain.anchor(anchor);
                anchors++;
            }
        }
        anchors += anchors(cut, chain);
        // After the anchors, so that no anchor is beyond it.
        Head head = store.<Head>read(session -> session.audit().head());
        Optional<Break> broken = entries(cut, head, chain) ? chain.end(Optional.of(head)) : chain.end(Optional.empty());
        if (broken.isEmpty()) {
            broken = store.<Optional<Break>>read(session -> session.audit().compareRows());
        }
        return new Result(cut, chain.last(), anchors, broken);
    }

    private long anchors(Head cut, ChainVerification chain) {
        long after = cut.seq() - 1;
        long count = 0;
        while (true) {
            long from = after;
            List<Anchor> some =
                    store.<List<Anchor>>read(session -> session.audit().anchors(from, AT_ONCE));
            some.forEach(chain::anchor);
            count += some.size();
            if (some.size() < AT_ONCE) {
                return count;
            }
            after = some.get(some.size() - 1).head().seq();
        }
    }

    private boolean entries(Head cut, Head head, ChainVerification chain) {
        long after = cut.seq();
        while (after < head.seq()) {
            long from = after;
            int limit = (int) Math.min(AT_ONCE, head.seq() - after);
            List<AuditEntry> some =
                    store.<List<AuditEntry>>read(session -> session.audit().entries(from, limit));
            for (AuditEntry entry : some) {
                if (!chain.entry(entry)) {
                    return false;
                }
            }
            if (some.isEmpty()) {
                return true;
            }
            after = some.get(some.size() - 1).seq();
        }
        return !hasMore(head, chain);
    }

    /** Entries after the head, when no node has moved it: somebody put the head back, or entries behind it. */
    private boolean hasMore(Head head, ChainVerification chain) {
        return store.<Boolean>read(session -> {
            List<AuditEntry> more = session.audit().entries(head.seq(), 1);
            Head now = session.audit().head();
            if (more.isEmpty() || now.seq() > head.seq()) {
                return false;
            }
            chain.entry(more.get(0));
            return false;
        });
    }
}
