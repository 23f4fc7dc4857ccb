package org.quanlian.vouchers.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.DateRange;
import org.quanlian.model.Fact;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Provider;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.RegisteredFacts;
import org.quanlian.vouchers.registry.Registry;

class PreAssessmentsTest {
    private static final Area SHANXI = new Area("140000");
    private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");
    private static final PolicyDescriptor Y2025 = policy(2025, "2024-10-01", "2025-06-30", "2025-12-31", "2025-07-15");
    private static final PolicyDescriptor Y2026 = policy(2026, "2025-07-01", "2026-06-30", "2026-12-31", "2026-07-15");

    private final Organisation firm = organisation('1', Organisation.Kind.ENTERPRISE);
    private final Organisation seller = organisation('2', Organisation.Kind.PROVIDER);
    private final List<Claim> assessed = new ArrayList<>();
    private final List<Integer> years = new ArrayList<>();

    @Test
    void shouldTakeTheYearThatHasTheInvoices_andCanStillBeFiledIn() {
        List<PolicyDescriptor> both = List.of(Y2025, Y2026);
        assertThat(year(both, "2025-05-01")).contains(2025);
        assertThat(year(both, "2026-02-01")).contains(2026);
        // Both have it: 2025 as carry-over, which can still be filed on the first of June 2025, and no more in August.
        assertThat(year(both, "2025-09-01")).contains(2025);
        assertThat(PolicyYear.among(
                        SHANXI, both, List.of(invoice("2025-09-01")), Instant.parse("2025-08-01T00:00:00Z")))
                .contains(2026);
        assertThat(year(both, "2019-01-01")).contains(2025);
        assertThat(PolicyYear.among(SHANXI, both, List.of(), NOW)).contains(2025);
        assertThat(PolicyYear.among(SHANXI, List.of(Y2026), List.of(), NOW)).contains(2026);
        assertThat(PolicyYear.among(SHANXI, List.of(), List.of(), NOW)).isEmpty();
        assertThat(PolicyYear.among(new Area("460000"), both, List.of(), NOW)).isEmpty();
    }

    @Test
    void shouldAssessWhatIsKnown_leaveTheRestMissing_andShowTheWayOfAnAffiliation() {
        PreAssessments.PreAssessment answer = assess(Optional.empty(), planned(seller.id()));

        assertThat(answer.relation()).containsExactly(new RegisteredFacts.RelationStep("甲", "乙", "51 %"));
        Claim claim = assessed.get(0);
        assertThat(claim.asOf()).isEqualTo(NOW);
        assertThat(claim.materials()).containsExactly(ClaimMaterial.BUSINESS_LICENCE);
        assertThat(claim.grantedThisYear()).isEqualTo(Fact.of(Money.ofYuan(7)));
        assertThat(claim.services().get(0).provider().affiliated()).isEqualTo(Fact.of(true));
        assertThat(claim.services().get(0).invoices().isMissing()).isTrue();
        assertThat(claim.services().get(0).exclusion().isMissing()).isTrue();
        assertThat(years).containsExactly(2025);
    }

