package org.quanlian.vouchers.claims;

import java.time.Clock;
import java.util.Objects;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.orders.SupportedOnce;
import org.quanlian.vouchers.registry.KnownFacts;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.RegistrySettings;

/**
 * The procedure of claims from the draft to the end of the experts' review, and into the next year: all its use cases.
 *
 * @param drafts begins claims and puts them together
 * @param assessments what the policy says about them
 * @param filing files them
 * @param city the city's review
 * @param centre the centre's acceptance
 * @param experts the experts' review
 * @param affiliations for whom experts work
 * @param carryOver carries them over into the next year
 * @param reading shows them
 */
public record ClaimProcedure(
        ClaimDrafts drafts,
        ClaimAssessments assessments,
        ClaimFiling filing,
        CityReview city,
        CentreAcceptance centre,
        ExpertReview experts,
        ExpertAffiliations affiliations,
        CarryOver carryOver,
        ClaimReading reading) {
    /**
     * What the procedure stands on beside the platform.
     *
     * @param terms how many experts a review takes
     * @param registered what is known of applicants and providers
     * @param vouchers the bound vouchers
     * @param papers the documents that can be attached
     * @param relations who is related to whom
     * @param grants what applicants were granted before
     */
    public record Neighbours(
            ExpertReview.Terms terms,
            RegisteredFacts registered,
            BoundVouchers vouchers,
            ClaimPapers papers,
            PartyRelations relations,
            GrantsBefore grants) {
        /** The areas beside this one, as the node has them. */
        public static final Neighbours OF_THE_NODE = new Neighbours(
                ExpertReview.Terms.DEFAULT,
                new KnownFacts(RegistrySettings.DEFAULT),
                new SupportedOnce(),
                new UploadedPapers(),
                new KnownRelations(RegistrySettings.DEFAULT.control()),
                new LedgerGrants());

        public Neighbours {
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(registered, "registered");
            Objects.requireNonNull(vouchers, "vouchers");
            Objects.requireNonNull(papers, "papers");
            Objects.requireNonNull(relations, "relations");
            Objects.requireNonNull(grants, "grants");
        }
    }

    /**
     * The procedure.
     *
     * @param clock tells the time
     * @param ids makes names
     * @param registry knows the policies
     * @param engine decides claims
     * @param beside what it stands on in other areas
     */
    public static ClaimProcedure on(
            Clock clock, Ids ids, PolicyRegistry registry, AssessmentService engine, Neighbours beside) {
        ClaimPolicies policies = new ClaimPolicies(registry);
        ClaimFacts facts = new ClaimFacts(beside.registered(), beside.vouchers(), beside.grants());
        ClaimAssessments assessments = new ClaimAssessments(clock, policies, engine, facts);
        return new ClaimProcedure(
                new ClaimDrafts(
                        clock, ids, policies, beside.registered(), facts, beside.papers()),
                assessments,
                new ClaimFiling(clock, policies, assessments, facts, beside.vouchers()),
                new CityReview(clock, policies, beside.vouchers()),
                new CentreAcceptance(clock, policies, beside.vouchers()),
                new ExpertReview(clock, new Conflicts(beside.relations()), beside.terms()),
                new ExpertAffiliations(),
                new CarryOver(clock, ids, beside.vouchers()),
                new ClaimReading(policies));
    }
}
