package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a replica is in step (同步状态). For what this node tells, the cursor says how far a full telling has come; for what
 * it is told, the rest says how current it is.
 *
 * @param cursor the last item told in the full telling that is under way; empty before its first, and when none is
 * @param run number of the last full telling, from 1; 0 before the first
 * @param startedAt when that began
 * @param finishedAt when that was done; empty while it is under way
 * @param comparedAt when both sides were last compared
 * @param agreedAt when both sides were last known to be the same
 * @param differences how many items differed at the last comparison
 */
public record SyncState(
        String cursor,
        long run,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Instant> comparedAt,
        Optional<Instant> agreedAt,
        long differences) {
    /** Before anything was told. */
    public static final SyncState NEW =
            new SyncState("", 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public SyncState {
        Objects.requireNonNull(cursor, "cursor");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(finishedAt, "finishedAt");
        Objects.requireNonNull(comparedAt, "comparedAt");
        Objects.requireNonNull(agreedAt, "agreedAt");
    }

    /** Whether a full telling is under way. */
    public boolean underWay() {
        return startedAt.isPresent() && finishedAt.isEmpty();
    }

    /** A full telling begins. */
    public SyncState started(Instant at) {
        return new SyncState("", run + 1, Optional.of(at), Optional.empty(), comparedAt, agreedAt, differences);
    }

    /** A full telling has come so far. */
    public SyncState told(String last) {
        return new SyncState(last, run, startedAt, Optional.empty(), comparedAt, agreedAt, differences);
    }

    /** A full telling is done: both sides are the same as of its beginning. */
    public SyncState finished(Instant at) {
        return new SyncState("", run, startedAt, Optional.of(at), comparedAt, agreedAt, differences);
    }

    /** The same run as told by the owner of the items. */
    public SyncState ofRun(long told, Instant began) {
        return new SyncState("", told, Optional.of(began), Optional.empty(), comparedAt, agreedAt, differences);
    }

    /** Both sides were compared, as of an instant. */
    public SyncState compared(Instant asOf, long found) {
        return new SyncState(
                cursor,
                run,
                startedAt,
                finishedAt,
                Optional.of(asOf),
                found == 0 ? Optional.of(asOf) : agreedAt,
                found);
    }
}
