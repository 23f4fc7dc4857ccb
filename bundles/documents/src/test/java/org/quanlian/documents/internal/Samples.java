package org.quanlian.documents.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.papers.AllocationList;
import org.quanlian.vouchers.papers.ApplicationForm;
import org.quanlian.vouchers.papers.DecisionStatement;
import org.quanlian.vouchers.papers.NoticeList;
import org.quanlian.vouchers.papers.RecommendationList;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.publication.PublicNotice;
import org.quanlian.vouchers.treasury.Allocation;
import org.quanlian.wire.ClaimWriter;
import org.quanlian.wire.DecisionWriter;

/** Papers of fictitious firms, decided by the policy as the node decides. */
public final class Samples {
    public static final Area TAIYUAN = new Area("140100");
    public static final UnifiedSocialCreditCode USCC = new UnifiedSocialCreditCode("91110000600037341L");

    private static final Instant FILED = Instant.parse("2025-07-01T02:05:00Z");
    private static final String NUMBER = "140100-2025-000123";
    private static final Area PROVINCE = new Area("140000");
    private static final Validity VALID =
            new Validity(Optional.of(LocalDate.of(2024, 1, 1)), Optional.of(LocalDate.of(2026, 12, 31)));

    private Samples() {}

    /** The form of a claim of so many services. */
    public static ApplicationForm application(String applicant, int services) {
        Filed filed = filed(applicant, services, Money.ofYuan(120_000));
        return new ApplicationForm(filed.claim(), filed.filing(), filed.facts());
    }

    /** The statement of a claim of so many services. */
    public static DecisionStatement decision(String applicant, int services) {
        Filed filed = filed(applicant, services, Money.ofYuan(120_000));
        return new DecisionStatement(filed.claim(), filed.filing(), filed.facts(), moves());
    }

    /** The statement of a claim about which no rule found anything. */
    public static DecisionStatement decisionWithoutFindings(String applicant) {
        DecisionStatement full = decision(applicant, 1);
        Filing filing = full.filing();
        Filing empty = new Filing(
                filing.at(),
                filing.policy(),
                filing.digest(),
                filing.outcome(),
                filing.amounts(),
                filing.facts(),
                filing.decision().replaceAll("\"findings\":\\[[^\\]]*]", "\"findings\":[]"));
        return new DecisionStatement(full.claim(), empty, full.facts(), full.moves());
    }

    /** A recommendation list of so many claims. */
    public static RecommendationList recommendations(String applicant, int claims) {
        List<RecommendationList.Line> lines = new ArrayList<>();
        for (int i = 1; i <= claims; i++) {
            lines.add(new RecommendationList.Line(
                    "140100-2025-%06d".formatted(i),
                    applicant,
                    i % 5 == 0 ? Optional.empty() : Optional.of(USCC),
                    LocalDate.of(2025, 7, 1),
                    LocalDate.of(2025, 7, 20),
                    new Money(6_000_000 + i)));
        }
        return new RecommendationList(2025, TAIYUAN, lines);
    }

    /** The list of a public notice of so many claims; every seventh was taken off it. */
    public static NoticeList notice(String applicant, int claims) {
        Id<PublicNotice> id = new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCD");
        List<NoticeEntry> entries = new ArrayList<>();
        Money total = Money.ZERO;
        for (int i = 1; i <= claims; i++) {
            Money amount = new Money(5_000_000L + i * 7L);
            total = total.plus(amount);
            entries.add(new NoticeEntry(
                    id,
                    i,
                    new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCE"),
                    applicant,
                    TAIYUAN,
                    amount,
                    i % 7 == 0 ? NoticeEntry.State.REMOVED : NoticeEntry.State.RUNNING,
                    LocalDate.of(2025, 10, 10),
                    0));
        }
        return new NoticeList(
                new PublicNotice(
                        id,
                        2025,
                        "2025年度山西省科技创新券拟兑现名单公示",
                        LocalDate.of(2025, 9, 26),
                        LocalDate.of(2025, 10, 10),
                        claims,
                        total,
                        "测试人员",
                        Instant.parse("2025-09-26T01:00:00Z")),
                entries);
    }

    /** The list of an allocation of so many claims. */
    public static AllocationList allocation(String applicant, int claims) {
        List<AllocationList.Line> lines = new ArrayList<>();
        Money total = Money.ZERO;
        for (int i = 1; i <= claims; i++) {
            Money half = new Money(2_500_000L + i);
            total = total.plus(half);
            lines.add(new AllocationList.Line(
                    "140100-2025-%06d".formatted(i),
                    applicant,
                    new VoucherClaim.ApprovedGrant(half.plus(half), half, half, Money.ZERO)));
        }
        return new AllocationList(
                new Allocation(
                        new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCF"),
                        2025,
                        TAIYUAN,
                        "示例财教〔2025〕1号",
                        LocalDate.of(2025, 11, 3),
                        claims,
                        total,
                        "测试人员",
                        Instant.parse("2025-11-03T01:00:00Z")),
                lines);
    }