    @Test
    void shouldRefuseAnotherApplicant_andWhoIsNoProvider() {
        Optional<Id<Organisation>> other = Optional.of(seller.id());
        assertThatThrownBy(() -> assess(other, planned(seller.id())))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("order.applicant"));
        assertThatThrownBy(() -> assess(Optional.empty(), planned(firm.id())))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo("order.provider"));
    }

    private PreAssessments.PreAssessment assess(Optional<Id<Organisation>> applicant, PlannedService service) {
        Registry registry = stub(Registry.class, Map.of("find", id -> List.of(firm, seller).stream()
                .filter(one -> one.id().equals(id[0]))
                .findFirst()));
        Session session = stub(Session.class, Map.of("registry", none -> registry));
        RegisteredFacts facts = stub(
                RegisteredFacts.class, Map.of("applicant", asked -> applicantFacts(), "provider", asked -> standing()));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Hosts noHosts = (at, id) -> Optional.empty();
        PreAssessments assessments = new PreAssessments(
                clock,
                SHANXI,
                () -> List.of(Y2025, Y2026),
                stub(AssessmentService.class, Map.of("assess", asked -> {
                    years.add((Integer) asked[1]);
                    assessed.add((Claim) asked[2]);
                    return decision();
                })),
                facts,
                (at, id, year) -> Fact.of(Money.ofYuan(7)),
                noHosts,
                new Ordering(
                        clock,
                        new Ids(clock, new SecureRandom()),
                        noHosts,
                        (at, id) -> Optional.empty(),
                        (at, id, item) -> false));
        Actor actor = new Actor(id('9'), "虚构经办人", Role.ENTERPRISE, Optional.of(firm.id()), Optional.empty());
        return assessments.assess(session, actor, applicant, service, Set.of(ClaimMaterial.BUSINESS_LICENCE));
    }

    private static Optional<Integer> year(List<PolicyDescriptor> policies, String day) {
        return PolicyYear.among(SHANXI, policies, List.of(invoice(day)), NOW);
    }

    private static Invoice invoice(String day) {
        return new Invoice(InvoiceNumber.digital("25142000000012345678"), LocalDate.parse(day), Money.ofYuan(1));
    }

    private static PlannedService planned(Id<Organisation> provider) {
        return new PlannedService(
                provider,
                Fact.of(ServiceCategory.TESTING),
                Fact.missing(),
                Contract.UNKNOWN,
                Fact.missing(),
                Fact.missing(),
                Set.of());
    }

    private static PolicyDescriptor policy(int year, String from, String to, String carry, String deadline) {
        LocalDate end = LocalDate.parse(to);
        return new PolicyDescriptor(
                new PolicyKey(SHANXI, year, Version.parse("1.0.0")),
                Status.IN_FORCE,
                new LocalizedText("虚构政策", "fictitious policy"),
                List.of(new LegalDocument("虚构〔" + year + "〕1号", "虚构通知", "虚构机关", Optional.empty())),
                new PolicyWindows(
                        new DateRange(LocalDate.parse(from), end),
                        new DateRange(end.plusDays(1), LocalDate.parse(carry)),
                        Instant.parse(deadline + "T09:00:00Z"),
                        Instant.parse(deadline + "T09:00:00Z"),
                        5,
                        false));
    }

    private static Applicant applicantFacts() {
        return new Applicant(
                new Party.Enterprise(new UnifiedSocialCreditCode("91110000600037341L"), Fact.of(true)),
                Optional.empty(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing(),
                Fact.missing());
    }

    private static RegisteredFacts.ProviderStanding standing() {
        Provider unknown = Provider.UNKNOWN;
        return new RegisteredFacts.ProviderStanding(
                new Provider(
                        unknown.uscc(),
                        unknown.name(),
                        unknown.kind(),
                        unknown.level(),
                        unknown.area(),
                        unknown.onSharingPlatform(),
                        unknown.inVoucherSystem(),
                        unknown.discredited(),
                        Fact.of(true)),
                List.of(new RegisteredFacts.RelationStep("甲", "乙", "51 %")),
                Optional.empty());
    }

    private static Decision decision() {
        Money none = Money.ZERO;
        return new Decision(
                Y2025.key(),
                "虚构〔2025〕1号",
                Status.IN_FORCE,
                ClaimOutcome.INCOMPLETE,
                new Decision.Amounts(none, none, none, none, none, none),
                List.of(),
                List.of(),
                List.of(),
                LocalDate.of(2025, 6, 1),
                List.of());
    }

    private static Organisation organisation(char last, Organisation.Kind kind) {
        return new Organisation(
                id(last),
                kind,
                Optional.of(new UnifiedSocialCreditCode("91110000600037341L")),
                "虚构单位",
                new Area("140100"),
                Organisation.State.APPROVED,
                1);
    }

    private static <T> Id<T> id(char last) {
        return new Id<>("0".repeat(Id.LENGTH - 1) + last);
    }

    private static <T> T stub(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> answers.get(method.getName())
                        .apply(arguments == null ? new Object[0] : arguments)));
    }
}
