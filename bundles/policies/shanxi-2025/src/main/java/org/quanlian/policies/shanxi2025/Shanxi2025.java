package org.quanlian.policies.shanxi2025;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quanlian.model.Claim;
import org.quanlian.model.Money;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.Rule;
import org.quanlian.policy.api.RuleBook;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.parameters.DatedTerms;
import org.quanlian.policy.api.parameters.ParameterFile;
import org.quanlian.policy.api.parameters.Parameters;

/** The innovation vouchers of Shanxi in 2025 (2025年度山西省科技创新券), by the notice 晋科函〔2025〕11号. */
public final class Shanxi2025 implements PolicyPack {
    private final PolicyDescriptor descriptor;
    private final Parameters parameters;
    private final DatedTerms<Terms> terms;
    private final RuleBook<ClaimCase> claimRules;
    private final RuleBook<ServiceCase> serviceRules;

    /** The policy as its parameter file and its texts make it; refuses a file that is not complete and exact. */
    public Shanxi2025() {
        ParameterFile file = ParameterFile.ofPolicy(Shanxi2025.class, "policy.yaml");
        MessageCatalog texts = MessageCatalog.beside(Shanxi2025.class);
        this.parameters = file.parameters();
        this.terms = file.bind(Terms::read);
        this.descriptor = new PolicyDescriptor(
                file.policyKey(),
                parameters.status(),
                file.title(),
                file.documents(),
                terms.latest().windows());
        this.claimRules = new RuleBook<>(inOrder(List.of(ApplicantRules.IN_ORDER, ClaimRules.IN_ORDER)), texts);
        this.serviceRules = new RuleBook<>(
                inOrder(List.of(ServiceRules.IN_ORDER, ProviderRules.IN_ORDER, SpendRules.IN_ORDER)), texts);
    }

    @Override
    public PolicyDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public Parameters parameters() {
        return parameters;
    }

    @Override
    public List<RuleDescription> rules() {
        return Stream.concat(claimRules.describe().stream(), serviceRules.describe().stream())
                .toList();
    }

    @Override
    public Decision assess(Claim claim, Circumstances circumstances) {
        DatedTerms.Terms<Terms> inEffect = terms.on(claim.day());
        Applicants.Standing standing = Applicants.standing(claim, inEffect.values());
        List<ServiceCase> cases = ServiceCase.all(claim, standing, inEffect.values(), circumstances);

        List<Examined> examined = new ArrayList<>(cases.size());
        for (ServiceCase service : cases) {
            List<Finding> findings = serviceRules.examine(service);
            examined.add(new Examined(
                    service,
                    findings,
                    ServiceOutcome.of(findings, service.spend().onlyCarriedOver())));
        }
        Grants grants = Grants.within(
                standing.cap(),
                claim.grantedThisYear().orElse(Money.ZERO),
                examined.stream().map(Examined::earning).toList(),
                inEffect.values());
        List<Finding> findings = claimRules.examine(new ClaimCase(claim, standing, grants, inEffect.values()));
        ClaimOutcome outcome = ClaimOutcome.of(
                findings, examined.stream().map(Examined::outcome).toList());

        boolean pays = outcome != ClaimOutcome.INELIGIBLE;
        List<ServiceDecision> services = new ArrayList<>(examined.size());
        for (int i = 0; i < examined.size(); i++) {
            services.add(examined.get(i).decide(pays, grants.each().get(i)));
        }
        return new Decision(
                descriptor.key(),
                descriptor.document(),
                descriptor.status(),
                outcome,
                pays ? grants.amounts() : grants.amountsOfNothing(),
                services,
                findings,
                ServiceCase.agreementsUsed(cases),
                claim.day(),
                inEffect.basis());
    }

    private static <S> List<Rule<S>> inOrder(List<List<Rule<S>>> chapters) {
        return chapters.stream().flatMap(List::stream).toList();
    }

    /** A service whose rules have spoken. */
    private record Examined(ServiceCase service, List<Finding> findings, ServiceOutcome outcome) {
        /** The spend that earns a grant: that of a rejected service earns none. */
        Money earning() {
            return outcome == ServiceOutcome.REJECTED
                    ? Money.ZERO
                    : service.spend().supportable();
        }

        ServiceDecision decide(boolean claimPays, Money grant) {
            boolean pays = claimPays && outcome != ServiceOutcome.REJECTED;
            return new ServiceDecision(
                    service.service().id(),
                    outcome,
                    pays ? service.spend().supportable() : Money.ZERO,
                    pays ? service.spend().carriedOver() : Money.ZERO,
                    pays ? grant : Money.ZERO,
                    findings);
        }
    }
}
