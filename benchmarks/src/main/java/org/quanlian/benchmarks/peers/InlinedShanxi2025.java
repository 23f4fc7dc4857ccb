package org.quanlian.benchmarks.peers;

import static org.quanlian.policy.api.FindingOutcome.FAILED;
import static org.quanlian.policy.api.FindingOutcome.MISSING;
import static org.quanlian.policy.api.FindingOutcome.PASSED;
import static org.quanlian.policy.api.FindingOutcome.WARNING;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.parameters.EffectiveValue;
import org.quanlian.policy.api.parameters.NoValueException;

/**
 * Shanxi 2025 written out by hand as plain ifs with its values in the code, in one pass over a claim: what is left when
 * rules need no names, no order and no year of their own. It is the limit to which the pack is compared.
 */
public final class InlinedShanxi2025 {
    private static final int BY_SIZE = bit(QualificationType.HIGH_TECH) | bit(QualificationType.SPECIALISED_SME);
    private static final int TENANT = bit(QualificationType.JINCHUANGGU_TENANT);
    private static final int FEW_INVOICES = 8;

    private static final Finding TEAM_HAS_LICENCE = PeerRule.BUSINESS_LICENCE.found(PASSED, "team");
    private static final Finding NO_SPEND = PeerRule.SERVICE_SPEND.found(WARNING, "");

    private final PolicyPack pack;
    private final List<EffectiveValue> values;

    /** The same policy as a pack, whose name and parameter values every decision repeats. */
    public InlinedShanxi2025(PolicyPack pack) {
        this.pack = pack;
        this.values = pack.parameters().effectiveOn(NoticeTerms.FIRST_DAY);
    }