    /** A claim as it was filed. */
    private record Filed(VoucherClaim claim, Filing filing, Claim facts) {}

    private static Filed filed(String applicant, int services, Money each) {
        Claim facts = facts(applicant, services, each);
        Decision decision = new StandaloneEngine(List.of(new Shanxi2025()), List.of()).assess(PROVINCE, 2025, facts);
        Filing filing = new Filing(
                FILED,
                decision.policy(),
                "0".repeat(64),
                decision.outcome(),
                decision.amounts(),
                new String(new ClaimWriter().write(facts), StandardCharsets.UTF_8),
                new String(new DecisionWriter().writeWhole(decision), StandardCharsets.UTF_8));
        VoucherClaim claim = new VoucherClaim(
                new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCG"),
                NUMBER,
                new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCH"),
                Optional.empty(),
                TAIYUAN,
                2025,
                List.of(new Id<>("01JD9XK5V7Q3M8T2W4Y6Z0ABCJ")),
                ClaimState.RECOMMENDED,
                Optional.of(filing),
                Optional.empty(),
                FILED,
                3);
        return new Filed(claim, filing, facts);
    }

    private static Claim facts(String applicant, int services, Money each) {
        List<Service> list = new ArrayList<>();
        ServiceCategory[] categories = ServiceCategory.values();
        for (int i = 1; i <= services; i++) {
            list.add(service(i, categories[(i - 1) % categories.length], each));
        }
        return new Claim(
                FILED,
                new Applicant(
                        new Party.Enterprise(USCC, Fact.of(true)),
                        Optional.of(applicant),
                        Fact.of(TAIYUAN),
                        Fact.of(Money.ofYuan(2_350_000)),
                        Fact.of(false),
                        Fact.of(Optional.empty()),
                        Fact.of(new Scale(
                                Fact.of(Industry.SOFTWARE),
                                Fact.of(86),
                                Fact.of(Money.ofYuan(34_500_000)),
                                Fact.of(Money.ofYuan(28_000_000)))),
                        Fact.of(List.of(
                                new Qualification(QualificationType.HIGH_TECH, Optional.of("GR202414000123"), VALID),
                                new Qualification(
                                        QualificationType.TECH_SME, Optional.of("2024341181A8020396"), VALID)))),
                Fact.of(Money.ZERO),
                EnumSet.allOf(ClaimMaterial.class),
                list);
    }

    private static Service service(int i, ServiceCategory category, Money each) {
        return new Service(
                "s" + i,
                Fact.of(category),
                Fact.of(Optional.empty()),
                new Provider(
                        Optional.of(USCC),
                        Optional.of("山西示例材料检测研究院（有限公司）"),
                        Fact.of(ProviderKind.UNIVERSITY),
                        Fact.of(ProviderLevel.NATIONAL),
                        Fact.of(TAIYUAN),
                        Fact.of(true),
                        Fact.of(true),
                        Fact.of(false),
                        Fact.of(false)),
                new Contract(
                        Optional.of("示例-2025-%03d".formatted(i)),
                        Optional.of(LocalDate.of(2025, 1, 15)),
                        Optional.of(each)),
                Fact.of(List.of(new Invoice(
                        InvoiceNumber.digital("251420000000%08d".formatted(i)), LocalDate.of(2025, 3, 10), each))),
                Fact.of(List.of(new Payment(LocalDate.of(2025, 3, 12), each))),
                Set.of(ServiceMaterial.values()));
    }

    private static List<TimelineEntry> moves() {
        return List.of(
                new TimelineEntry(
                        FILED,
                        Optional.empty(),
                        "张三",
                        Optional.of(Role.ENTERPRISE),
                        ClaimMove.FILE,
                        ClaimState.DRAFT,
                        ClaimState.FILED,
                        ""),
                new TimelineEntry(
                        Instant.parse("2025-07-08T07:30:00Z"),
                        Optional.empty(),
                        "李四",
                        Optional.of(Role.CITY_REVIEWER),
                        ClaimMove.RECOMMEND,
                        ClaimState.FILED,
                        ClaimState.RECOMMENDED,
                        "材料齐全，发票与合同、支付凭证一致，同意推荐。"));
    }
}
