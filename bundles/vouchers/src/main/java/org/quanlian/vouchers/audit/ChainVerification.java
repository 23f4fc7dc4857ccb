package org.quanlian.vouchers.audit;

import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes through a chain, entry by entry, wherever the entries come from, and finds the first that does not hold. It holds
 * no entries, only the anchors.
 */
public final class ChainVerification {
    /** The operation of the entries that the node leaves when it takes the beginning away; their subject is its last number. */
    public static final String PRUNING = "audit-prune";

    private final TreeMap<Long, Anchor> anchors = new TreeMap<>();
    private final SignatureCheck signatures;
    private final Head before;
    private Head last;
    private String pruned = "";
    private Optional<Break> found = Optional.empty();

    /**
     * Begins.
     *
     * @param before what stands before the first entry: {@link Head#NONE}, or the cut where the beginning was pruned
     * @param signatures looks at the anchors' signatures
     */
    public ChainVerification(Head before, SignatureCheck signatures) {
        this.before = before;
        this.last = before;
        this.signatures = signatures;
    }

    /** Takes an anchor; all are to be given before the entries. */
    public void anchor(Anchor anchor) {
        SignatureCheck.Verdict verdict = signatures.check(
                anchor.key(), Anchor.signed(anchor.head(), anchor.at(), anchor.key()), anchor.signature());
        if (verdict != SignatureCheck.Verdict.GOOD) {
            broken(anchor.head().seq(), Break.What.FOREIGN_ANCHOR, anchor.key() + ": " + verdict);
            return;
        }
        Anchor other = anchors.putIfAbsent(anchor.head().seq(), anchor);
        if (other != null && !other.head().equals(anchor.head())) {
            broken(anchor.head().seq(), Break.What.REWRITTEN, anchor.head().digest());
        }
        if (anchor.head().seq() == last.seq() && !anchor.head().equals(last)) {
            broken(last.seq(), Break.What.REWRITTEN, anchor.head().digest());
        }
    }

    /** Takes the next entry; false when the chain is broken there and the rest needs not be looked at. */
    public boolean entry(AuditEntry entry) {
        look(entry);
        if (entry.deed().operation().equals(PRUNING) && entry.deed().who().equals(Who.NODE)) {
            pruned = entry.deed().subject();
        }
        last = new Head(entry.seq(), entry.digest());
        return found.isEmpty();
    }

    /** The end of the entries; what the head says is compared, if it is known. */
    public Optional<Break> end(Optional<Head> head) {
        if (found.isPresent()) {
            return found;
        }
        boolean whole = before.seq() == 0;
        if (!whole && (!anchors.containsKey(before.seq()) || !pruned.equals(Long.toString(before.seq())))) {
            broken(before.seq(), Break.What.CUT_OFF, "the beginning is gone, and not by the node");
        }
        if (!anchors.isEmpty() && anchors.lastKey() > last.seq()) {
            broken(last.seq() + 1, Break.What.CUT_OFF, "anchor " + anchors.lastKey());
        }
        head.filter(end -> !end.equals(last)).ifPresent(end -> {
            boolean longer = end.seq() > last.seq();
            broken(longer ? last.seq() + 1 : last.seq(), longer ? Break.What.CUT_OFF : Break.What.HEAD, end.digest());
        });
        return found;
    }

    /** How far the chain was gone through. */
    public Head last() {
        return last;
    }

    private void look(AuditEntry entry) {
        if (entry.seq() != last.seq() + 1) {
            broken(Math.min(entry.seq(), last.seq() + 1), Break.What.MISSING, "after it comes " + entry.seq());
            return;
        }
        if (!entry.previous().equals(last.digest())) {
            broken(entry.seq(), Break.What.UNLINKED, entry.previous());
            return;
        }
        Optional<ChainHash> hash = ChainHash.named(entry.algorithm());
        if (hash.isEmpty()) {
            broken(entry.seq(), Break.What.ALGORITHM, entry.algorithm());
            return;
        }
        if (!Chain.digest(entry, hash.get()).equals(entry.digest())) {
            broken(entry.seq(), Break.What.CHANGED, entry.digest());
            return;
        }
        Anchor anchor = anchors.get(entry.seq());
        if (anchor != null && !anchor.head().digest().equals(entry.digest())) {
            broken(entry.seq(), Break.What.REWRITTEN, anchor.head().digest());
        }
    }

    /** The earliest counts: anchors, which come first, may tell of a later entry. */
    private void broken(long seq, Break.What what, String detail) {
        if (found.isEmpty() || found.get().seq() > seq) {
            found = Optional.of(new Break(seq, what, detail));
        }
    }
}
