package org.quanlian.policies.shanxi2025;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Fact;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.FindingOutcome;

/**
 * "Shanxi 2025, where the notice leaves room, means", read once more from the assessment contract alone: slow, plain, in
 * decimals, with the agreement of Hainan in force.
 */
final class ContractOracle {
    private static final Instant DEADLINE = Instant.parse("2025-07-15T09:00:00Z");
    private static final LocalDate PERIOD_FROM = LocalDate.of(2024, 10, 1);
    private static final LocalDate PERIOD_UNTIL = LocalDate.of(2025, 6, 30);
    private static final LocalDate CARRY_OVER_UNTIL = LocalDate.of(2025, 12, 31);

    private final Claim claim;
    private final LocalDate day;
    private final Set<QualificationType> valid;

    ContractOracle(Claim claim) {
        this.claim = claim;
        this.day = claim.asOf().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        this.valid = claim.applicant().qualifications().orElse(List.of()).stream()
                .filter(held ->
                        held.validity().from().map(from -> !from.isAfter(day)).orElse(true))
                .filter(held -> held.validity()
                        .until()
                        .map(until -> !until.isBefore(day))
                        .orElse(true))
                .map(org.quanlian.model.Qualification::type)
                .collect(Collectors.toSet());
    }

    /** 4: the cap in yuan. */
    BigDecimal cap() {
        return new BigDecimal(valid.contains(QualificationType.JINCHUANGGU_TENANT) ? "1000000.00" : "500000.00");
    }

    /** 1: what was spent on a service. */
    BigDecimal spend(Service service) {
        List<BigDecimal> bounds = new ArrayList<>();
        paid(service).ifPresent(bounds::add);
        if (service.invoices().isKnown()) {
            bounds.add(invoiced(service, PERIOD_FROM, PERIOD_UNTIL));
        }
        service.contract().amount().map(ContractOracle::yuan).ifPresent(bounds::add);
        return bounds.stream().min(BigDecimal::compareTo).orElse(zero()).max(zero());
    }

    /** 2: what of a service is carried over. */
    BigDecimal carriedOver(Service service) {
        BigDecimal later =
                invoiced(service, PERIOD_UNTIL.plusDays(1), CARRY_OVER_UNTIL).max(zero());
        return paid(service)
                .map(paid -> paid.subtract(spend(service)).min(later))
                .orElse(later);
    }

    /** 3: what each service earns, when those of the given ids are rejected. */
    List<BigDecimal> grants(Set<String> rejected) {
        BigDecimal left = cap().subtract(granted()).max(zero());
        List<BigDecimal> grants = new ArrayList<>();
        for (Service service : claim.services()) {
            BigDecimal half = rejected.contains(service.id())
                    ? zero()
                    : spend(service).multiply(new BigDecimal("0.5")).setScale(2, RoundingMode.FLOOR);
            BigDecimal grant = half.min(left);
            left = left.subtract(grant);
            grants.add(grant);
        }
        return grants;
    }

    /** What was granted before; what nobody told counts as nothing. */
    BigDecimal granted() {
        return yuan(claim.grantedThisYear().orElse(Money.ZERO));
    }

    /** 4 to 8 and 10: which rules about the claim fail, and for which something is missing. */
    Map<String, FindingOutcome> unmet() {
        Applicant applicant = claim.applicant();
        Findings found = new Findings();
        found.must("applicant.area", applicant.area().map(area -> area.code().startsWith("14")));
        found.must("applicant.legalPerson", legalPerson(applicant.party()));
        found.must("applicant.research", applicant.researchSpending().map(Money::isPositive));
        found.must("applicant.credit", applicant.discredited().map(listed -> !listed));
        found.must("applicant.qualification", qualified(applicant));
        found.must(
                "applicant.suspension",
                applicant
                        .suspendedUntil()
                        .map(until -> until.isEmpty() || until.get().isBefore(day)));
        found.must("claim.cap", claim.grantedThisYear().map(any -> true));
        found.must("claim.deadline", Fact.of(!claim.asOf().isAfter(DEADLINE)));
        boolean team = applicant.party() instanceof Party.Team;
        found.paper("material.qualificationProof", has(ClaimMaterial.QUALIFICATION_PROOF));
        found.paper("material.nonAffiliation", has(ClaimMaterial.NON_AFFILIATION_COMMITMENT));
        found.paper("material.businessLicence", team || has(ClaimMaterial.BUSINESS_LICENCE));
        found.paper("material.legalRepresentativeId", has(ClaimMaterial.LEGAL_REPRESENTATIVE_ID));
        return found.unmet;
    }

