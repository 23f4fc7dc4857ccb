package org.quanlian.vouchers.claims;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;

/** Shows claims to those whom they concern. */
public final class ClaimReading {
    private final ClaimPolicies policies;

    /** @param policies tells which claims wait for their policy */
    public ClaimReading(ClaimPolicies policies) {
        this.policies = policies;
    }

    /**
     * A claim as an actor sees it.
     *
     * @param claim the claim
     * @param policyAbsent whether it waits because the policy version to which it is pinned is not on the node
     * @param moves the moves that this actor can make now, as far as role and state tell
     * @param editable whether this actor can change its vouchers and papers now
     * @param materials its papers
     * @param corrections what the city asked to correct last
     * @param successor the claim of the next year that goes on with it, if it was carried over
     */
    public record View(
            VoucherClaim claim,
            boolean policyAbsent,
            List<ClaimMove> moves,
            boolean editable,
            Map<ClaimMaterial, List<Id<?>>> materials,
            List<Correction> corrections,
            Optional<Id<VoucherClaim>> successor) {
        public View {
            moves = List.copyOf(moves);
            materials = Map.copyOf(materials);
            corrections = List.copyOf(corrections);
        }
    }

    /** One claim. */
    public View find(Session session, Actor actor, Id<VoucherClaim> id) {
        VoucherClaim claim = require(session, actor, id);
        Claims claims = session.claims();
        boolean open = claim.state() == ClaimState.DRAFT || claim.state() == ClaimState.RETURNED;
        return new View(
                claim,
                policies.isAwaited(claim),
                ClaimMoves.possible(session, actor, claim),
                open && Access.allows(actor, Action.DRAFT_CLAIM, claim.subject(claims.experts(id))),
                claims.materials(id),
                claims.corrections(id),
                claims.successor(id));
    }

    /** The moves of a claim, oldest first. */
    public List<TimelineEntry> timeline(Session session, Actor actor, Id<VoucherClaim> id) {
        require(session, actor, id);
        return session.claims().timeline(id);
    }

    /**
     * A page of the claims that an actor may see: an enterprise's own, a platform company's teams', a city's, an expert's
     * assignments, or all.
     *
     * @param year those of one year; offices must tell it
     * @param state those that stand somewhere
     * @param city those of one city, for who sees all
     */
    public Page<ClaimSummary> list(
            Session session,
            Actor actor,
            Optional<Integer> year,
            Optional<ClaimState> state,
            Optional<Area> city,
            Page.Request page) {
        Access.requireRole(actor, Action.READ_CLAIM);
        ClaimFilter.Whose whose =
                switch (Access.reach(actor, Action.READ_CLAIM)) {
                    case NONE -> throw ClaimRefusals.notFound();
                    case ASSIGNED -> new ClaimFilter.OfExpert(actor.account());
                    case OWN -> own(actor);
                    case CITY -> new ClaimFilter.OfCity(actor.city().orElseThrow());
                    case ALL_MASKED, ALL -> city.<ClaimFilter.Whose>map(ClaimFilter.OfCity::new)
                            .orElseGet(ClaimFilter.Everybody::new);
                };
        boolean office = whose instanceof ClaimFilter.OfCity || whose instanceof ClaimFilter.Everybody;
        if (office && year.isEmpty()) {
            throw ClaimRefusals.invalid("/year", "claim.year-missing");
        }
        return session.claims().list(new ClaimFilter(whose, year, state), page);
    }

    private static ClaimFilter.Whose own(Actor actor) {
        return actor.role() == Role.HOST
                ? new ClaimFilter.OfHost(actor.organisation().orElseThrow())
                : new ClaimFilter.OfApplicant(actor.organisation().orElseThrow());
    }

    private static VoucherClaim require(Session session, Actor actor, Id<VoucherClaim> id) {
        Access.requireRole(actor, Action.READ_CLAIM);
        VoucherClaim claim = session.claims().find(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(actor, Action.READ_CLAIM, claim.subject(session.claims().experts(id)));
        return claim;
    }
}
