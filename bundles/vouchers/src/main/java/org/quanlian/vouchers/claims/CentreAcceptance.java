package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.orders.BoundVouchers;

/** The sharing centre's acceptance of what cities recommend (省共享中心受理), 四（五）. */
public final class CentreAcceptance {
    private final Clock clock;
    private final ClaimPolicies policies;
    private final BoundVouchers vouchers;

    /**
     * @param clock tells the time
     * @param policies the versions to which claims are pinned, with their deadlines
     * @param vouchers lets go of vouchers of claims that are not accepted
     */
    public CentreAcceptance(Clock clock, ClaimPolicies policies, BoundVouchers vouchers) {
        this.clock = clock;
        this.policies = policies;
        this.vouchers = vouchers;
    }

    /** Accepts a claim that its city recommended in time. */
    public VoucherClaim accept(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.ACCEPT);
        Instant deadline = policies.requirePinned(claim).descriptor().windows().recommendationDeadline();
        boolean inTime = session.claims()
                .firstMoved(id, ClaimMove.RECOMMEND)
                .filter(first -> !first.isAfter(deadline))
                .isPresent();
        if (!inTime) {
            throw ClaimRefusals.conflict("claim.acceptance-late", claim.number(), ChinaTimes.tell(deadline));
        }
        return ClaimMoves.make(session, actor, claim, ClaimMove.ACCEPT, moved -> moved, reason, Instants.now(clock));
    }

    /** Gives a claim back to its city. */
    public VoucherClaim giveBack(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.GIVE_BACK);
        return ClaimMoves.make(session, actor, claim, ClaimMove.GIVE_BACK, moved -> moved, reason, Instants.now(clock));
    }

    /** Does not accept a claim; its vouchers can be claimed again. */
    public VoucherClaim decline(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.DECLINE);
        vouchers.release(session, id);
        return ClaimMoves.make(session, actor, claim, ClaimMove.DECLINE, moved -> moved, reason, Instants.now(clock));
    }
}
