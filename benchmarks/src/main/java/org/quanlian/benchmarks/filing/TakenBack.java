package org.quanlian.benchmarks.filing;

import java.util.List;
import org.quanlian.benchmarks.year.PlayedYear;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.claims.ClaimFiling;

/** Files claims and takes it back before it is committed, so that what a filing asks is known and the claim still a draft. */
final class TakenBack {
    private final ClaimFiling filing;

    TakenBack(PlayedYear year) {
        this.filing = year.useCases().claims().filing();
    }

    /**
     * Files a claim for nothing.
     *
     * @throws org.quanlian.vouchers.RefusedException when it can't be filed
     */
    void file(Store store, Draft draft) {
        try {
            store.write(session -> {
                filing.file(session, draft.by(), draft.claim());
                throw new ChangedMind();
            });
        } catch (ChangedMind e) {
            // It was filed, and now is not.
            return;
        }
        throw new IllegalStateException("the transaction was not taken back");
    }

    /** The steps of a whole filing, with what its end adds; it is taken back where it would be committed. */
    List<Step> steps(PlayedYear year, Recorder recorder, Draft draft) {
        year.storeOn(recorder.connectionsThatTakeBack())
                .write(session -> filing.file(session, draft.by(), draft.claim()));
        return recorder.taken();
    }

    private static final class ChangedMind extends RuntimeException {
        private static final long serialVersionUID = 1;

        ChangedMind() {
            super("taken back", null, false, false);
        }
    }
}
