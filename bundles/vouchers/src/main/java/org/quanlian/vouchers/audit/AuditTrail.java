package org.quanlian.vouchers.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.Page;

/**
 * The trail in one transaction (审计链). What the transaction changes is written down by itself at its end, as one entry;
 * here is told what rows can't tell.
 */
public interface AuditTrail {
    /** It is known who does this. From now on each writing transaction of the undertaking leaves an entry. */
    void by(Who who);

    /** This transaction did nothing, because it had been done before. */
    void repeated();

    /** What was asked for was refused; this transaction is there to say so. */
    void refused(int status, String code);

    /** What this transaction is about, when the path of the request does not tell. */
    void about(String subject);

    /** The end of the chain. */
    Head head();

    /** What stands before the first entry that is kept: {@link Head#NONE}, or where the beginning was pruned. */
    Head cut();

    /** Entries in the order of the chain, after a number. */
    List<AuditEntry> entries(long after, int limit);

    /** Entries that are looked for, newest first. */
    Page<AuditEntry> search(AuditSearch search, Page.Request page);

    /** Anchors in the order of the chain, after a number. */
    List<Anchor> anchors(long after, int limit);

    /** The last anchor. */
    Optional<Anchor> lastAnchor();

    /** The last anchor that was made before an instant. */
    Optional<Anchor> lastAnchorBefore(Instant instant);

    /** Keeps an anchor; of one entry the first stays. */
    void keep(Anchor anchor);

    /**
     * Compares what is in the tables with what the entries say was left there.
     *
     * @return the first difference
     */
    Optional<Break> compareRows();

    /** Forgets the entries up to an anchored one; what stands there becomes the cut. */
    void prune(Anchor upTo);
}
