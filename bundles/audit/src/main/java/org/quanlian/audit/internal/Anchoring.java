package org.quanlian.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the head of the trail from time to time, and lets go of what is older than it has to be kept. Several nodes may do it
 * at once: each anchor is good by itself.
 */
public final class Anchoring {
    private static final Logger LOG = LoggerFactory.getLogger(Anchoring.class);

    private final Store store;
    private final Signatures signatures;
    private final AnchorFile file;
    private final Clock clock;
    private final AuditSettings settings;

    /**
     * @param store where the trail is kept
     * @param signatures signs
     * @param file the anchors outside the database
     * @param clock tells the time
     * @param settings how often, and how long
     */
    public Anchoring(Store store, Signatures signatures, AnchorFile file, Clock clock, AuditSettings settings) {
        this.store = store;
        this.signatures = signatures;
        this.file = file;
        this.clock = clock;
        this.settings = settings;
    }

    /** Does what is due; tells whether an anchor was made. */
    public boolean round() {
        Head head = store.<Head>read(session -> session.audit().head());
        Optional<Anchor> last =
                store.<Optional<Anchor>>read(session -> session.audit().lastAnchor());
        boolean due = head.seq() > 0 && last.map(anchor -> isDue(head, anchor)).orElse(true);
        if (due) {
            anchor(head);
        }
        prune();
        return due;
    }

    private boolean isDue(Head head, Anchor last) {
        long since = head.seq() - last.head().seq();
        return since >= settings.anchorEntries()
                || (since > 0 && !clock.instant().isBefore(last.at().plus(settings.anchorAfter())));
    }

    private void anchor(Head head) {
        String key = signatures.signingKey().orElseThrow(() -> new IllegalStateException("no key signs anchors"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Anchor anchor = new Anchor(head, now, key, signatures.sign(key, Anchor.signed(head, now, key)));
        // The file first: an anchor that only the file has is good, one that only the database has can be taken away.
        file.append(anchor);
        store.write(session -> {
            session.audit().keep(anchor);
            return anchor;
        });
        LOG.info("audit anchor {}", anchor.line());
    }

    private void prune() {
        Instant oldest = clock.instant().minus(settings.retention());
        Head cut = store.<Head>read(session -> session.audit().cut());
        // An anchor is younger than all entries before it.
        Optional<Anchor> upTo = store.<Optional<Anchor>>read(
                        session -> session.audit().lastAnchorBefore(oldest))
                .filter(anchor -> anchor.head().seq() > cut.seq());
        upTo.ifPresent(anchor -> {
            store.write(session -> {
                session.audit().prune(anchor);
                return anchor;
            });
            LOG.info(
                    "audit entries up to {} are older than {} days and gone",
                    anchor.head().seq(),
                    settings.retention().toDays());
        });
    }
}
