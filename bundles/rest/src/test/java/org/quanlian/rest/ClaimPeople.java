package org.quanlian.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.quanlian.model.Area;
import org.quanlian.model.Contract;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.lists.ListContent;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.orders.Evidence;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.orders.OrderRequest;
import org.quanlian.vouchers.orders.OrderState;
import org.quanlian.vouchers.orders.VoucherOrder;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Registration;

/** Registrations, bound vouchers and papers of fictitious people, put into a node's store so that claims can be made. */
final class ClaimPeople {
    static final Area TAIYUAN = new Area("140100");
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

    /** One for all, because several may work on one database. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final VoucherNode node;

    ClaimPeople(VoucherNode node) {
        this.node = node;
    }

    /** Imports lists on which nobody of ours is discredited, and everybody of ours is a technology SME. */
    void importLists(Id<Organisation> enterprise) {
        UnifiedSocialCreditCode code = node.store()
                .<UnifiedSocialCreditCode>read(session ->
                        session.registry().find(enterprise).orElseThrow().uscc().orElseThrow());
        add(ListKind.CREDIT, "", new ListContent(List.of(), List.of()));
        add(
                ListKind.TECH_SME,
                "示例批次" + COUNT.incrementAndGet(),
                new ListContent(
                        List.of(new ListContent.Entry(
                                code, "示例科技有限公司", Optional.of("202414010500000123"), Validity.ALWAYS)),
                        List.of()));
    }

    Id<Organisation> enterprise() {
        return register(
                Organisation.Kind.ENTERPRISE,
                new Profile.EnterpriseProfile(
                        Fact.of(true),
                        Optional.empty(),
                        new ApplicantFigures(
                                new Scale(
                                        Fact.of(Industry.SOFTWARE),
                                        Fact.of(45),
                                        Fact.of(Money.ofYuan(8_000_000)),
                                        Fact.of(Money.ofYuan(5_000_000))),
                                new TreeMap<>(Map.of(2024, Money.ofYuan(350_000))),
                                List.of(new Qualification(
                                        QualificationType.TECH_SME,
                                        Optional.of("202414010500000123"),
                                        Validity.ALWAYS)))));
    }

    Id<Organisation> provider() {
        return register(
                Organisation.Kind.PROVIDER,
                new Profile.ProviderProfile(
                        ProviderKind.UNIVERSITY, Optional.empty(), List.of(), Optional.of("SX-0001"), true));
    }

    Id<Order> bound(Id<Organisation> applicant, Id<Organisation> provider) {
        Id<Order> id = node.accounts().id();
        LocalDate day = LocalDate.of(2025, 3, 2);
        Money price = Money.ofYuan(120_000);
        int serial = COUNT.incrementAndGet();
        Evidence evidence = new Evidence(
                Optional.empty(),
                new Contract(Optional.of("HT-2025-" + serial + "-" + id), Optional.of(day), Optional.of(price)),
                List.of(new Invoice(
                        InvoiceNumber.digital(String.format("2514200000%010d", node.hashCode() % 1000 * 1000 + serial)),
                        day,
                        price)),
                List.of(new Payment(day, price)),
                Stream.of(ServiceMaterial.values())
                        .map(material ->
                                new Evidence.Attachment(material, document(applicant, DocumentPurpose.of(material))))
                        .toList());
        node.store().write(session -> {
            session.orders()
                    .add(new VoucherOrder(
                            new Order(id, applicant, provider),
                            Optional.empty(),
                            Optional.of(TAIYUAN),
                            new OrderRequest(provider, Optional.empty(), "材料性能测试", ServiceCategory.TESTING, price),
                            OrderState.BOUND,
                            Optional.of(evidence),
                            NOW,
                            1));
            return true;
        });
        return id;
    }

    Id<StoredDocument> document(Id<Organisation> owner, DocumentPurpose purpose) {
        Id<StoredDocument> id = node.accounts().id();
        node.store().write(session -> {
            session.documents()
                    .add(new StoredDocument(
                            id,
                            owner,
                            Optional.of(TAIYUAN),
                            purpose,
                            "示例.pdf",
                            new KeptContent(
                                    "0".repeat(64),
                                    DocumentType.PDF,
                                    100,
                                    (purpose.isPersonal() ? "1" : "0").repeat(64),
                                    "0".repeat(64),
                                    purpose.isPersonal()),
                            node.accounts().<Account>id(),
                            NOW));
            return true;
        });
        return id;
    }

    private Id<Organisation> register(Organisation.Kind kind, Profile profile) {
        Id<Organisation> id = node.accounts().id();
        Organisation organisation =
                new Organisation(id, kind, Optional.of(code(id)), "示例单位" + id, TAIYUAN, Organisation.State.APPROVED, 1);
        Registration.Verdict verdict =
                new Registration.Verdict(true, "", node.accounts().<Account>id(), NOW);
        node.store().write(session -> {
            session.registry().add(new Registration(organisation, profile, Optional.of(verdict), NOW));
            return true;
        });
        return id;
    }

    private void add(ListKind kind, String series, ListContent content) {
        node.store().write(session -> {
            session.registry()
                    .lists()
                    .add(
                            new ListImport(
                                    node.accounts().id(),
                                    kind,
                                    series,
                                    LocalDate.of(2025, 6, 20),
                                    String.format("%064d", COUNT.incrementAndGet()),
                                    content.size(),
                                    node.accounts().<Account>id(),
                                    NOW),
                            content);
            return true;
        });
    }

    /** A code whose check character is right, from the random end of a name. */
    private static UnifiedSocialCreditCode code(Id<Organisation> id) {
        StringBuilder body = new StringBuilder("91140100");
        id.value().substring(17).chars().forEach(c -> body.append(ALPHABET.charAt(c % ALPHABET.length())));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < body.length(); i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return new UnifiedSocialCreditCode(
                body.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString());
    }
}
