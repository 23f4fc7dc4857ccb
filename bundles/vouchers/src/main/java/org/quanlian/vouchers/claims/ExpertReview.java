package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Office;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;

/** The review by experts (专家评审), 三 and 四（六）. */
public final class ExpertReview {
    private final Clock clock;
    private final Conflicts conflicts;
    private final Terms terms;

    /**
     * @param clock tells the time
     * @param conflicts finds conflicts of interest
     * @param terms how many experts it takes
     */
    public ExpertReview(Clock clock, Conflicts conflicts, Terms terms) {
        this.clock = clock;
        this.conflicts = conflicts;
        this.terms = terms;
    }

    /**
     * How many experts it takes. The notice says only that experts review (三), so this is configuration.
     *
     * @param opinions how many opinions conclude a review, 1 to {@link #MAX}
     */
    public record Terms(int opinions) {
        /** The most experts to whom one claim is ever given. */
        public static final int MAX = 30;

        /** Three opinions: a default of this system, in no document. */
        public static final Terms DEFAULT = new Terms(3);

        public Terms {
            if (opinions < 1 || opinions > MAX) {
                throw new IllegalArgumentException("a review takes 1 to " + MAX + " opinions, not " + opinions);
            }
        }
    }

    /** Gives a claim to experts: when it is accepted, and to further ones while its review goes on. */
    public VoucherClaim assign(
            Session session, Actor actor, Id<VoucherClaim> id, List<Id<Account>> experts, String reason) {
        Access.requireRole(actor, Action.ASSIGN_EXPERTS);
        VoucherClaim claim = lock(session, actor, id, Action.ASSIGN_EXPERTS);
        boolean goesOn = claim.state() == ClaimState.IN_EXPERT_REVIEW;
        if (!goesOn && !ClaimMove.ASSIGN.isFrom(claim.state())) {
            throw ClaimRefusals.illegalMove(claim, ClaimMove.ASSIGN);
        }
        Instant now = Instants.now(clock);
        give(session, claim, experts, now);
        if (goesOn) {
            VoucherClaim after = claim.edited(claim.orders());
            session.claims().update(claim, after);
            return after;
        }
        return ClaimMoves.make(session, actor, claim, ClaimMove.ASSIGN, moved -> moved, reason, now);
    }

    /** An expert gives a claim back because it may not, or will not, assess it (回避). It never gets it again. */
    public VoucherClaim recuse(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = inReview(session, actor, id);
        if (reason.isBlank()) {
            throw ClaimRefusals.invalid("/reason", "claim.recusal-reason");
        }
        Instant now = Instants.now(clock);
        session.claims().expertReviews().end(id, actor.account(), now, Reasons.require(reason));
        VoucherClaim after = claim.edited(claim.orders());
        session.claims().update(claim, after);
        session.notifications()
                .tell(Office.of(Role.SHARING_CENTRE), notification(claim, "claim.recused", now, actor.name(), reason));
        return after;
    }

    /**
     * An expert says what it thinks, once.
     *
     * @param amount the grant that it recommends: at most that of the decision
     * @param score 0 to 100, for the order of merit
     * @param reason why the amount is lower than the decision's grant; must not be blank when it is
     */
    public VoucherClaim give(
            Session session, Actor actor, Id<VoucherClaim> id, Money amount, int score, String reason, String comment) {
        VoucherClaim claim = inReview(session, actor, id);
        Instant now = Instants.now(clock);
        requireNoConflict(session, claim, actor.account(), actor.name(), now);
        Money grant = claim.filing().orElseThrow().amounts().grant();
        if (amount.compareTo(grant) > 0) {
            throw ClaimRefusals.invalid("/amount", "claim.opinion-amount", grant);
        }
        if (amount.compareTo(grant) < 0 && reason.isBlank()) {
            throw ClaimRefusals.invalid("/reason", "claim.opinion-reason", grant);
        }
        boolean given = session.claims().expertReviews().opinions(id).stream()
                .anyMatch(opinion -> opinion.expert().equals(actor.account()));
        if (given) {
            throw ClaimRefusals.conflict("claim.opinion-given", claim.number());
        }
        session.claims().expertReviews().give(id, new Opinion(actor.account(), amount, score, reason, comment, now));
        VoucherClaim after = claim.edited(claim.orders());
        session.claims().update(claim, after);
        return after;
    }

