package org.quanlian.vouchers.claims;

import java.time.Instant;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;

/** Tells those whom a move concerns: the applicant always, and the office that has the claim next. */
final class ClaimNotices {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(ClaimNotices.class);

    private ClaimNotices() {}

    static void moved(Session session, VoucherClaim claim, TimelineEntry entry) {
        Notification notification = new Notification(
                "claim." + entry.to().name().toLowerCase(java.util.Locale.ROOT),
                "/api/v1/claims/" + claim.id(),
                TEXTS.text("claim.moved", claim.number(), entry.to(), entry.reason()),
                entry.at());
        session.notifications().tell(claim.applicant(), notification);
        claim.host().ifPresent(host -> session.notifications().tell(host, notification));
        switch (entry.to()) {
            case FILED -> session.notifications().tell(Office.of(claim.city()), notification);
            case RECOMMENDED -> session.notifications().tell(Office.of(Role.SHARING_CENTRE), notification);
            case REVIEWED, HALTED -> session.notifications().tell(Office.of(Role.DEPARTMENT), notification);
            case ALLOCATED -> session.notifications().tell(Office.of(claim.city()), notification);
            default -> {
                // No office is waiting for it.
            }
        }
    }

    /** A draft of the next year goes on with a claim that was carried over. */
    static void prepared(Session session, VoucherClaim carried, VoucherClaim draft, Instant now) {
        Notification notification = new Notification(
                "claim.prepared",
                "/api/v1/claims/" + draft.id(),
                TEXTS.text("claim.prepared", carried.number(), draft.year(), draft.number()),
                now);
        session.notifications().tell(draft.applicant(), notification);
        draft.host().ifPresent(host -> session.notifications().tell(host, notification));
    }
}