    /** Decides a claim. */
    public Decision assess(Claim claim, Circumstances circumstances) {
        LocalDate day = NoticeTerms.dayOf(claim.asOf());
        if (day.isBefore(NoticeTerms.FIRST_DAY)) {
            throw new NoValueException(day, NoticeTerms.FIRST_DAY);
        }
        int held = held(claim.applicant(), day);
        boolean tenant = (held & TENANT) != 0;
        Money cap = tenant ? NoticeTerms.TENANT_CAP : NoticeTerms.CAP;
        Finding[] findings = new Finding[PeerRule.ABOUT_CLAIM];
        aboutApplicant(findings, claim.applicant(), held, day);
        aboutClaim(findings, claim);
        boolean failed = has(findings, FAILED);
        long before = claim.grantedThisYear().isKnown()
                ? claim.grantedThisYear().value().fen()
                : 0;
        long available = Math.max(0, cap.fen() - before);

        Sums sums = new Sums(claim, day, tenant, !failed, available, circumstances);
        List<Service> services = claim.services();
        Set<InvoiceNumber> used = manyInvoices(services) ? new HashSet<>() : null;
        ServiceDecision[] decisions = new ServiceDecision[services.size()];
        for (int i = 0; i < decisions.length; i++) {
            InvoiceNumber repeated = used == null ? repeated(services, i) : repeated(services.get(i), used);
            decisions[i] = decide(services.get(i), repeated, sums);
        }
        if (claim.grantedThisYear().isMissing()) {
            findings[6] = PeerRule.CLAIM_CAP.missing();
        } else {
            findings[6] = sums.cut ? PeerRule.CLAIM_CAP.found(WARNING, "", cap) : PeerRule.CLAIM_CAP.passed();
        }

        ClaimOutcome outcome;
        Decision.Amounts amounts;
        if (failed || !sums.anyLeft) {
            outcome = ClaimOutcome.INELIGIBLE;
            amounts = new Decision.Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, cap, new Money(available));
        } else {
            if (sums.anyIncomplete || has(findings, MISSING)) {
                outcome = ClaimOutcome.INCOMPLETE;
            } else {
                outcome = sums.anySupported ? ClaimOutcome.ELIGIBLE : ClaimOutcome.CARRIED_OVER;
            }
            long granted = available - sums.left;
            long city = granted / 2;
            amounts = new Decision.Amounts(
                    new Money(sums.spend),
                    new Money(granted),
                    new Money(granted - city),
                    new Money(city),
                    cap,
                    new Money(sums.left));
        }
        return new Decision(
                pack.descriptor().key(),
                pack.descriptor().document(),
                pack.descriptor().status(),
                outcome,
                amounts,
                List.of(decisions),
                List.of(findings),
                sums.agreements,
                day,
                values);
    }

    /** What adds up over the services of a claim. */
    private static final class Sums {
        private final LocalDate day;
        private final boolean tenant;
        private final boolean qualificationsTold;
        private final boolean claimPays;
        private final Circumstances circumstances;
        private long left;
        private long spend;
        private boolean cut;
        private boolean anyLeft;
        private boolean anyIncomplete;
        private boolean anySupported;
        private List<Decision.AgreementUse> agreements = List.of();

        Sums(
                Claim claim,
                LocalDate day,
                boolean tenant,
                boolean claimPays,
                long available,
                Circumstances circumstances) {
            this.day = day;
            this.tenant = tenant;
            this.qualificationsTold = claim.applicant().qualifications().isKnown();
            this.claimPays = claimPays;
            this.left = available;
            this.circumstances = circumstances;
        }
    }

    private static ServiceDecision decide(Service service, InvoiceNumber repeated, Sums sums) {
        Finding[] findings = new Finding[PeerRule.ABOUT_SERVICE];
        findings[0] =
                service.category().isKnown() ? PeerRule.SERVICE_CATEGORY.passed() : PeerRule.SERVICE_CATEGORY.missing();
        findings[2] = exclusion(service.exclusion());
        findings[3] = repeated == null
                ? PeerRule.DUPLICATE_INVOICE.passed()
                : PeerRule.DUPLICATE_INVOICE.found(FAILED, "", repeated);
        aboutProvider(findings, service.provider(), sums);

        boolean invoiced = service.invoices().isKnown();
        long inPeriod = 0;
        long later = 0;
        int counting = 0;
        int other = 0;
        if (invoiced) {
            for (Invoice invoice : service.invoices().value()) {
                LocalDate issued = invoice.issuedOn();
                if (issued.isBefore(NoticeTerms.FIRST_OF_PERIOD) || issued.isAfter(NoticeTerms.LAST_OF_CARRY_OVER)) {
                    other++;
                } else if (issued.isAfter(NoticeTerms.LAST_OF_PERIOD)) {
                    later += invoice.amount().fen();
                    counting++;
                } else {
                    inPeriod += invoice.amount().fen();
                    counting++;
                }
            }
        }
        if (counting == 0) {
            findings[1] = other == 0
                    ? PeerRule.SERVICE_PERIOD.missing()
                    : PeerRule.SERVICE_PERIOD.found(FAILED, "", NoticeTerms.SERVICE_PERIOD);
        } else {
            findings[1] =
                    other == 0 ? PeerRule.SERVICE_PERIOD.passed() : PeerRule.SERVICE_PERIOD.found(WARNING, "", other);
        }

        boolean payments = service.payments().isKnown();
        boolean anyPayment = payments && !service.payments().value().isEmpty();
        long paid = 0;
        if (anyPayment) {
            for (Payment payment : service.payments().value()) {
                paid += payment.amount().fen();
            }
        }
        long base = Math.min(payments ? paid : Long.MAX_VALUE, invoiced ? inPeriod : Long.MAX_VALUE);
        Optional<Money> agreed = service.contract().amount();
        long least = agreed.isPresent() ? Math.min(base, agreed.get().fen()) : base;
        boolean bound = base != Long.MAX_VALUE && least < base;
        long supportable = least == Long.MAX_VALUE ? 0 : Math.max(0, least);
        long carriedOver = Math.max(0, later);
        if (payments) {
            carriedOver = Math.min(paid - supportable, carriedOver);
        }
        findings[10] = supportable == 0 && carriedOver == 0 && counting + other > 0 && anyPayment
                ? NO_SPEND
                : PeerRule.SERVICE_SPEND.found(PASSED, "", new Money(supportable), new Money(carriedOver));
        findings[11] =
                bound ? PeerRule.SERVICE_CONTRACT.found(WARNING, "", agreed.get()) : PeerRule.SERVICE_CONTRACT.passed();
        findings[12] = anyPayment ? PeerRule.SERVICE_PAYMENTS.passed() : PeerRule.SERVICE_PAYMENTS.missing();
        Set<ServiceMaterial> papers = service.materials();
        findings[13] = paper(PeerRule.CONTRACT_PAPER, papers.contains(ServiceMaterial.CONTRACT));
        findings[14] = paper(PeerRule.INVOICE_PAPER, papers.contains(ServiceMaterial.INVOICE));
        findings[15] = paper(PeerRule.PAYMENT_PROOF, papers.contains(ServiceMaterial.PAYMENT_PROOF));
        findings[16] = paper(PeerRule.SERVICE_RESULT, papers.contains(ServiceMaterial.SERVICE_RESULT));
        return conclude(service, findings, supportable, carriedOver, sums);
    }

    private static ServiceDecision conclude(
            Service service, Finding[] findings, long supportable, long carriedOver, Sums sums) {
        if (has(findings, FAILED)) {
            return new ServiceDecision(
                    service.id(), ServiceOutcome.REJECTED, Money.ZERO, Money.ZERO, Money.ZERO, List.of(findings));
        }
        ServiceOutcome outcome;
        if (has(findings, MISSING)) {
            outcome = ServiceOutcome.INCOMPLETE;
            sums.anyIncomplete = true;
        } else if (supportable == 0 && carriedOver > 0) {
            outcome = ServiceOutcome.CARRIED_OVER;
        } else {
            outcome = ServiceOutcome.SUPPORTED;
            sums.anySupported = true;
        }
        long earned = supportable / 2;
        long granted = Math.min(earned, sums.left);
        sums.cut |= granted < earned;
        sums.left -= granted;
        sums.spend += supportable;
        sums.anyLeft = true;
        return new ServiceDecision(
                service.id(),
                outcome,
                sums.claimPays ? new Money(supportable) : Money.ZERO,
                sums.claimPays ? new Money(carriedOver) : Money.ZERO,
                sums.claimPays ? new Money(granted) : Money.ZERO,
                List.of(findings));
    }

    private static void aboutApplicant(Finding[] findings, Applicant applicant, int held, LocalDate day) {
        Fact<Area> area = applicant.area();
        if (area.isMissing()) {
            findings[0] = PeerRule.APPLICANT_AREA.missing();
        } else {
            findings[0] = area.value().isIn(NoticeTerms.SHANXI)
                    ? PeerRule.APPLICANT_AREA.passed()
                    : PeerRule.APPLICANT_AREA.found(FAILED, "", area.value());
        }
        if (applicant.party() instanceof Party.Enterprise enterprise) {
            findings[1] = answer(PeerRule.APPLICANT_LEGAL_PERSON, enterprise.independentLegalPerson(), true);
        } else {
            Fact<Party.Host> host = ((Party.Team) applicant.party()).host();
            findings[1] = host.isKnown()
                    ? PeerRule.APPLICANT_LEGAL_PERSON.found(
                            PASSED, "team", NoticeTerms.QUALIFIED, host.value().name())
                    : PeerRule.APPLICANT_LEGAL_PERSON.found(MISSING, "team", NoticeTerms.QUALIFIED);
        }
        Fact<Money> research = applicant.researchSpending();
        if (research.isMissing()) {
            findings[2] = PeerRule.APPLICANT_RESEARCH.missing();
        } else {
            findings[2] = research.value().fen() > 0
                    ? PeerRule.APPLICANT_RESEARCH.passed()
                    : PeerRule.APPLICANT_RESEARCH.failed();
        }
        findings[3] = answer(PeerRule.APPLICANT_CREDIT, applicant.discredited(), false);
        findings[4] = qualification(applicant, held);
        Fact<Optional<LocalDate>> suspended = applicant.suspendedUntil();
        if (suspended.isMissing()) {
            findings[5] = PeerRule.APPLICANT_SUSPENSION.missing();
        } else {
            LocalDate lastDay = suspended.value().orElse(LocalDate.MIN);
            findings[5] = day.isAfter(lastDay)
                    ? PeerRule.APPLICANT_SUSPENSION.passed()
                    : PeerRule.APPLICANT_SUSPENSION.found(FAILED, "", lastDay);
        }
    }

    private static Finding qualification(Applicant applicant, int held) {
        if (applicant.qualifications().isMissing()) {
            return PeerRule.APPLICANT_QUALIFICATION.missing();
        }
        if ((held & ~BY_SIZE) != 0) {
            return PeerRule.APPLICANT_QUALIFICATION.passed();
        }
        if (held == 0) {
            return PeerRule.APPLICANT_QUALIFICATION.failed();
        }
        SizeClass size = SizeTable.classOf(applicant.scale());
        if (size == null) {
            return PeerRule.APPLICANT_QUALIFICATION.found(MISSING, "scale", NoticeTerms.BY_STATISTICS);
        }
        return size == SizeClass.LARGE
                ? PeerRule.APPLICANT_QUALIFICATION.found(FAILED, "large", NoticeTerms.BY_STATISTICS)
                : PeerRule.APPLICANT_QUALIFICATION.found(PASSED, "size", size);
    }

    private static void aboutClaim(Finding[] findings, Claim claim) {
        Set<ClaimMaterial> papers = claim.materials();
        findings[7] = claim.asOf().isAfter(NoticeTerms.FILING_DEADLINE)
                ? PeerRule.CLAIM_DEADLINE.failed()
                : PeerRule.CLAIM_DEADLINE.passed();
        findings[8] = paper(PeerRule.QUALIFICATION_PROOF, papers.contains(ClaimMaterial.QUALIFICATION_PROOF));
        findings[9] = paper(PeerRule.NON_AFFILIATION, papers.contains(ClaimMaterial.NON_AFFILIATION_COMMITMENT));
        findings[10] = claim.applicant().party() instanceof Party.Team
                ? TEAM_HAS_LICENCE
                : paper(PeerRule.BUSINESS_LICENCE, papers.contains(ClaimMaterial.BUSINESS_LICENCE));
        findings[11] = paper(PeerRule.LEGAL_REPRESENTATIVE_ID, papers.contains(ClaimMaterial.LEGAL_REPRESENTATIVE_ID));
    }

    private static void aboutProvider(Finding[] findings, Provider provider, Sums sums) {
        findings[4] = providerArea(provider.area(), sums);
        findings[5] = providerKind(provider);
        findings[6] = answer(PeerRule.PROVIDER_CREDIT, provider.discredited(), false);
        findings[7] = answer(PeerRule.SHARING_PLATFORM, provider.onSharingPlatform(), true);
        findings[8] = answer(PeerRule.VOUCHER_SYSTEM, provider.inVoucherSystem(), true);
        findings[9] = answer(PeerRule.AFFILIATION, provider.affiliated(), false);
    }

    private static Finding providerArea(Fact<Area> area, Sums sums) {
        if (area.isMissing()) {
            return PeerRule.PROVIDER_AREA.missing();
        }
        if (area.value().isIn(NoticeTerms.SHANXI)) {
            return PeerRule.PROVIDER_AREA.passed();
        }
        if (sums.tenant) {
            return PeerRule.PROVIDER_AREA.found(PASSED, "nationwide", NoticeTerms.NATIONWIDE, area.value());
        }
        for (Agreement agreement : sums.circumstances.agreements()) {
            AgreementDescriptor descriptor = agreement.descriptor();
            if (descriptor.host().equals(NoticeTerms.SHANXI) && agreement.admits(area.value(), sums.day)) {
                sums.agreements = with(sums.agreements, descriptor);
                return PeerRule.PROVIDER_AREA.found(
                        PASSED,
                        "agreement",
                        NoticeTerms.BY_AGREEMENT,
                        area.value(),
                        descriptor.title().zh(),
                        descriptor.title().en());
            }
        }
        return sums.qualificationsTold
                ? PeerRule.PROVIDER_AREA.found(FAILED, "", area.value())
                : PeerRule.PROVIDER_AREA.found(MISSING, "qualification", NoticeTerms.NATIONWIDE, area.value());
    }

    private static List<Decision.AgreementUse> with(List<Decision.AgreementUse> uses, AgreementDescriptor descriptor) {
        Decision.AgreementUse use = new Decision.AgreementUse(
                descriptor.id(), descriptor.version(), NoticeTerms.BY_AGREEMENT, descriptor.status());
        if (uses.isEmpty()) {
            return List.of(use);
        }
        if (uses.contains(use)) {
            return uses;
        }
        List<Decision.AgreementUse> more = new ArrayList<>(uses);
        more.add(use);
        return more;
    }

    private static Finding providerKind(Provider provider) {
        if (provider.kind().isMissing()) {
            return PeerRule.PROVIDER_KIND.missing();
        }
        ProviderKind kind = provider.kind().value();
        return switch (kind) {
            case UNIVERSITY, RESEARCH_INSTITUTE -> PeerRule.PROVIDER_KIND.passed();
            case OTHER -> PeerRule.PROVIDER_KIND.found(FAILED, "", kind);
            default -> provider.level().isMissing()
                    ? PeerRule.PROVIDER_KIND.found(MISSING, "level", kind)
                    : PeerRule.PROVIDER_KIND.passed();
        };
    }

    private static Finding exclusion(Fact<Optional<Exclusion>> exclusion) {
        if (exclusion.isMissing()) {
            return PeerRule.SERVICE_EXCLUSION.missing();
        }
        if (exclusion.value().isEmpty()) {
            return PeerRule.SERVICE_EXCLUSION.passed();
        }
        Exclusion reason = exclusion.value().get();
        return switch (reason) {
            case PUBLICLY_FUNDED -> PeerRule.SERVICE_EXCLUSION.found(FAILED, "", NoticeTerms.PUBLIC_FUNDING, reason);
            case ALREADY_GRANTED -> PeerRule.SERVICE_EXCLUSION.found(FAILED, "", NoticeTerms.GRANTED_BEFORE, reason);
            default -> PeerRule.SERVICE_EXCLUSION.found(FAILED, "", NoticeTerms.NOT_INNOVATION, reason);
        };
    }

    private static Finding answer(PeerRule rule, Fact<Boolean> fact, boolean wanted) {
        if (fact.isMissing()) {
            return rule.missing();
        }
        return fact.value() == wanted ? rule.passed() : rule.failed();
    }

    private static Finding paper(PeerRule rule, boolean there) {
        return there ? rule.passed() : rule.missing();
    }

    private static boolean has(Finding[] findings, FindingOutcome outcome) {
        for (Finding finding : findings) {
            if (finding != null && finding.outcome() == outcome) {
                return true;
            }
        }
        return false;
    }

    private static int held(Applicant applicant, LocalDate day) {
        int held = 0;
        if (applicant.qualifications().isKnown()) {
            for (Qualification qualification : applicant.qualifications().value()) {
                if (qualification.validity().includes(day)) {
                    held |= bit(qualification.type());
                }
            }
        }
        return held;
    }

    @SuppressWarnings("EnumOrdinal") // A set of qualifications in the bits of one number, forgotten with the claim.
    private static int bit(QualificationType type) {
        return 1 << type.ordinal();
    }

    private static boolean manyInvoices(List<Service> services) {
        int count = 0;
        for (int i = 0; i < services.size(); i++) {
            count += invoices(services.get(i)).size();
        }
        return count > FEW_INVOICES;
    }

    private static List<Invoice> invoices(Service service) {
        return service.invoices().isKnown() ? service.invoices().value() : List.of();
    }

    private static InvoiceNumber repeated(Service service, Set<InvoiceNumber> used) {
        InvoiceNumber repeated = null;
        for (Invoice invoice : invoices(service)) {
            if (!used.add(invoice.number()) && repeated == null) {
                repeated = invoice.number();
            }
        }
        return repeated;
    }

    /** Few numbers are compared faster one by one than by a set. */
    private static InvoiceNumber repeated(List<Service> services, int index) {
        List<Invoice> own = invoices(services.get(index));
        for (int i = 0; i < own.size(); i++) {
            InvoiceNumber number = own.get(i).number();
            for (int j = 0; j < index; j++) {
                if (isAmong(invoices(services.get(j)), Integer.MAX_VALUE, number)) {
                    return number;
                }
            }
            if (isAmong(own, i, number)) {
                return number;
            }
        }
        return null;
    }

    private static boolean isAmong(List<Invoice> invoices, int end, InvoiceNumber number) {
        for (int i = 0; i < Math.min(end, invoices.size()); i++) {
            if (invoices.get(i).number().equals(number)) {
                return true;
            }
        }
        return false;
    }
}
