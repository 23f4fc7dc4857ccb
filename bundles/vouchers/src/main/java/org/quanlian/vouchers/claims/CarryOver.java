package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.orders.BoundVouchers;

/**
 * Carries claims over into the next year's policy (结转下年度), 二（一）: claims of which only spend of the carry-over period is
 * left. A draft of the next year goes on with their vouchers and papers.
 */
public final class CarryOver {
    private final Clock clock;
    private final Ids ids;
    private final BoundVouchers vouchers;

    /**
     * @param clock tells the time
     * @param ids makes the names of drafts
     * @param vouchers lets go of vouchers of claims that are carried over
     */
    public CarryOver(Clock clock, Ids ids, BoundVouchers vouchers) {
        this.clock = clock;
        this.ids = ids;
        this.vouchers = vouchers;
    }

    /**
     * Carries a claim over.
     *
     * @return the claim, carried over; {@link Claims#successor} tells the draft
     */
    public VoucherClaim carryOver(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.CARRY_OVER);
        boolean onlyLater = claim.filing()
                .filter(filing -> filing.outcome() == ClaimOutcome.CARRIED_OVER)
                .isPresent();
        if (!onlyLater) {
            throw ClaimRefusals.conflict("claim.not-for-next-year", claim.number());
        }
        Instant now = Instants.now(clock);
        vouchers.release(session, id);
        VoucherClaim carried =
                ClaimMoves.make(session, actor, claim, ClaimMove.CARRY_OVER, moved -> moved, reason, now);
        int next = claim.year() + 1;
        VoucherClaim draft = new VoucherClaim(
                ids.next(),
                session.claims().nextNumber(claim.city(), next),
                claim.applicant(),
                claim.host(),
                claim.city(),
                next,
                claim.orders(),
                ClaimState.DRAFT,
                Optional.empty(),
                Optional.empty(),
                now,
                1);
        session.claims().add(draft);
        session.claims().setMaterials(draft.id(), session.claims().materials(id));
        session.claims().setSuccessor(id, draft.id());
        ClaimNotices.prepared(session, carried, draft, now);
        return carried;
    }
}
