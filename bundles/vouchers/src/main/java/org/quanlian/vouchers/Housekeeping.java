package org.quanlian.vouchers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.quanlian.vouchers.publication.NoticeClosing;
import org.quanlian.vouchers.treasury.ApprovalRunner;

/**
 * What the node does by itself from time to time (定时任务): it goes on with runs of approvals that were broken off, confirms
 * claims whose public notice has ended, and forgets answers that nobody asks for again. Several nodes may do it at once.
 */
public final class Housekeeping {
    /** How long an answer is kept for a request that may come again. */
    public static final Duration ANSWERS_KEPT = Duration.ofDays(2);

    private final Store store;
    private final Clock clock;
    private final ApprovalRunner runner;
    private final NoticeClosing closing;

    /**
     * @param store where the voucher year is kept
     * @param clock tells the time
     * @param money the use cases of money
     */
    public Housekeeping(Store store, Clock clock, MoneyUseCases money) {
        this.store = store;
        this.clock = clock;
        this.runner = new ApprovalRunner(store, money.runs());
        this.closing = money.closing();
    }

    /** Does all that is due now. */
    public void round() {
        Instant now = clock.instant();
        runner.resume();
        int closed;
        do {
            closed = store.write(session -> closing.closeDue(session, now));
        } while (closed == NoticeClosing.BATCH);
        store.write(session -> session.repeatedRequests().forgetBefore(now.minus(ANSWERS_KEPT)));
    }
}