    /** 6, 9 and 10: which rules about a service fail, and for which something is missing. */
    Map<String, FindingOutcome> unmet(Service service) {
        Provider provider = service.provider();
        Findings found = new Findings();
        found.must("service.category", service.category().map(any -> true));
        found.must("service.period", dated(service));
        found.must("service.exclusion", service.exclusion().map(Optional::isEmpty));
        found.must("service.duplicateInvoice", Fact.of(!repeats(service)));
        found.must("provider.area", admitted(provider.area()));
        found.must("provider.kind", supported(provider));
        found.must("provider.credit", provider.discredited().map(listed -> !listed));
        found.must("provider.sharingPlatform", provider.onSharingPlatform());
        found.must("provider.voucherSystem", provider.inVoucherSystem());
        found.must("provider.affiliation", provider.affiliated().map(affiliated -> !affiliated));
        found.paper("service.payments", !service.payments().orElse(List.of()).isEmpty());
        found.paper("material.contract", service.materials().contains(ServiceMaterial.CONTRACT));
        found.paper("material.invoice", service.materials().contains(ServiceMaterial.INVOICE));
        found.paper("material.paymentProof", service.materials().contains(ServiceMaterial.PAYMENT_PROOF));
        found.paper("material.serviceResult", service.materials().contains(ServiceMaterial.SERVICE_RESULT));
        return found.unmet;
    }

    private boolean has(ClaimMaterial material) {
        return claim.materials().contains(material);
    }

    private static Fact<Boolean> legalPerson(Party party) {
        return party instanceof Party.Enterprise enterprise
                ? enterprise.independentLegalPerson()
                : ((Party.Team) party).host().map(host -> true);
    }

    /** 5: one valid qualification suffices; two kinds count only up to medium size. */
    private Fact<Boolean> qualified(Applicant applicant) {
        if (applicant.qualifications().isMissing()) {
            return Fact.missing();
        }
        Set<QualificationType> bySize = Set.of(QualificationType.HIGH_TECH, QualificationType.SPECIALISED_SME);
        if (valid.isEmpty() || !bySize.containsAll(valid)) {
            return Fact.of(!valid.isEmpty());
        }
        Optional<SizeClass> size = applicant.scale().isKnown()
                ? SizeTable.classOf(applicant.scale().value())
                : Optional.empty();
        return size.map(found -> Fact.of(found != SizeClass.LARGE)).orElse(Fact.missing());
    }

    /** 2: at least one invoice lies in the service period or in the carry-over period. */
    private static Fact<Boolean> dated(Service service) {
        if (service.invoices().orElse(List.of()).isEmpty()) {
            return Fact.missing();
        }
        return Fact.of(service.invoices().value().stream()
                .anyMatch(invoice -> !invoice.issuedOn().isBefore(PERIOD_FROM)
                        && !invoice.issuedOn().isAfter(CARRY_OVER_UNTIL)));
    }

    private boolean repeats(Service service) {
        Set<InvoiceNumber> seen = new HashSet<>();
        for (Service one : claim.services()) {
            List<InvoiceNumber> numbers = one.invoices().orElse(List.of()).stream()
                    .map(org.quanlian.model.Invoice::number)
                    .toList();
            boolean repeats =
                    Stream.concat(seen.stream(), numbers.stream()).distinct().count() < seen.size() + numbers.size();
            if (one.id().equals(service.id())) {
                return repeats;
            }
            seen.addAll(numbers);
        }
        throw new IllegalArgumentException(service.id());
    }

    /** 6: qualifications that nobody told may yet be those of a tenant, who may buy anywhere. */
    private Fact<Boolean> admitted(Fact<Area> area) {
        if (area.isMissing()) {
            return Fact.missing();
        }
        String code = area.value().code();
        if (code.startsWith("14") || code.startsWith("46")) {
            return Fact.of(true);
        }
        return claim.applicant().qualifications().map(told -> valid.contains(QualificationType.JINCHUANGGU_TENANT));
    }

    private static Fact<Boolean> supported(Provider provider) {
        if (provider.kind().isMissing()) {
            return Fact.missing();
        }
        ProviderKind kind = provider.kind().value();
        if (kind == ProviderKind.OTHER) {
            return Fact.of(false);
        }
        boolean needsLevel = kind.compareTo(ProviderKind.NEW_RESEARCH_INSTITUTION) >= 0;
        return needsLevel ? provider.level().map(any -> true) : Fact.of(true);
    }

    private static Optional<BigDecimal> paid(Service service) {
        return service.payments().isMissing()
                ? Optional.empty()
                : Optional.of(service.payments().value().stream()
                        .map(payment -> yuan(payment.amount()))
                        .reduce(zero(), BigDecimal::add));
    }

    private static BigDecimal invoiced(Service service, LocalDate from, LocalDate until) {
        return service.invoices().orElse(List.of()).stream()
                .filter(invoice -> !invoice.issuedOn().isBefore(from)
                        && !invoice.issuedOn().isAfter(until))
                .map(invoice -> yuan(invoice.amount()))
                .reduce(zero(), BigDecimal::add);
    }

    private static BigDecimal yuan(Money amount) {
        return new BigDecimal(amount.toString());
    }

    private static BigDecimal zero() {
        return new BigDecimal("0.00");
    }

    private static final class Findings {
        private final Map<String, FindingOutcome> unmet = new TreeMap<>();

        void must(String rule, Fact<Boolean> condition) {
            if (condition.isMissing()) {
                unmet.put(rule, FindingOutcome.MISSING);
            } else if (!condition.value()) {
                unmet.put(rule, FindingOutcome.FAILED);
            }
        }

        void paper(String rule, boolean there) {
            if (!there) {
                unmet.put(rule, FindingOutcome.MISSING);
            }
        }
    }
}
