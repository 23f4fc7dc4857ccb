package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.model.Applicant;
import org.quanlian.model.Claim;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Payment;
import org.quanlian.model.Service;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimArbitraries;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;

/** What holds for every claim under Shanxi 2025. */
@PropertyDefaults(tries = 1000, edgeCases = EdgeCasesMode.NONE)
class Shanxi2025PropertiesTest {
    private static final PolicyPack PACK = new Shanxi2025();
    private static final Circumstances WITH_HAINAN = new Circumstances(List.of(new HainanShanxi()));

    // Money

    @Property
    void shouldGrantHalfOfTheSpendAtMost(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);

        assertThat(2 * decision.amounts().grant().fen())
                .isLessThanOrEqualTo(decision.amounts().supportableSpend().fen());
        for (ServiceDecision service : decision.services()) {
            assertThat(2 * service.grant().fen())
                    .isLessThanOrEqualTo(service.supportableSpend().fen());
        }
    }

    @Property
    void shouldKeepTheYearWithinTheCap(@ForAll("claims") Claim claim) {
        Decision.Amounts amounts = decide(claim).amounts();
        ContractOracle contract = new ContractOracle(claim);

        assertThat(yuan(amounts.cap())).isEqualTo(contract.cap());
        if (contract.granted().compareTo(contract.cap()) <= 0) {
            assertThat(contract.granted().add(yuan(amounts.grant()))).isLessThanOrEqualTo(contract.cap());
        } else {
            assertThat(amounts.grant()).isEqualTo(Money.ZERO);
        }
    }

    @Property
    void shouldLeaveOfTheCapWhatWasNotGranted(@ForAll("claims") Claim claim) {
        Decision.Amounts amounts = decide(claim).amounts();
        ContractOracle contract = new ContractOracle(claim);

        assertThat(yuan(amounts.capRemaining()))
                .isEqualTo(contract.cap()
                        .subtract(contract.granted())
                        .subtract(yuan(amounts.grant()))
                        .max(new BigDecimal("0.00")));
    }

    @Property
    void shouldShareOneToOne_withTheOddFenForTheProvince(@ForAll("claims") Claim claim) {
        Decision.Amounts amounts = decide(claim).amounts();

        assertThat(amounts.provinceShare().plus(amounts.cityShare())).isEqualTo(amounts.grant());
        assertThat(amounts.provinceShare().minus(amounts.cityShare())).isBetween(Money.ZERO, new Money(1));
    }

    @Property
    void shouldCountSpendAndGrantsAsTheContractSays(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        Assume.that(decision.outcome() != ClaimOutcome.INELIGIBLE);
        ContractOracle contract = new ContractOracle(claim);
        List<BigDecimal> grants = contract.grants(decision.services().stream()
                .filter(service -> service.outcome() == ServiceOutcome.REJECTED)
                .map(ServiceDecision::id)
                .collect(Collectors.toSet()));

        for (int i = 0; i < grants.size(); i++) {
            ServiceDecision service = decision.services().get(i);
            if (service.outcome() != ServiceOutcome.REJECTED) {
                assertThat(yuan(service.supportableSpend()))
                        .isEqualTo(contract.spend(claim.services().get(i)));
                assertThat(yuan(service.carriedOver()))
                        .isEqualTo(contract.carriedOver(claim.services().get(i)));
            }
            assertThat(yuan(service.grant())).isEqualTo(grants.get(i));
        }
    }

    @Property
    void shouldNeverGrantLess_whenAPaymentWasBigger(
            @ForAll("claims") Claim claim, @ForAll @IntRange(max = 100) int pick, @ForAll("amounts") long more) {
        int index = pickService(claim, pick, payments -> !payments.isEmpty());
        List<Payment> payments =
                new ArrayList<>(claim.services().get(index).payments().value());
        int raised = pick % payments.size();
        Payment before = payments.get(raised);
        payments.set(raised, new Payment(before.paidOn(), before.amount().plus(new Money(more))));

        assertNotLess(claim, index, payments);
    }

    /** Where nobody told a payment, the amounts are as if all of it will come; the first one told may lower that. */
    @Property
    void shouldNeverGrantLess_whenThereWasAPaymentMore(
            @ForAll("claims") Claim claim, @ForAll @IntRange(max = 100) int pick, @ForAll("amounts") long more) {
        int index = pickService(claim, pick, payments -> true);
        List<Payment> payments =
                new ArrayList<>(claim.services().get(index).payments().value());
        payments.add(pick % (payments.size() + 1), new Payment(Claims.IN_PERIOD, new Money(more)));

        assertNotLess(claim, index, payments);
    }

    @Property
    void shouldGrantNothing_whenRejectedOrIneligible(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        boolean ineligible = decision.outcome() == ClaimOutcome.INELIGIBLE;

        if (ineligible) {
            assertThat(decision.amounts().supportableSpend()).isEqualTo(Money.ZERO);
            assertThat(decision.amounts().grant()).isEqualTo(Money.ZERO);
        }
        for (ServiceDecision service : decision.services()) {
            if (ineligible || service.outcome() == ServiceOutcome.REJECTED) {
                assertThat(List.of(service.supportableSpend(), service.carriedOver(), service.grant()))
                        .containsOnly(Money.ZERO);
            }
        }
    }

    // Reasons

    @Property
    void shouldFailAndMissWhatTheContractSays(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        ContractOracle contract = new ContractOracle(claim);

        assertThat(unmet(decision.findings())).isEqualTo(contract.unmet());
        for (int i = 0; i < claim.services().size(); i++) {
            assertThat(unmet(decision.services().get(i).findings()))
                    .isEqualTo(contract.unmet(claim.services().get(i)));
        }
    }

    @Property
    void shouldSuspendThroughTheLastDay_andNoLonger(@ForAll("claims") Claim claim) {
        assertThat(byRule(decide(suspendedUntil(claim, claim.day())).findings()))
                .containsEntry("applicant.suspension", FindingOutcome.FAILED);
        assertThat(byRule(
                        decide(suspendedUntil(claim, claim.day().minusDays(1))).findings()))
                .containsEntry("applicant.suspension", FindingOutcome.PASSED);
    }

    @Property
    void shouldWarnOfWhatDoesNotCount_andOfNothingElse(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        ContractOracle contract = new ContractOracle(claim);

        for (int i = 0; i < claim.services().size(); i++) {
            Service service = claim.services().get(i);
            Map<String, FindingOutcome> findings =
                    byRule(decision.services().get(i).findings());
            Service unbound = withoutContract(service);
            boolean told = service.payments().isKnown() || service.invoices().isKnown();
            boolean contractBounds = told
                    && service.contract().amount().isPresent()
                    && yuan(service.contract().amount().get()).compareTo(unboundedSpend(contract, unbound)) < 0;

            assertThat(findings.get("service.contract") == FindingOutcome.WARNING)
                    .isEqualTo(contractBounds);
            assertThat(findings.get("service.period") == FindingOutcome.WARNING)
                    .isEqualTo(invoicesOutside(service) > 0
                            && invoicesOutside(service)
                                    < service.invoices().value().size());
        }
    }

    @Property
    void shouldComeToWhatItsFindingsAddUpTo(@ForAll("claims") Claim claim) {
        Decision decision = decide(claim);
        Set<FindingOutcome> found = outcomes(decision.findings());
        Set<ServiceOutcome> services =
                decision.services().stream().map(ServiceDecision::outcome).collect(Collectors.toSet());

        for (ServiceDecision service : decision.services()) {
            Set<FindingOutcome> aboutIt = outcomes(service.findings());
            assertThat(service.outcome() == ServiceOutcome.REJECTED).isEqualTo(aboutIt.contains(FindingOutcome.FAILED));
            assertThat(service.outcome() == ServiceOutcome.INCOMPLETE)
                    .isEqualTo(!aboutIt.contains(FindingOutcome.FAILED) && aboutIt.contains(FindingOutcome.MISSING));
            if (service.outcome() == ServiceOutcome.CARRIED_OVER && decision.outcome() != ClaimOutcome.INELIGIBLE) {
                assertThat(service.supportableSpend()).isEqualTo(Money.ZERO);
                assertThat(service.carriedOver()).isGreaterThan(Money.ZERO);
            }
        }
        boolean noneLeft = Set.of(ServiceOutcome.REJECTED).equals(services);
        assertThat(decision.outcome() == ClaimOutcome.INELIGIBLE)
                .isEqualTo(found.contains(FindingOutcome.FAILED) || noneLeft);
        if (decision.outcome() != ClaimOutcome.INELIGIBLE) {
            assertThat(decision.outcome() == ClaimOutcome.INCOMPLETE)
                    .isEqualTo(found.contains(FindingOutcome.MISSING) || services.contains(ServiceOutcome.INCOMPLETE));
            assertThat(decision.outcome() == ClaimOutcome.ELIGIBLE)
                    .isEqualTo(decision.outcome() != ClaimOutcome.INCOMPLETE
                            && services.contains(ServiceOutcome.SUPPORTED));
        }
    }

    @Property
    void shouldNotDependOnTheOrderOfFactsInsideAService(@ForAll("claims") Claim claim, @ForAll Random random) {
        Decision before = decide(claim);
        Decision after = decide(shuffled(claim, random));

        assertThat(after.outcome()).isEqualTo(before.outcome());
        assertThat(after.amounts()).isEqualTo(before.amounts());
        assertThat(unmet(after.findings())).isEqualTo(unmet(before.findings()));
        for (int i = 0; i < before.services().size(); i++) {
            ServiceDecision one = before.services().get(i);
            ServiceDecision other = after.services().get(i);
            assertThat(other.outcome()).isEqualTo(one.outcome());
            assertThat(List.of(other.supportableSpend(), other.carriedOver(), other.grant()))
                    .isEqualTo(List.of(one.supportableSpend(), one.carriedOver(), one.grant()));
            assertThat(byRule(other.findings())).isEqualTo(byRule(one.findings()));
        }
    }

    @Property
    void shouldNameTheAgreement_whenAServiceStandsOnIt(@ForAll("claims") Claim claim) {
        Decision with = decide(claim);
        Decision without = PACK.assess(claim, Circumstances.NONE);
        List<String> admitted = rulesPassed(with, "provider.area");
        admitted.removeAll(rulesPassed(without, "provider.area"));

        assertThat(without.agreements()).isEmpty();
        assertThat(with.agreements())
                .extracting(Decision.AgreementUse::id)
                .containsExactlyElementsOf(admitted.isEmpty() ? List.of() : List.of("hainan-shanxi"));
    }

    /** Guards the properties themselves: claims that all are ineligible would satisfy every one of them. */
    @Property(tries = 1)
    void shouldMeetEveryOutcome_amongTheClaimsOfTheseProperties(@ForAll("manyClaims") List<Claim> claims) {
        List<Decision> decisions = claims.stream().map(this::decide).toList();

        for (ClaimOutcome outcome : ClaimOutcome.values()) {
            assertThat(decisions)
                    .filteredOn(decision -> decision.outcome() == outcome)
                    .hasSizeGreaterThan(5);
        }
        assertThat(decisions)
                .filteredOn(decision -> decision.amounts().grant().isPositive())
                .hasSizeGreaterThan(claims.size() / 10);
        assertThat(decisions)
                .filteredOn(decision -> byRule(decision.findings()).get("claim.cap") == FindingOutcome.WARNING)
                .hasSizeGreaterThan(5);
        assertThat(decisions)
                .filteredOn(decision -> !decision.agreements().isEmpty())
                .hasSizeGreaterThan(5);
    }

    @Provide
    Arbitrary<Claim> claims() {
        return ClaimArbitraries.around(PACK).claims();
    }

    @Provide
    Arbitrary<List<Claim>> manyClaims() {
        return claims().list().ofSize(2000);
    }

    @Provide
    Arbitrary<Long> amounts() {
        return ClaimArbitraries.around(PACK).amounts();
    }

    private Decision decide(Claim claim) {
        return PACK.assess(claim, WITH_HAINAN);
    }

    private void assertNotLess(Claim claim, int index, List<Payment> payments) {
        Service paidMore = Claims.withPayments(claim.services().get(index), payments);
        Decision before = decide(claim);
        Decision after = decide(Claims.with(claim, index, paidMore));

        assertThat(after.amounts().grant())
                .isGreaterThanOrEqualTo(before.amounts().grant());
        assertThat(after.services().get(index).grant())
                .isGreaterThanOrEqualTo(before.services().get(index).grant());
    }

    private static int pickService(Claim claim, int pick, java.util.function.Predicate<List<Payment>> wanted) {
        int[] those = IntStream.range(0, claim.services().size())
                .filter(i -> claim.services().get(i).payments().isKnown()
                        && wanted.test(claim.services().get(i).payments().value()))
                .toArray();
        Assume.that(those.length > 0);
        return those[pick % those.length];
    }

    private static Claim suspendedUntil(Claim claim, LocalDate lastDay) {
        Applicant applicant = claim.applicant();
        return new Claim(
                claim.asOf(),
                new Applicant(
                        applicant.party(),
                        applicant.name(),
                        applicant.area(),
                        applicant.researchSpending(),
                        applicant.discredited(),
                        Fact.of(Optional.of(lastDay)),
                        applicant.scale(),
                        applicant.qualifications()),
                claim.grantedThisYear(),
                claim.materials(),
                claim.services());
    }

    private static Claim shuffled(Claim claim, Random random) {
        Applicant applicant = claim.applicant();
        List<Service> services = claim.services().stream()
                .map(service -> Claims.with(
                        service, shuffled(service.invoices(), random), shuffled(service.payments(), random)))
                .toList();
        return new Claim(
                claim.asOf(),
                new Applicant(
                        applicant.party(),
                        applicant.name(),
                        applicant.area(),
                        applicant.researchSpending(),
                        applicant.discredited(),
                        applicant.suspendedUntil(),
                        applicant.scale(),
                        shuffled(applicant.qualifications(), random)),
                claim.grantedThisYear(),
                claim.materials(),
                services);
    }

    private static <T> Fact<List<T>> shuffled(Fact<List<T>> list, Random random) {
        return list.map(items -> {
            List<T> shuffled = new ArrayList<>(items);
            Collections.shuffle(shuffled, random);
            return shuffled;
        });
    }

    private static Service withoutContract(Service service) {
        return new Service(
                service.id(),
                service.category(),
                service.exclusion(),
                service.provider(),
                org.quanlian.model.Contract.UNKNOWN,
                service.invoices(),
                service.payments(),
                service.materials());
    }

    private static BigDecimal unboundedSpend(ContractOracle contract, Service unbound) {
        return contract.spend(unbound);
    }

    private static long invoicesOutside(Service service) {
        return service.invoices().orElse(List.of()).stream()
                .filter(invoice -> invoice.issuedOn().isBefore(LocalDate.of(2024, 10, 1))
                        || invoice.issuedOn().isAfter(LocalDate.of(2025, 12, 31)))
                .count();
    }

    private static Map<String, FindingOutcome> unmet(List<Finding> findings) {
        Map<String, FindingOutcome> unmet = byRule(findings);
        unmet.values().retainAll(Set.of(FindingOutcome.FAILED, FindingOutcome.MISSING));
        return unmet;
    }

    private static Map<String, FindingOutcome> byRule(List<Finding> findings) {
        Map<String, FindingOutcome> byRule = new TreeMap<>();
        findings.forEach(finding -> byRule.put(finding.rule(), finding.outcome()));
        return byRule;
    }

    private static Set<FindingOutcome> outcomes(List<Finding> findings) {
        return findings.stream().map(Finding::outcome).collect(Collectors.toSet());
    }

    private static List<String> rulesPassed(Decision decision, String rule) {
        List<String> services = new ArrayList<>();
        for (ServiceDecision service : decision.services()) {
            if (byRule(service.findings()).get(rule) == FindingOutcome.PASSED) {
                services.add(service.id());
            }
        }
        return services;
    }

    private static BigDecimal yuan(Money amount) {
        return new BigDecimal(amount.toString());
    }
}