    /** Closes a review when enough opinions are in. */
    public VoucherClaim conclude(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.CONCLUDE);
        int given = session.claims().expertReviews().opinions(id).size();
        if (given < terms.opinions()) {
            throw ClaimRefusals.conflict("claim.opinions-missing", claim.number(), given, terms.opinions());
        }
        return ClaimMoves.make(session, actor, claim, ClaimMove.CONCLUDE, moved -> moved, reason, Instants.now(clock));
    }

    /** To whom a claim was given. An expert sees its own assignment alone. */
    public List<Assignment> assignments(Session session, Actor actor, Id<VoucherClaim> id) {
        read(session, actor, id);
        return session.claims().expertReviews().assignments(id).stream()
                .filter(assignment ->
                        actor.role() != Role.EXPERT || assignment.expert().equals(actor.account()))
                .toList();
    }

    /** What experts said about a claim. An expert sees nobody else's opinion before it has given its own. */
    public List<Opinion> opinions(Session session, Actor actor, Id<VoucherClaim> id) {
        read(session, actor, id);
        List<Opinion> all = session.claims().expertReviews().opinions(id);
        boolean gaveOwn = all.stream().anyMatch(opinion -> opinion.expert().equals(actor.account()));
        return actor.role() == Role.EXPERT && !gaveOwn ? List.of() : all;
    }

    private void give(Session session, VoucherClaim claim, List<Id<Account>> experts, Instant now) {
        List<Assignment> before = session.claims().expertReviews().assignments(claim.id());
        if (experts.isEmpty() || before.size() + experts.size() > Terms.MAX) {
            throw ClaimRefusals.invalid("/experts", "claim.experts", Terms.MAX);
        }
        Set<Id<Account>> had = before.stream().map(Assignment::expert).collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i < experts.size(); i++) {
            Id<Account> name = experts.get(i);
            int at = i;
            Account expert = session.accounts()
                    .find(name)
                    .filter(account -> account.role() == Role.EXPERT && account.state() != Account.State.DISABLED)
                    .orElseThrow(() -> ClaimRefusals.invalid("/experts/" + at, "claim.no-expert", name));
            if (!had.add(name)) {
                throw ClaimRefusals.conflict("claim.expert-again", claim.number(), expert.name());
            }
            requireNoConflict(session, claim, name, expert.name(), now);
            session.claims()
                    .expertReviews()
                    .assign(claim.id(), new Assignment(name, expert.name(), now, Optional.empty()));
            session.notifications().tellAccount(name, notification(claim, "claim.assigned", now));
        }
    }

    private void requireNoConflict(Session session, VoucherClaim claim, Id<Account> expert, String name, Instant now) {
        conflicts.of(session, claim, expert, now).ifPresent(conflict -> {
            String party = conflict.party().name();
            String affiliation = conflict.affiliation().name();
            if (conflict.path().isEmpty()) {
                throw ClaimRefusals.conflict("claim.conflict", claim.number(), name, party, affiliation);
            }
            String path = conflict.path().stream().map(ExpertReview::tell).collect(Collectors.joining(" → "));
            throw ClaimRefusals.conflict("claim.related-conflict", claim.number(), name, party, affiliation, path);
        });
    }

    private static String tell(RelationStep step) {
        return step.from() + " (" + step.kind() + ") " + step.to();
    }

    private static VoucherClaim inReview(Session session, Actor actor, Id<VoucherClaim> id) {
        Access.requireRole(actor, Action.ASSESS_AS_EXPERT);
        VoucherClaim claim = lock(session, actor, id, Action.ASSESS_AS_EXPERT);
        if (claim.state() != ClaimState.IN_EXPERT_REVIEW) {
            throw ClaimRefusals.conflict("claim.not-in-review", claim.number(), claim.state());
        }
        return claim;
    }

    private static VoucherClaim lock(Session session, Actor actor, Id<VoucherClaim> id, Action action) {
        VoucherClaim claim = session.claims().lock(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(actor, action, claim.subject(session.claims().experts(id)));
        return claim;
    }

    private static void read(Session session, Actor actor, Id<VoucherClaim> id) {
        Access.requireRole(actor, Action.READ_OPINIONS);
        VoucherClaim claim = session.claims().find(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(
                actor, Action.READ_OPINIONS, claim.subject(session.claims().experts(id)));
    }

    private static Notification notification(VoucherClaim claim, String kind, Instant now, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = claim.number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return new Notification(kind, "/api/v1/claims/" + claim.id(), ClaimRefusals.TEXTS.text(kind, arguments), now);
    }
}
