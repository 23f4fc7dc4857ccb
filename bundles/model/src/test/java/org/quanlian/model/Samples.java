package org.quanlian.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plain values that tests of bigger ones are made of. */
final class Samples {
    static final UnifiedSocialCreditCode USCC = new UnifiedSocialCreditCode("91140100MA0GTAT1XC");
    static final Instant NOON = Instant.parse("2025-07-01T04:00:00Z");
    static final LocalDate DAY = LocalDate.of(2025, 3, 2);
    static final Invoice INVOICE =
            new Invoice(InvoiceNumber.digital("25142000000012345678"), DAY, Money.ofYuan(120_000));
    static final Payment PAYMENT = new Payment(DAY, Money.ofYuan(120_000));
    static final Qualification QUALIFICATION =
            new Qualification(QualificationType.TECH_SME, Optional.empty(), Validity.ALWAYS);

    private Samples() {}

    static Applicant applicant(Fact<List<Qualification>> qualifications) {
        return new Applicant(
                new Party.Enterprise(USCC, Fact.of(true)),
                Optional.of("太原示例科技有限公司"),
                Fact.of(new Area("140100")),
                Fact.of(Money.ofYuan(350_000)),
                Fact.of(false),
                Fact.of(Optional.empty()),
                Fact.missing(),
                qualifications);
    }

    static Service service(String id) {
        return service(id, Fact.of(List.of(INVOICE)), Fact.of(List.of(PAYMENT)), Set.of());
    }

    static Service service(
            String id, Fact<List<Invoice>> invoices, Fact<List<Payment>> payments, Set<ServiceMaterial> materials) {
        return new Service(
                id,
                Fact.of(ServiceCategory.TESTING),
                Fact.of(Optional.empty()),
                Provider.UNKNOWN,
                Contract.UNKNOWN,
                invoices,
                payments,
                materials);
    }

    static Claim claim(List<Service> services) {
        return claim(NOON, Fact.of(Money.ZERO), Set.of(), services);
    }

    static Claim claim(
            Instant asOf, Fact<Money> grantedThisYear, Set<ClaimMaterial> materials, List<Service> services) {
        return new Claim(asOf, applicant(Fact.of(List.of(QUALIFICATION))), grantedThisYear, materials, services);
    }
}
