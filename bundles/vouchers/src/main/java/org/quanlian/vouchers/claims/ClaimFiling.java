package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.orders.BoundVoucher;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.registry.Organisation;

/** Files claims, until the deadline, and takes them back (四（四）). */
public final class ClaimFiling {
    /** How many reasons a refusal tells; who mends those sees the rest. */
    private static final int MAX_REASONS = 20;

    private final Clock clock;
    private final ClaimPolicies policies;
    private final ClaimAssessments assessments;
    private final ClaimFacts facts;
    private final BoundVouchers vouchers;

    /**
     * @param clock tells the time
     * @param policies the versions that decide
     * @param assessments decides
     * @param facts puts the facts together
     * @param vouchers keeps each activity for one claim
     */
    public ClaimFiling(
            Clock clock,
            ClaimPolicies policies,
            ClaimAssessments assessments,
            ClaimFacts facts,
            BoundVouchers vouchers) {
        this.clock = clock;
        this.policies = policies;
        this.assessments = assessments;
        this.facts = facts;
        this.vouchers = vouchers;
    }

    /**
     * Files a draft, which is pinned to the current version of its year's policy from then on; or files again what was
     * returned for correction, which the pinned version decides anew.
     */
    public VoucherClaim file(Session session, Actor actor, Id<VoucherClaim> id) {
        boolean returned = session.claims()
                .find(id)
                .filter(found -> found.state() == ClaimState.RETURNED)
                .isPresent();
        ClaimMove move = returned ? ClaimMove.REFILE : ClaimMove.FILE;
        VoucherClaim claim = ClaimMoves.open(session, actor, id, move);
        requireFiler(session, actor, claim);
        Instant now = clock.instant();
        Filed filed = returned ? fileAgain(session, claim, now) : fileFirst(session, claim, now);
        return ClaimMoves.make(
                session, actor, claim, move, moved -> moved.filed(filed.filing()), filed.told(), Instants.kept(now));
    }

    /** Takes a claim back; its vouchers can be claimed again. */
    public VoucherClaim withdraw(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.WITHDRAW);
        vouchers.release(session, id);
        return ClaimMoves.make(session, actor, claim, ClaimMove.WITHDRAW, moved -> moved, reason, Instants.now(clock));
    }

    private Filed fileFirst(Session session, VoucherClaim claim, Instant now) {
        PolicyVersion version = policies.toFileUnder(claim);
        Instant deadline = version.descriptor().windows().filingDeadline();
        if (now.isAfter(deadline)) {
            throw ClaimRefusals.conflict("claim.late", claim.number(), ChinaTimes.tell(deadline));
        }
        return decide(session, claim, version, Instants.kept(now), Instants.kept(now));
    }

    /** The notice knows no late filing; what was filed in time can be corrected as long as its city may recommend it. */
    private Filed fileAgain(Session session, VoucherClaim claim, Instant now) {
        Filing before = claim.filing().orElseThrow();
        PolicyVersion version = policies.requirePinned(claim);
        Instant deadline = version.descriptor().windows().recommendationDeadline();
        if (now.isAfter(deadline)) {
            throw ClaimRefusals.conflict("claim.correction-late", claim.number(), ChinaTimes.tell(deadline));
        }
        return decide(session, claim, version, before.at(), Instants.kept(now));
    }

    private Filed decide(Session session, VoucherClaim claim, PolicyVersion version, Instant filedAt, Instant now) {
        List<BoundVoucher> bound = facts.vouchers(session, claim);
        // What a returned claim held may have been corrected, so it is taken anew.
        vouchers.release(session, claim.id());
        vouchers.take(session, claim.id(), bound);
        ClaimFacts.Told told = facts.told(session, claim, bound, filedAt, now);
        Decision decision = assessments.by(version, claim, told.claim());
        requireFileable(claim, decision, told.catalogues());
        Filing filing = new Filing(
                filedAt,
                version.descriptor().key(),
                version.digest(),
                decision.outcome(),
                decision.amounts(),
                session.claims().format().write(told.claim()),
                session.claims().format().write(decision));
        return new Filed(filing, told.catalogues());
    }

    /**
     * What was filed.
     *
     * @param filing what is kept of it
     * @param catalogues what partners' catalogues said of its providers then
     */
    private record Filed(Filing filing, List<PartnerCatalogue.Finding> catalogues) {
        /** How current the catalogues were stays on the timeline. */
        String told() {
            return catalogues.stream().map(finding -> finding.text().zh()).collect(Collectors.joining());
        }
    }

    /** A team's claim is filed by its platform company (一（三）); and only who is registered files. */
    private static void requireFiler(Session session, Actor actor, VoucherClaim claim) {
        if (claim.host().isPresent() && !claim.host().equals(actor.organisation())) {
            throw ClaimRefusals.conflict("claim.host-files", claim.number());
        }
        for (Id<Organisation> owner : claim.owners()) {
            Optional<Organisation> organisation = session.registry().find(owner);
            if (organisation.isEmpty() || organisation.get().state() != Organisation.State.APPROVED) {
                throw ClaimRefusals.conflict(
                        "claim.registration",
                        claim.number(),
                        organisation.map(Organisation::name).orElse(owner.value()));
            }
        }
    }

    private static void requireFileable(
            VoucherClaim claim, Decision decision, List<PartnerCatalogue.Finding> catalogues) {
        if (decision.outcome() == ClaimOutcome.INELIGIBLE) {
            throw ClaimRefusals.TEXTS.refusedFor(
                    Kind.CONFLICT,
                    "claim.ineligible",
                    reasons(decision, catalogues, FindingOutcome.FAILED),
                    claim.number());
        }
        if (decision.outcome() == ClaimOutcome.INCOMPLETE) {
            throw ClaimRefusals.TEXTS.refusedFor(
                    Kind.CONFLICT,
                    "claim.incomplete",
                    reasons(decision, catalogues, FindingOutcome.MISSING),
                    claim.number());
        }
        List<String> later = decision.services().stream()
                .filter(service -> service.outcome() == ServiceOutcome.CARRIED_OVER)
                .map(ServiceDecision::id)
                .toList();
        if (decision.outcome() == ClaimOutcome.ELIGIBLE && !later.isEmpty()) {
            // A voucher goes with its whole claim, so paid with the others it could not be carried over.
            throw ClaimRefusals.conflict("claim.mixed", claim.number(), String.join(", ", later));
        }
    }

    private static List<LocalizedText> reasons(
            Decision decision, List<PartnerCatalogue.Finding> catalogues, FindingOutcome outcome) {
        List<LocalizedText> reasons = new ArrayList<>();
        catalogues.forEach(finding -> reasons.add(finding.text()));
        decision.findings().forEach(finding -> add(reasons, "", finding, outcome));
        decision.services().forEach(service -> service.findings()
                .forEach(finding -> add(reasons, service.id(), finding, outcome)));
        return reasons.subList(0, Math.min(reasons.size(), MAX_REASONS));
    }

    private static void add(List<LocalizedText> reasons, String service, Finding finding, FindingOutcome outcome) {
        if (finding.outcome() == outcome) {
            LocalizedText message = finding.message();
            String code = service.isEmpty() ? "claim.finding" : "claim.service-finding";
            LocalizedText zh = ClaimRefusals.TEXTS.text(code, message.zh(), finding.rule(), service);
            LocalizedText en = ClaimRefusals.TEXTS.text(code, message.en(), finding.rule(), service);
            reasons.add(new LocalizedText(zh.zh(), en.en()));
        }
    }
}
