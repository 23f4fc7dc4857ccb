package org.quanlian.vouchers.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.ChinaTime;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.VoucherClaim;

/**
 * Confirms claims whose public notice has ended: from the day after its last day, at 00:00 in Asia/Shanghai. To call it
 * again, or twice at once, does no more.
 */
public final class NoticeClosing {
    /** How many claims are done in one transaction. */
    public static final int BATCH = 100;

    /**
     * Confirms claims that are due.
     *
     * @return how many; fewer than {@value #BATCH} when no more are due
     */
    public int closeDue(Session session, Instant now) {
        LocalDate today = ChinaTime.dateOf(now);
        List<Id<VoucherClaim>> due = session.publications().runningBefore(today, BATCH);
        for (Id<VoucherClaim> id : due) {
            VoucherClaim claim = session.claims().lock(id).orElseThrow();
            // What was read before the claim was locked may have changed in between.
            Optional<NoticeEntry> entry = session.publications()
                    .current(id)
                    .filter(current -> current.state() == NoticeEntry.State.RUNNING
                            && current.lastDay().isBefore(today));
            if (entry.isPresent()) {
                String reason = PublicationRefusals.TEXTS
                        .text("notice.ended", entry.get().lastDay())
                        .zh();
                ClaimMoves.makeByNode(session, claim, ClaimMove.CONFIRM, reason, now);
                session.publications().update(entry.get().ended(NoticeEntry.State.CONFIRMED));
            }
        }
        return due.size();
    }
}
