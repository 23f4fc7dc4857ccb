package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Money;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.exchange.DuplicateChecks;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Approves amounts (核定金额), 三 and 四（六）: an approval commits the province's share against its budget, the city's
 * against its own, and the grant against the applicant's cap, all in one transaction or not at all.
 */
public final class Approvals {
    private final Clock clock;
    private final PinnedTerms terms;
    private final Commitments commitments;
    private final BoundVouchers vouchers;

    /**
     * @param clock tells when an amount is approved
     * @param terms what the policies say about money
     * @param bookkeeper books
     * @param vouchers gives back the vouchers of claims that end without support
     */
    public Approvals(Clock clock, PinnedTerms terms, Bookkeeper bookkeeper, BoundVouchers vouchers) {
        this.clock = clock;
        this.terms = terms;
        this.commitments = new Commitments(bookkeeper);
        this.vouchers = vouchers;
    }

    /**
     * Approves an amount for a claim.
     *
     * @param grant the amount; empty for that of the decision
     * @param reason why it is lower than the decision's; may be blank when it is not
     * @throws RefusedException {@code approval.outcome}, {@code approval.above}, {@code approval.reason},
     *     {@code approval.suspended}, {@code approval.cap} or {@code approval.budget}
     */
    public VoucherClaim approve(
            Session session, Actor actor, Id<VoucherClaim> id, Optional<Money> grant, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.APPROVE);
        Commitment commitment = prepare(session, actor, claim, grant, reason);
        commitment.lacking(session).ifPresent(lack -> {
            throw refused(claim, lack);
        });
        return commit(session, actor, claim, commitment, reason);
    }

    /** The same in a run, where a budget that has run out is no refusal but an answer: then nothing is approved. */
    boolean approveWhileBudgetLasts(
            Session session, Actor actor, Id<VoucherClaim> id, Optional<Money> grant, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.APPROVE);
        Commitment commitment = prepare(session, actor, claim, grant, reason);
        Optional<Lack> lack = commitment.lacking(session);
        if (lack.isEmpty()) {
            commit(session, actor, claim, commitment, reason);
            return true;
        }
        if (lack.get().province().isZero() || lack.get().cap().isPositive()) {
            throw refused(claim, lack.get());
        }
        return false;
    }

    /** Does not approve a claim. */
    public VoucherClaim disapprove(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        return end(session, actor, id, ClaimMove.DISAPPROVE, reason);
    }

    /** Marks a claim as beyond the budget (兑完为止), 五（一）. Its vouchers are free for the next year. */
    VoucherClaim exhaust(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        return end(session, actor, id, ClaimMove.EXHAUST, reason);
    }

    /**
     * Approves a lower amount for a claim that is halted by an objection; it is published anew.
     *
     * @throws RefusedException {@code approval.revision} when it is not lower
     */
    public VoucherClaim revise(Session session, Actor actor, Id<VoucherClaim> id, Money grant, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.REVISE);
        ApprovedGrant before = approved(claim);
        TreasuryRefusals.positive("/grant", grant);
        if (grant.compareTo(before.grant()) >= 0) {
            throw TreasuryRefusals.TEXTS.invalid("/grant", "approval.revision", grant, before.grant());
        }
        PinnedTerms.Terms pinned = terms.of(claim);
        ApprovedGrant after = GrantShares.of(grant, PinnedTerms.filing(claim).amounts(), pinned);
        commitments.release(
                session,
                actor,
                claim,
                new ApprovedGrant(before.grant(), before.provinceShare(), before.cityShare(), Money.ZERO),
                pinned,
                reason);
        Commitment commitment = commitments.prepare(session, actor, claim, after, pinned, reason);
        commitment.lacking(session).ifPresent(lack -> {
            // Less than before fits, unless the cap of the claim is below what was granted since.
            throw refused(claim, lack);
        });
        commitment.book(session);
        ApprovedGrant kept = new ApprovedGrant(grant, after.provinceShare(), after.cityShare(), before.cityExtra());
        return make(session, actor, claim, ClaimMove.REVISE, of -> of.approved(kept), reason);
    }

    /** Strikes a claim off because an objection was upheld: its commitment is given back. */
    public VoucherClaim strike(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.STRIKE);
        commitments.release(session, actor, claim, approved(claim), terms.of(claim), reason);
        vouchers.release(session, claim.id());
        return make(session, actor, claim, ClaimMove.STRIKE, UnaryOperator.identity(), reason);
    }

    /** What was approved for a claim of which money is on its way. */
    public static ApprovedGrant approved(VoucherClaim claim) {
        return claim.approved()
                .orElseThrow(() -> new IllegalStateException("nothing was approved for " + claim.number()));
    }

    private VoucherClaim end(Session session, Actor actor, Id<VoucherClaim> id, ClaimMove move, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, move);
        VoucherClaim ended = make(session, actor, claim, move, UnaryOperator.identity(), reason);
        vouchers.release(session, claim.id());
        return ended;
    }

    private Commitment prepare(Session session, Actor actor, VoucherClaim claim, Optional<Money> asked, String reason) {
        Filing filing = PinnedTerms.filing(claim);
        Money decided = filing.amounts().grant();
        Money grant = asked.orElse(decided);
        if (filing.outcome() != ClaimOutcome.ELIGIBLE) {
            throw TreasuryRefusals.TEXTS.refused(Kind.CONFLICT, "approval.outcome", claim.number(), filing.outcome());
        }
        DuplicateChecks.requireNone(session, claim.id());
        TreasuryRefusals.positive("/grant", grant);
        if (grant.compareTo(decided) > 0) {
            throw TreasuryRefusals.TEXTS.invalid("/grant", "approval.above", grant, decided);
        }
        if (grant.compareTo(decided) < 0 && reason.isBlank()) {
            throw TreasuryRefusals.TEXTS.invalid("/reason", "approval.reason", grant, decided);
        }
        requireNotSuspended(session, claim, claim.applicant());
        claim.host().ifPresent(host -> requireNotSuspended(session, claim, host));
        PinnedTerms.Terms pinned = terms.of(claim);
        return commitments.prepare(
                session, actor, claim, GrantShares.of(grant, filing.amounts(), pinned), pinned, reason);
    }

    private void requireNotSuspended(Session session, VoucherClaim claim, Id<Organisation> organisation) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        session.integrity().suspendedUntil(organisation, today).ifPresent(until -> {
            throw TreasuryRefusals.TEXTS.refused(Kind.CONFLICT, "approval.suspended", claim.number(), until);
        });
    }

    private VoucherClaim commit(
            Session session, Actor actor, VoucherClaim claim, Commitment commitment, String reason) {
        commitment.book(session);
        return make(session, actor, claim, ClaimMove.APPROVE, of -> of.approved(commitment.grant()), reason);
    }

    private VoucherClaim make(
            Session session,
            Actor actor,
            VoucherClaim claim,
            ClaimMove move,
            UnaryOperator<VoucherClaim> change,
            String reason) {
        Instant now = clock.instant();
        return ClaimMoves.make(session, actor, claim, move, change, reason, now);
    }

    private static RefusedException refused(VoucherClaim claim, Lack lack) {
        return lack.cap().isPositive()
                ? TreasuryRefusals.TEXTS.refused(
                        Kind.CONFLICT,
                        "approval.cap",
                        claim.number(),
                        PinnedTerms.filing(claim).amounts().cap(),
                        lack.cap())
                : TreasuryRefusals.TEXTS.refused(
                        Kind.CONFLICT, "approval.budget", claim.number(), lack.province(), lack.city());
    }
}
