package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Party;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.ReviewBodies;

/** Begins claims and puts them together, as drafts and when they are returned for correction (四（四）). */
public final class ClaimDrafts {
    /** The most documents that one paper may have. */
    public static final int MAX_DOCUMENTS = 20;

    private final Clock clock;
    private final Ids ids;
    private final ClaimPolicies policies;
    private final RegisteredFacts registered;
    private final ClaimFacts facts;
    private final ClaimPapers papers;

    /**
     * @param clock tells the time
     * @param ids makes names
     * @param policies which years there are
     * @param registered tells which teams a host has
     * @param facts finds bound vouchers
     * @param papers which documents there are
     */
    public ClaimDrafts(
            Clock clock,
            Ids ids,
            ClaimPolicies policies,
            RegisteredFacts registered,
            ClaimFacts facts,
            ClaimPapers papers) {
        this.clock = clock;
        this.ids = ids;
        this.policies = policies;
        this.registered = registered;
        this.facts = facts;
        this.papers = papers;
    }

    /**
     * Begins a claim.
     *
     * @param applicant who applies: the actor's organisation, or a team of it when it is a platform company
     * @param orders the orders whose vouchers it claims; may be empty for now
     */
    public VoucherClaim begin(
            Session session, Actor actor, Id<Organisation> applicant, int year, List<Id<Order>> orders) {
        Access.requireRole(actor, Action.DRAFT_CLAIM);
        Instant now = Instants.now(clock);
        Organisation organisation = session.registry().find(applicant).orElseThrow(ClaimRefusals::notFound);
        Optional<Id<Organisation>> host = hostOf(session, actor, organisation, now);
        Access.require(actor, Action.DRAFT_CLAIM, Subject.of(host.orElse(applicant)));
        requirePurchaser(organisation);
        VoucherClaim draft = new VoucherClaim(
                ids.next(),
                "-",
                applicant,
                host,
                city(organisation),
                year,
                requireDistinct(orders),
                ClaimState.DRAFT,
                Optional.empty(),
                Optional.empty(),
                now,
                1);
        if (policies.current(draft).isEmpty()) {
            throw ClaimRefusals.invalid("/year", "claim.year", year);
        }
        facts.bound(session, draft, draft.orders());
        VoucherClaim numbered = draft.numbered(session.claims().nextNumber(draft.city(), year));
        session.claims().add(numbered);
        return numbered;
    }

    /**
     * Takes other vouchers, or the same in another order. A claim that was returned can lose vouchers and not win any,
     * because it is too late to claim more.
     *
     * @param expected the version that the actor saw, if it tells
     */
    public VoucherClaim setOrders(
            Session session, Actor actor, Id<VoucherClaim> id, OptionalLong expected, List<Id<Order>> orders) {
        VoucherClaim claim = open(session, actor, id, expected);
        requireDistinct(orders);
        if (claim.state() == ClaimState.RETURNED) {
            for (Id<Order> order : orders) {
                if (!claim.orders().contains(order)) {
                    throw ClaimRefusals.conflict("claim.order-late", claim.number(), order);
                }
            }
        }
        facts.bound(session, claim, orders);
        VoucherClaim after = claim.edited(orders);
        session.claims().update(claim, after);
        return after;
    }

    /**
     * Takes other papers for those of the claim as a whole.
     *
     * @param expected the version that the actor saw, if it tells
     */
    public VoucherClaim setMaterials(
            Session session,
            Actor actor,
            Id<VoucherClaim> id,
            OptionalLong expected,
            Map<ClaimMaterial, List<Id<?>>> materials) {
        VoucherClaim claim = open(session, actor, id, expected);
        materials.forEach((material, documents) -> {
            if (documents.size() > MAX_DOCUMENTS) {
                throw ClaimRefusals.invalid("/" + material, "claim.documents", MAX_DOCUMENTS);
            }
            for (int i = 0; i < documents.size(); i++) {
                if (!papers.isThere(session, claim.owners(), documents.get(i))) {
                    throw ClaimRefusals.invalid("/" + material + "/" + i, "claim.document", documents.get(i));
                }
            }
        });
        VoucherClaim after = claim.edited(claim.orders());
        session.claims().update(claim, after);
        session.claims().setMaterials(id, materials);
        return after;
    }

    private static VoucherClaim open(Session session, Actor actor, Id<VoucherClaim> id, OptionalLong expected) {
        Access.requireRole(actor, Action.DRAFT_CLAIM);
        VoucherClaim claim = session.claims().lock(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(actor, Action.DRAFT_CLAIM, claim.subject(Set.of()));
        if (expected.isPresent() && expected.getAsLong() != claim.version()) {
            throw ClaimRefusals.stale(claim.number());
        }
        if (claim.state() != ClaimState.DRAFT && claim.state() != ClaimState.RETURNED) {
            throw ClaimRefusals.conflict("claim.fixed", claim.number(), claim.state());
        }
        return claim;
    }

    /** The host of a team: its platform company, which a team tells by its code. */
    private Optional<Id<Organisation>> hostOf(Session session, Actor actor, Organisation applicant, Instant now) {
        if (applicant.kind() != Organisation.Kind.TEAM) {
            return Optional.empty();
        }
        Id<Organisation> host = actor.organisation().orElseThrow();
        if (host.equals(applicant.id())) {
            throw ClaimRefusals.conflict("claim.host-begins");
        }
        Optional<Organisation> platform = session.registry().find(host);
        Party party = registered.applicant(session, applicant.id(), now).party();
        boolean isItsHost = party instanceof Party.Team team
                && team.host().isKnown()
                && platform.flatMap(Organisation::uscc)
                        .filter(team.host().value().uscc()::equals)
                        .isPresent();
        if (!isItsHost) {
            throw ClaimRefusals.notFound();
        }
        return Optional.of(host);
    }

    private static Area city(Organisation applicant) {
        return ReviewBodies.of(applicant.area())
                .orElseThrow(() -> ClaimRefusals.conflict("claim.city", applicant.area()));
    }

    private static void requirePurchaser(Organisation organisation) {
        if (organisation.kind() == Organisation.Kind.PROVIDER || organisation.kind() == Organisation.Kind.HOST) {
            throw ClaimRefusals.invalid("/applicant", "claim.applicant");
        }
    }

    private static List<Id<Order>> requireDistinct(List<Id<Order>> orders) {
        if (orders.size() > Claim.MAX_SERVICES) {
            throw ClaimRefusals.invalid("/orders", "claim.too-many", Claim.MAX_SERVICES);
        }
        HashSet<Id<Order>> seen = new HashSet<>();
        for (int i = 0; i < orders.size(); i++) {
            if (!seen.add(orders.get(i))) {
                throw ClaimRefusals.invalid("/orders/" + i, "claim.twice", orders.get(i));
            }
        }
        return orders;
    }
}
