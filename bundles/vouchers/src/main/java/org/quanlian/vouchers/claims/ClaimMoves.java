package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;

/** Makes moves of claims: the only way in which a claim changes its state. */
public final class ClaimMoves {
    private ClaimMoves() {}

    /**
     * The claim as an actor may move it, for this transaction alone.
     *
     * @throws org.quanlian.vouchers.RefusedException when there is no such claim for this actor, the actor may not make
     *     that move, or the claim's state does not allow it
     */
    public static VoucherClaim open(Session session, Actor actor, Id<VoucherClaim> id, ClaimMove move) {
        Access.requireRole(actor, move.action());
        VoucherClaim claim = session.claims().lock(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(actor, move.action(), claim.subject(session.claims().experts(id)));
        if (!move.isFrom(claim.state())) {
            throw ClaimRefusals.illegalMove(claim, move);
        }
        return claim;
    }

    /** The moves that an actor can make now, as far as its role and the claim's state tell. */
    public static List<ClaimMove> possible(Session session, Actor actor, VoucherClaim claim) {
        Subject subject = claim.subject(session.claims().experts(claim.id()));
        return ClaimMove.from(claim.state()).stream()
                .filter(move -> Access.allows(actor, move.action(), subject))
                .toList();
    }

    /**
     * Makes a move: changes the claim, writes its timeline and tells those whom it concerns.
     *
     * @param claim the claim as {@link #open} gave it
     * @param change what else changes with the move
     * @param reason why; must not be blank when the move needs one
     * @return the claim after the move
     */
    public static VoucherClaim make(
            Session session,
            Actor actor,
            VoucherClaim claim,
            ClaimMove move,
            UnaryOperator<VoucherClaim> change,
            String reason,
            Instant now) {
        if (move.needsReason() && reason.isBlank()) {
            throw ClaimRefusals.reasonMissing(move);
        }
        Reasons.requireOrEmpty(reason);
        return record(
                session,
                claim,
                change.apply(claim.moved(move)),
                new TimelineEntry(
                        now,
                        Optional.of(actor.account()),
                        actor.name(),
                        Optional.of(actor.role()),
                        move,
                        claim.state(),
                        move.to(),
                        reason));
    }

    /** Makes a move that the node makes by itself, for example at the end of a public notice. */
    public static VoucherClaim makeByNode(
            Session session, VoucherClaim claim, ClaimMove move, String reason, Instant now) {
        return record(
                session,
                claim,
                claim.moved(move),
                new TimelineEntry(now, Optional.empty(), "", Optional.empty(), move, claim.state(), move.to(), reason));
    }

    private static VoucherClaim record(Session session, VoucherClaim before, VoucherClaim after, TimelineEntry entry) {
        session.claims().update(before, after);
        session.claims().append(before.id(), entry);
        ClaimNotices.moved(session, after, entry);
        return after;
    }
}
