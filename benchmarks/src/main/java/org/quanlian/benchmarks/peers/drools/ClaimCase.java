package org.quanlian.benchmarks.peers.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.quanlian.benchmarks.peers.NoticeTerms;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.parameters.EffectiveValue;
import org.quanlian.policy.api.parameters.NoValueException;

/** The facts about one claim on their way through the rules, and the decision that they come to. */
final class ClaimCase {
    private final LocalDate day;
    private final Circumstances circumstances;
    private final ClaimFacts claim;
    private final List<ServiceFacts> services;
    private final List<Decision.AgreementUse> agreements = new ArrayList<>();
    private final List<List<Finding>> serviceFindings;
    private final List<ServiceOutcome> outcomes;
    private GrantFacts grants;

    ClaimCase(Claim claim, Circumstances circumstances) {
        this.day = NoticeTerms.dayOf(claim.asOf());
        if (day.isBefore(NoticeTerms.FIRST_DAY)) {
            throw new NoValueException(day, NoticeTerms.FIRST_DAY);
        }
        this.circumstances = circumstances;
        this.claim = new ClaimFacts(claim, day);
        this.services = new ArrayList<>(claim.services().size());
        this.serviceFindings = new ArrayList<>(claim.services().size());
        this.outcomes = new ArrayList<>(claim.services().size());
        Set<InvoiceNumber> used = new HashSet<>();
        for (Service service : claim.services()) {
            AgreementDescriptor agreement =
                    this.claim.isTenant() ? null : admitting(service.provider().area());
            services.add(new ServiceFacts(service, this.claim.nationwide(), repeatedInvoice(service, used), agreement));
        }
    }

    ClaimFacts claim() {
        return claim;
    }

    List<ServiceFacts> services() {
        return services;
    }

    /** What the services earn, once the rules about them have spoken. */
    GrantFacts settle() {
        for (ServiceFacts service : services) {
            List<Finding> findings = service.findings();
            serviceFindings.add(findings);
            outcomes.add(ServiceOutcome.of(findings, service.supportableFen() == 0 && service.carriedOverFen() > 0));
        }
        grants = new GrantFacts(claim, services, outcomes);
        return grants;
    }

    /** The decision, once all rules have spoken. */
    Decision decide(PolicyPack pack, List<EffectiveValue> values) {
        List<Finding> findings = claim.findings();
        ClaimOutcome outcome = ClaimOutcome.of(findings, outcomes);
        boolean claimPays = outcome != ClaimOutcome.INELIGIBLE;
        List<ServiceDecision> decisions = new ArrayList<>(services.size());
        for (int i = 0; i < services.size(); i++) {
            ServiceFacts service = services.get(i);
            boolean pays = claimPays && outcomes.get(i) != ServiceOutcome.REJECTED;
            decisions.add(new ServiceDecision(
                    service.id(),
                    outcomes.get(i),
                    pays ? service.getSupportable() : Money.ZERO,
                    pays ? service.getCarriedOver() : Money.ZERO,
                    pays ? grants.grant(i) : Money.ZERO,
                    serviceFindings.get(i)));
        }
        return new Decision(
                pack.descriptor().key(),
                pack.descriptor().document(),
                pack.descriptor().status(),
                outcome,
                claimPays ? grants.amounts() : grants.amountsOfNothing(),
                decisions,
                findings,
                agreements,
                day,
                values);
    }

    private AgreementDescriptor admitting(Fact<Area> area) {
        if (area.isMissing() || area.value().isIn(NoticeTerms.SHANXI)) {
            return null;
        }
        for (Agreement agreement : circumstances.agreements()) {
            AgreementDescriptor descriptor = agreement.descriptor();
            if (descriptor.host().equals(NoticeTerms.SHANXI) && agreement.admits(area.value(), day)) {
                Decision.AgreementUse use = new Decision.AgreementUse(
                        descriptor.id(), descriptor.version(), NoticeTerms.BY_AGREEMENT, descriptor.status());
                if (!agreements.contains(use)) {
                    agreements.add(use);
                }
                return descriptor;
            }
        }
        return null;
    }

    private static InvoiceNumber repeatedInvoice(Service service, Set<InvoiceNumber> used) {
        InvoiceNumber repeated = null;
        for (Invoice invoice : service.invoices().orElse(List.of())) {
            if (!used.add(invoice.number()) && repeated == null) {
                repeated = invoice.number();
            }
        }
        return repeated;
    }
}
