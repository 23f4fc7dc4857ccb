package org.quanlian.policies.shanxi2025;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
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
import org.quanlian.model.Scale;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;

/** Claims that Shanxi 2025 grants in full, and how to change one thing about them. */
final class Claims {
    static final UnifiedSocialCreditCode USCC = new UnifiedSocialCreditCode("91140100MA0GTAT1XC");
    static final LocalDate IN_PERIOD = LocalDate.of(2025, 3, 2);
    static final LocalDate IN_CARRY_OVER = LocalDate.of(2025, 7, 5);

    private static final Instant IN_TIME = Instant.parse("2025-07-10T02:00:00Z");
    private static final Money PRICE = Money.ofYuan(120_000);

    private Claims() {}

    static Claim claim(Applicant applicant, Service... services) {
        return claim(applicant, Fact.of(Money.ZERO), services);
    }

    static Claim claim(Applicant applicant, Fact<Money> grantedThisYear, Service... services) {
        return new Claim(IN_TIME, applicant, grantedThisYear, Set.of(ClaimMaterial.values()), List.of(services));
    }

    static ApplicantBuilder applicant() {
        return new ApplicantBuilder();
    }

    /** A service in Shanxi, invoiced and paid with 120 000 yuan. */
    static Service service(String id) {
        return service(id, List.of(invoice(id, IN_PERIOD, PRICE)), PRICE);
    }

    static Service service(String id, List<Invoice> invoices, Money paid) {
        return service(id, new Area("140000"), invoices, paid);
    }

    static Service service(String id, Area providerArea, List<Invoice> invoices, Money paid) {
        Provider provider = new Provider(
                Optional.empty(),
                Optional.empty(),
                Fact.of(ProviderKind.UNIVERSITY),
                Fact.missing(),
                Fact.of(providerArea),
                Fact.of(true),
                Fact.of(true),
                Fact.of(false),
                Fact.of(false));
        return new Service(
                id,
                Fact.of(ServiceCategory.TESTING),
                Fact.of(Optional.empty()),
                provider,
                Contract.UNKNOWN,
                Fact.of(invoices),
                Fact.of(List.of(new Payment(IN_PERIOD, paid))),
                Set.of(ServiceMaterial.values()));
    }

    static Invoice invoice(String serial, LocalDate day, Money amount) {
        String digits = String.format("%08d", Math.floorMod(serial.hashCode(), 100_000_000));
        return new Invoice(InvoiceNumber.digital("251420000000" + digits), day, amount);
    }

    static Service withPayments(Service service, List<Payment> payments) {
        return with(service, service.invoices(), Fact.of(payments));
    }

    static Service with(Service service, Fact<List<Invoice>> invoices, Fact<List<Payment>> payments) {
        return new Service(
                service.id(),
                service.category(),
                service.exclusion(),
                service.provider(),
                service.contract(),
                invoices,
                payments,
                service.materials());
    }

    /** The claim with one of its services replaced. */
    static Claim with(Claim claim, int index, Service service) {
        List<Service> services = new ArrayList<>(claim.services());
        services.set(index, service);
        return new Claim(claim.asOf(), claim.applicant(), claim.grantedThisYear(), claim.materials(), services);
    }

    /** An applicant in Taiyuan that is a technology-based small or medium enterprise. */
    static final class ApplicantBuilder {
        private Party party = new Party.Enterprise(USCC, Fact.of(true));
        private Fact<Scale> scale = Fact.missing();
        private List<QualificationType> qualifications = List.of(QualificationType.TECH_SME);

        ApplicantBuilder holding(QualificationType... types) {
            qualifications = List.of(types);
            return this;
        }

        ApplicantBuilder scale(Fact<Scale> figures) {
            scale = figures;
            return this;
        }

        ApplicantBuilder team() {
            party = new Party.Team(Optional.empty(), Fact.of(new Party.Host(USCC, "示例孵化器")));
            return this;
        }

        Applicant build() {
            Stream<Qualification> held =
                    qualifications.stream().map(type -> new Qualification(type, Optional.empty(), Validity.ALWAYS));
            return new Applicant(
                    party,
                    Optional.of("太原示例科技有限公司"),
                    Fact.of(new Area("140100")),
                    Fact.of(Money.ofYuan(1)),
                    Fact.of(false),
                    Fact.of(Optional.empty()),
                    scale,
                    Fact.of(held.toList()));
        }
    }
}
