package org.quanlian.vouchers.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.parameters.NoValueException;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.exchange.PartnerCatalogue;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.RegisteredFacts.ProviderStanding;
import org.quanlian.vouchers.registry.RegisteredFacts.RelationStep;

/**
 * Tells an applicant beforehand what the policy says about a service, with the reasons (预评估). It binds nobody: what
 * counts is the decision when the claim is filed.
 */
public final class PreAssessments {
    private static final String PLANNED = "planned";

    private final Clock clock;
    private final Area province;
    private final Supplier<List<PolicyDescriptor>> policies;
    private final AssessmentService assessments;
    private final RegisteredFacts facts;
    private final GrantedThisYear granted;
    private final Hosts hosts;
    private final Ordering orders;

    /**
     * @param clock tells the instant as of which is assessed
     * @param province whose policy is asked
     * @param policies those that decide now, one for each year
     * @param assessments decide
     * @param facts what the node knows of applicants and providers
     * @param granted what an applicant was granted before
     * @param hosts tell who acts for a team
     * @param orders show orders
     */
    public PreAssessments(
            Clock clock,
            Area province,
            Supplier<List<PolicyDescriptor>> policies,
            AssessmentService assessments,
            RegisteredFacts facts,
            GrantedThisYear granted,
            Hosts hosts,
            Ordering orders) {
        this.clock = clock;
        this.province = province;
        this.policies = policies;
        this.assessments = assessments;
        this.facts = facts;
        this.granted = granted;
        this.hosts = hosts;
        this.orders = orders;
    }

    /**
     * What the policy says about a service that an applicant thinks of buying.
     *
     * @param applicant who buys; see {@link Ordering#order}
     * @param materials the papers that are there for the claim as a whole
     */
    public PreAssessment assess(
            Session session,
            Actor actor,
            Optional<Id<Organisation>> applicant,
            PlannedService service,
            Set<ClaimMaterial> materials) {
        Organisation buyer = Ordering.buyer(session, actor, applicant, hosts);
        Organisation provider = Ordering.provider(session, service.provider());
        return assess(session, buyer.id(), provider.id(), PLANNED, service, materials);
    }

    /** What the policy says about an order as it stands, to whoever may see it. */
    public PreAssessment assess(Session session, Actor actor, Id<Order> id, Set<ClaimMaterial> materials) {
        VoucherOrder order = orders.show(session, actor, id);
        return assess(
                session,
                order.order().applicant(),
                order.order().provider(),
                order.id().value(),
                PlannedService.of(order),
                materials);
    }

    private PreAssessment assess(
            Session session,
            Id<Organisation> applicant,
            Id<Organisation> provider,
            String name,
            PlannedService planned,
            Set<ClaimMaterial> materials) {
        Instant now = clock.instant();
        int year = PolicyYear.among(province, policies.get(), planned.invoices().orElse(List.of()), now)
                .orElseThrow(() -> OrderRefusals.conflict("assessment.no-policy"));
        ProviderStanding standing = facts.provider(session, provider, applicant, now);
        Service service = new Service(
                name,
                planned.category(),
                planned.exclusion(),
                standing.facts(),
                planned.contract(),
                planned.invoices(),
                planned.payments(),
                planned.materials());
        Claim claim = new Claim(
                now,
                facts.applicant(session, applicant, now),
                granted.of(session, applicant, year),
                materials,
                List.of(service));
        try {
            return new PreAssessment(
                    assessments.assess(province, year, claim), claim, standing.relation(), standing.catalogue());
        } catch (PolicyNotFoundException e) {
            // It was taken away in between.
            throw OrderRefusals.conflict("assessment.no-policy");
        } catch (NoValueException e) {
            throw OrderRefusals.conflict("assessment.no-value", ChinaTime.dateOf(now));
        }
    }

    /**
     * What the policy says beforehand.
     *
     * @param decision the decision, with every reason
     * @param claim the facts that it stands on
     * @param relation how provider and applicant belong to or control each other, step by step; empty when they do not
     * @param catalogue what the catalogue of the provider's province says, if that province tells this one
     */
    public record PreAssessment(
            Decision decision,
            Claim claim,
            List<RelationStep> relation,
            Optional<PartnerCatalogue.Standing> catalogue) {
        public PreAssessment {
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(claim, "claim");
            relation = List.copyOf(relation);
            Objects.requireNonNull(catalogue, "catalogue");
        }
    }
}
