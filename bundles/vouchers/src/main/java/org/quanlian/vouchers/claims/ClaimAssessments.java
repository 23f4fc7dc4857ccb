package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Claim;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.orders.BoundVoucher;

/** What the policy says about claims: as they stand, as they were filed, and again years later. */
public final class ClaimAssessments {
    private final Clock clock;
    private final ClaimPolicies policies;
    private final AssessmentService engine;
    private final ClaimFacts facts;

    /**
     * @param clock tells the time
     * @param policies the versions that decide
     * @param engine decides
     * @param facts puts the facts together
     */
    public ClaimAssessments(Clock clock, ClaimPolicies policies, AssessmentService engine, ClaimFacts facts) {
        this.clock = clock;
        this.policies = policies;
        this.engine = engine;
        this.facts = facts;
    }

    /**
     * What the policy says about a claim: of a draft, and of one that was returned for correction, as if it were filed
     * now; of any other, what it said when that was filed.
     *
     * @return the decision as the contract's answer, with the values in effect
     */
    public String read(Session session, Actor actor, Id<VoucherClaim> id) {
        VoucherClaim claim = find(session, actor, id);
        if (claim.state() != ClaimState.DRAFT && claim.state() != ClaimState.RETURNED) {
            return claim.filing()
                    .map(Filing::decision)
                    .orElseThrow(() -> ClaimRefusals.conflict("claim.never-filed", claim.number()));
        }
        Instant now = Instants.now(clock);
        PolicyVersion version = claim.filing().isPresent()
                ? policies.requirePinned(claim)
                : policies.current(claim)
                        .orElseThrow(() -> ClaimRefusals.conflict("claim.policy-none", claim.number(), claim.year()));
        List<BoundVoucher> bound = facts.vouchers(session, claim);
        Instant filedAt = claim.filing().map(Filing::at).orElse(now);
        return session.claims().format().write(by(version, claim, facts.of(session, claim, bound, filedAt, now)));
    }

    /** Decides anew what was filed, by the pinned version, from the facts that were kept. */
    public Recomputation recompute(Session session, Actor actor, Id<VoucherClaim> id) {
        VoucherClaim claim = find(session, actor, id);
        Filing filing = claim.filing().orElseThrow(() -> ClaimRefusals.conflict("claim.never-filed", claim.number()));
        Optional<PolicyVersion> version = policies.pinned(filing);
        if (version.isEmpty()) {
            return new Recomputation(Recomputation.Result.POLICY_ABSENT, filing, Optional.empty());
        }
        DecisionFormat format = session.claims().format();
        String again = format.write(by(version.get(), claim, format.readFacts(filing.facts())));
        return new Recomputation(
                again.equals(filing.decision()) ? Recomputation.Result.EQUAL : Recomputation.Result.DIFFERENT,
                filing,
                Optional.of(again));
    }

    /**
     * Decides by exactly one version.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code claim.policyAbsent} when it has gone in between
     */
    Decision by(PolicyVersion version, VoucherClaim claim, Claim told) {
        try {
            Decision decision = engine.assess(version.descriptor().key(), told);
            if (policies.isThere(version)) {
                return decision;
            }
        } catch (PolicyNotFoundException e) {
            throw absent(claim, version);
        } catch (NoValueException e) {
            throw ClaimRefusals.conflict(
                    "claim.before-policy", claim.number(), version.descriptor().key());
        }
        // The same name may stand for other content now, and that may be what decided.
        throw absent(claim, version);
    }

    private static RuntimeException absent(VoucherClaim claim, PolicyVersion version) {
        return ClaimRefusals.conflict(
                "claim.policy-absent", claim.number(), version.descriptor().key());
    }

    private static VoucherClaim find(Session session, Actor actor, Id<VoucherClaim> id) {
        Access.requireRole(actor, Action.READ_CLAIM);
        VoucherClaim claim = session.claims().find(id).orElseThrow(ClaimRefusals::notFound);
        Access.require(actor, Action.READ_CLAIM, claim.subject(session.claims().experts(id)));
        return claim;
    }

    /**
     * A decision that was made anew.
     *
     * @param result how it compares to the one that was kept
     * @param filing what was filed
     * @param again the decision made anew; empty when the policy version is absent
     */
    public record Recomputation(Result result, Filing filing, Optional<String> again) {
        /** How it compares. */
        public enum Result {
            /** The same, byte for byte. */
            EQUAL,
            /** Another: facts, policy or agreements are not what they were. */
            DIFFERENT,
            /** Nobody can tell: the policy version is not on the node. */
            POLICY_ABSENT
        }
    }
}
