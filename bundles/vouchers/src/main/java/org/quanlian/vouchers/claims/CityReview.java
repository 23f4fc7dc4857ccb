package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.orders.BoundVouchers;

/** The first review by the city (市级初审推荐), 四（五）. */
public final class CityReview {
    private final Clock clock;
    private final ClaimPolicies policies;
    private final BoundVouchers vouchers;

    /**
     * @param clock tells the time
     * @param policies the versions to which claims are pinned, with their deadlines
     * @param vouchers lets go of vouchers of claims that are rejected
     */
    public CityReview(Clock clock, ClaimPolicies policies, BoundVouchers vouchers) {
        this.clock = clock;
        this.policies = policies;
        this.vouchers = vouchers;
    }

    /**
     * Returns a claim for correction.
     *
     * @param corrections what is wrong; at least one thing
     */
    public VoucherClaim sendBack(
            Session session, Actor actor, Id<VoucherClaim> id, List<Correction> corrections, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.RETURN);
        if (corrections.isEmpty() || corrections.size() > Correction.MAX) {
            throw ClaimRefusals.invalid("/corrections", "claim.corrections", Correction.MAX);
        }
        Instant now = clock.instant();
        Instant deadline = deadline(claim);
        if (now.isAfter(deadline)) {
            throw ClaimRefusals.conflict("claim.return-late", claim.number(), ChinaTimes.tell(deadline));
        }
        VoucherClaim returned =
                ClaimMoves.make(session, actor, claim, ClaimMove.RETURN, moved -> moved, reason, Instants.kept(now));
        session.claims().addCorrections(returned, corrections);
        return returned;
    }

    /** Recommends a claim to the province, until the deadline. Who did so in time may do so again what was given back. */
    public VoucherClaim recommend(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.RECOMMEND);
        Instant now = clock.instant();
        Instant deadline = deadline(claim);
        Instant first = session.claims().firstMoved(id, ClaimMove.RECOMMEND).orElse(now);
        if (first.isAfter(deadline)) {
            throw ClaimRefusals.conflict("claim.recommendation-late", claim.number(), ChinaTimes.tell(deadline));
        }
        return ClaimMoves.make(session, actor, claim, ClaimMove.RECOMMEND, moved -> moved, reason, Instants.kept(now));
    }

    /** Rejects a claim; its vouchers can be claimed again. */
    public VoucherClaim reject(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.REJECT);
        vouchers.release(session, id);
        return ClaimMoves.make(session, actor, claim, ClaimMove.REJECT, moved -> moved, reason, Instants.now(clock));
    }

    private Instant deadline(VoucherClaim claim) {
        return policies.requirePinned(claim).descriptor().windows().recommendationDeadline();
    }
}
