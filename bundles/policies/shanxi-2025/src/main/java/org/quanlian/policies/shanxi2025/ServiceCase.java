package org.quanlian.policies.shanxi2025;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Claim;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Decision;

/**
 * A service with all that the rules about it look at.
 *
 * @param service the service
 * @param spend what was spent on it, as far as it counts
 * @param repeatedInvoice an invoice that was used before in the claim, if there is one
 * @param admittedBy the agreement without which its provider would not be admitted, if there is one
 */
record ServiceCase(
        Service service,
        Applicants.Standing standing,
        Terms terms,
        Spend spend,
        Optional<InvoiceNumber> repeatedInvoice,
        Optional<Agreement> admittedBy) {

    static List<ServiceCase> all(Claim claim, Applicants.Standing standing, Terms terms, Circumstances circumstances) {
        Set<InvoiceNumber> used = new HashSet<>();
        List<ServiceCase> cases = new ArrayList<>(claim.services().size());
        for (Service service : claim.services()) {
            cases.add(new ServiceCase(
                    service,
                    standing,
                    terms,
                    Spend.of(service, terms),
                    firstRepeated(service, used),
                    admittingAgreement(claim, service, standing, terms, circumstances)));
        }
        return cases;
    }

    /** The agreements without which a provider would not be admitted, each once. */
    static List<Decision.AgreementUse> agreementsUsed(List<ServiceCase> cases) {
        List<Decision.AgreementUse> used = new ArrayList<>();
        for (ServiceCase service : cases) {
            service.admittedBy.ifPresent(agreement -> {
                Decision.AgreementUse use = ProviderRules.use(agreement);
                if (!used.contains(use)) {
                    used.add(use);
                }
            });
        }
        return used;
    }

    private static Optional<InvoiceNumber> firstRepeated(Service service, Set<InvoiceNumber> used) {
        Optional<InvoiceNumber> repeated = Optional.empty();
        for (Invoice invoice : service.invoices().orElse(List.of())) {
            if (!used.add(invoice.number()) && repeated.isEmpty()) {
                repeated = Optional.of(invoice.number());
            }
        }
        return repeated;
    }

    private static Optional<Agreement> admittingAgreement(
            Claim claim, Service service, Applicants.Standing standing, Terms terms, Circumstances circumstances) {
        if (service.provider().area().isMissing()
                || standing.mayBuyNationwide().orElse(false)
                || service.provider().area().value().isIn(terms.applicantProvince())) {
            return Optional.empty();
        }
        for (Agreement agreement : circumstances.agreements()) {
            if (agreement.descriptor().host().equals(terms.applicantProvince())
                    && agreement.admits(service.provider().area().value(), claim.day())) {
                return Optional.of(agreement);
            }
        }
        return Optional.empty();
    }
}
