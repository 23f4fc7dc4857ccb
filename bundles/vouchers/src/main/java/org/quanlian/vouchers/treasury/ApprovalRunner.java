package org.quanlian.vouchers.treasury;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Store;

/**
 * Does runs of approvals, one transaction a claim. It is driven from outside of a transaction, by whoever ordered a run and
 * by the node's timer; two that do the same run at the same time take turns.
 */
public final class ApprovalRunner {
    private final Store store;
    private final ApprovalRuns runs;

    /**
     * @param store where the voucher year is kept
     * @param runs does one claim
     */
    public ApprovalRunner(Store store, ApprovalRuns runs) {
        this.store = store;
        this.runs = runs;
    }

    /** Does what is left of a run. */
    public ApprovalRun finish(Id<ApprovalRun> id) {
        while (true) {
            ApprovalRun run = store.read(session -> session.treasury().run(id).orElseThrow());
            if (run.finishedAt().isPresent()) {
                return run;
            }
            doNext(run);
        }
    }

    /**
     * Does what is left of every run that was broken off.
     *
     * @return how many runs those were
     */
    public int resume() {
        var open = store.read(session -> session.treasury().openRuns());
        open.forEach(this::finish);
        return open.size();
    }

    private void doNext(ApprovalRun run) {
        try {
            store.write(session -> {
                runs.step(session, run.id(), run.next());
                return run;
            });
        } catch (RefusedException refused) {
            if (refused.kind() == RefusedException.Kind.STALE) {
                // Somebody changed the claim in between: it is looked at again.
                return;
            }
            store.write(session -> {
                runs.refuse(session, run.id(), run.next(), refused);
                return run;
            });
        }
    }
}
