package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Service;
import org.quanlian.policy.api.AlteredPack;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.parameters.ParameterException;

/** Every value of the parameter file matters: another value, or another reading of an open question, decides otherwise. */
class OtherReadingsTest {
    private static final Money THREE_FEN_EARNED = new Money(6);

    private final PolicyPack pack = new Shanxi2025();
    private final AlteredPack altered = new AlteredPack(Shanxi2025.class, "policy.yaml");

    @Nested
    class OfOpenQuestions {
        @Test
        void shouldGiveTheOddFenToTheProvince_orToTheCity() {
            Claim claim = enterprise(spending(THREE_FEN_EARNED));
            PolicyPack cityPays = altered.withValue("support.oddFen", "CITY");

            assertThat(decide(pack, claim).amounts().provinceShare()).isEqualTo(new Money(2));
            assertThat(decide(cityPays, claim).amounts().provinceShare()).isEqualTo(new Money(1));
            assertThat(decide(cityPays, claim).amounts().cityShare()).isEqualTo(new Money(2));
        }

        @Test
        void shouldNetARedLetterOffByItsOwnDate_orAgainstTheServicePeriod() {
            Service correctedLater = Claims.service(
                    "s1",
                    List.of(
                            Claims.invoice("1", Claims.IN_PERIOD, Money.ofYuan(100)),
                            Claims.invoice("2", Claims.IN_CARRY_OVER, Money.ofYuan(-30))),
                    Money.ofYuan(100));
            PolicyPack againstPeriod = altered.withValue("support.redLetter", "AGAINST_SERVICE_PERIOD");

            assertThat(decide(pack, enterprise(correctedLater)).amounts().supportableSpend())
                    .isEqualTo(Money.ofYuan(100));
            assertThat(decide(againstPeriod, enterprise(correctedLater))
                            .amounts()
                            .supportableSpend())
                    .isEqualTo(Money.ofYuan(70));
        }

        @Test
        void shouldTellWhetherAmountsCountWithTax() {
            PolicyPack net = altered.withValue("support.taxIncluded", false);

            assertThat(serviceFinding(pack, enterprise(Claims.service("s1")), "service.spend")
                            .message()
                            .zh())
                    .contains("价税合计");
            assertThat(serviceFinding(net, enterprise(Claims.service("s1")), "service.spend")
                            .message()
                            .zh())
                    .contains("不含税");
        }

        @Test
        void shouldAskForTheGrantsOfTheHost_whenATeamSharesItsCap() {
            Claim team = Claims.claim(Claims.applicant().team().build(), Fact.missing(), Claims.service("s1"));
            PolicyPack shared = altered.withValue("support.teamSharesHostCap", true);

            assertThat(finding(pack, team, "claim.cap").message().zh()).doesNotContain("平台企业");
            assertThat(finding(shared, team, "claim.cap").message().zh()).contains("平台企业");
            assertThat(finding(shared, enterprise(Claims.service("s1")), "claim.cap")
                            .outcome())
                    .isEqualTo(FindingOutcome.PASSED);
        }
    }

    @Nested
    class OfWhatTheNoticeStates {
        @ParameterizedTest
        @CsvSource({"0.30, 36000.00", "0, 0.00", "1, 120000.00"})
        void shouldGrantTheRatio(String ratio, String grant) {
            PolicyPack other = altered.withValue("support.ratio", ratio);

            assertThat(decide(other, enterprise(Claims.service("s1"))).amounts().grant())
                    .hasToString(grant);
        }

        @Test
        void shouldShareByTheCitysShare() {
            Decision.Amounts amounts = decide(
                            altered.withValue("support.cityShare", "0.40"), enterprise(Claims.service("s1")))
                    .amounts();

            assertThat(amounts.cityShare()).hasToString("24000.00");
            assertThat(amounts.provinceShare()).hasToString("36000.00");
        }

        @Test
        void shouldCapAnEnterprise_andATenantByTheirOwnCaps() {
            Claim tenant = Claims.claim(
                    Claims.applicant()
                            .holding(QualificationType.JINCHUANGGU_TENANT)
                            .build(),
                    Claims.service("s1"));

            assertThat(decide(altered.withValue("support.cap", "100.00"), enterprise(Claims.service("s1")))
                            .amounts()
                            .grant())
                    .hasToString("100.00");
            assertThat(decide(altered.withValue("support.cap", "100.00"), tenant)
                            .amounts()
                            .grant())
                    .hasToString("60000.00");
            assertThat(decide(altered.withValue("support.tenantCap", "200.00"), tenant)
                            .amounts()
                            .grant())
                    .hasToString("200.00");
            assertThat(decide(altered.withValue("support.tenantCapFor", List.of("INCUBATOR_TENANT")), tenant)
                            .amounts()
                            .cap())
                    .hasToString("500000.00");
        }

        @Test
        void shouldRefuseLateClaims_byTheDeadline() {
            PolicyPack earlier = altered.withValue("filing.deadline", "2025-07-10T09:59:59+08:00");
            PolicyPack justInTime = altered.withValue("filing.deadline", "2025-07-10T10:00:00+08:00");

            assertThat(decide(earlier, enterprise(Claims.service("s1"))).outcome())
                    .isEqualTo(ClaimOutcome.INELIGIBLE);
            assertThat(decide(justInTime, enterprise(Claims.service("s1"))).outcome())
                    .isEqualTo(ClaimOutcome.ELIGIBLE);
        }

        @Test
        void shouldCountInvoicesByThePeriods() {
            PolicyPack shorter =
                    altered.withValue("service.period", Map.of("from", "2024-10-01", "until", "2025-03-01"));
            PolicyPack laterToo =
                    altered.withValue("service.carryOverPeriod", Map.of("from", "2025-03-02", "until", "2025-12-31"));
            PolicyPack neither =
                    altered.withValue("service.period", Map.of("from", "2024-10-01", "until", "2024-10-01"));

            assertThat(outcome(shorter)).isEqualTo(ServiceOutcome.REJECTED);
            assertThat(outcome(neither)).isEqualTo(ServiceOutcome.REJECTED);
            assertThat(outcome(laterToo)).isEqualTo(ServiceOutcome.SUPPORTED);
        }

        @Test
        void shouldAskForTheQualifications() {
            PolicyPack others = altered.withValue("applicant.qualifications", List.of("INNOVATIVE_SME"));
            PolicyPack bySize = altered.withValue("applicant.qualificationsBySize", List.of("TECH_SME", "HIGH_TECH"));

            assertThat(finding(others, enterprise(Claims.service("s1")), "applicant.qualification")
                            .outcome())
                    .isEqualTo(FindingOutcome.FAILED);
            assertThat(finding(bySize, enterprise(Claims.service("s1")), "applicant.qualification")
                            .outcome())
                    .isEqualTo(FindingOutcome.PASSED);
            assertThat(decide(altered.withValue("applicant.province", "460000"), enterprise(Claims.service("s1")))
                            .outcome())
                    .isEqualTo(ClaimOutcome.INELIGIBLE);
        }

        @Test
        void shouldAskForTheKindAndLevelOfProviders() {
            assertThat(outcome(altered.withValue("provider.kinds", List.of("RESEARCH_INSTITUTE"))))
                    .isEqualTo(ServiceOutcome.REJECTED);
            PolicyPack needsLevel = altered.withValue("provider.kinds", List.of("RESEARCH_INSTITUTE"));
            assertThat(serviceFinding(needsLevel, enterprise(Claims.service("s1")), "provider.kind")
                            .message()
                            .en())
                    .contains("university");
        }

        @Test
        void shouldLetTenantsBuyNationwide() {
            Service inBeijing = Claims.service(
                    "s1",
                    new Area("110000"),
                    List.of(Claims.invoice("1", Claims.IN_PERIOD, Money.ofYuan(100))),
                    Money.ofYuan(100));
            PolicyPack forAll = altered.withValue("provider.nationwideFor", List.of("TECH_SME"));

            assertThat(decide(pack, enterprise(inBeijing)).services().get(0).outcome())
                    .isEqualTo(ServiceOutcome.REJECTED);
            assertThat(decide(forAll, enterprise(inBeijing)).services().get(0).outcome())
                    .isEqualTo(ServiceOutcome.SUPPORTED);
        }

        @Test
        void shouldTellItsWindows() {
            PolicyPack other = altered.withValue("notice.workingDays", 7);

            assertThat(pack.descriptor().windows().publicNoticeWorkingDays()).isEqualTo(5);
            assertThat(other.descriptor().windows().publicNoticeWorkingDays()).isEqualTo(7);
            assertThat(altered.withValue("notice.firstDayCounts", true)
                            .descriptor()
                            .windows()
                            .publicNoticeFirstDayCounts())
                    .isTrue();
            assertThat(altered.withValue("recommendation.deadline", "2025-08-01T00:00:00Z")
                            .descriptor()
                            .windows()
                            .recommendationDeadline())
                    .hasToString("2025-08-01T00:00:00Z");
        }
    }

    @Nested
    class FromALaterDayOn {
        private final PolicyPack changed = altered.withValueFrom("support.cap", "2025-07-10", "100.00");

        @Test
        void shouldDecideByTheValueOfTheClaimsDay() {
            Claim before = filedOn(LocalDate.of(2025, 7, 9));
            Claim after = filedOn(LocalDate.of(2025, 7, 10));

            assertThat(decide(changed, before).amounts().cap()).hasToString("500000.00");
            assertThat(decide(changed, after).amounts().cap()).hasToString("100.00");
        }

        @Test
        void shouldTellTheValueOfTheClaimsDay() {
            assertThat(decide(changed, filedOn(LocalDate.of(2025, 7, 9))).values())
                    .filteredOn(value -> value.parameter().equals("support.cap"))
                    .singleElement()
                    .extracting(value -> value.value().value())
                    .isEqualTo("500000.00");
        }

        private static Claim filedOn(LocalDate day) {
            Claim claim = enterprise(Claims.service("s1"));
            return new Claim(
                    day.atTime(12, 0).toInstant(java.time.ZoneOffset.ofHours(8)),
                    claim.applicant(),
                    claim.grantedThisYear(),
                    claim.materials(),
                    claim.services());
        }
    }

    @Nested
    class ThatCanNotBe {
        @ParameterizedTest
        @CsvSource({
            "support.cap, 500000",
            "support.ratio, 1.5",
            "support.oddFen, NOBODY",
            "support.redLetter, LATER",
            "filing.deadline, 2025-07-15",
            "applicant.province, 141",
            "provider.kinds, UNIVERSITY",
            "service.period, 2025",
            "size.OTHER, 300"
        })
        void shouldRefuseAnIllTypedValue_namingItsKeyAlone(String key, String value) {
            Object raw = value.matches("\\d+") ? Integer.valueOf(value) : value;

            assertThat(refusal(() -> altered.withValue(key, raw)).problems())
                    .singleElement()
                    .asString()
                    .startsWith(key + ": ");
        }

        @ParameterizedTest
        @CsvSource({
            "support.taxIncluded, yes",
            "support.teamSharesHostCap, no",
            "notice.workingDays, five",
            "notice.firstDayCounts, 1"
        })
        void shouldRefuseAnIllTypedTruthOrNumber_namingItsKeyAlone(String key, String value) {
            assertThat(refusal(() -> altered.withValue(key, value)).problems())
                    .singleElement()
                    .asString()
                    .startsWith(key + ": ");
        }

        @Test
        void shouldRefuseSizeBoundsOutOfOrder() {
            assertThat(refusal(() -> altered.withValue("size.OTHER", Map.of("employees", List.of(300, 10, 100))))
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("size.OTHER: ");
        }

        @Test
        void shouldRefuseSizeBoundsThatAreNotThree_orOfNoIndicator() {
            assertThat(refusal(() -> altered.withValue("size.OTHER", Map.of("employees", List.of(300, 100))))
                            .problems())
                    .singleElement()
                    .asString()
                    .startsWith("size.OTHER: ");
            assertThat(refusal(() -> altered.withValue("size.OTHER", Map.of())).problems())
                    .singleElement()
                    .asString()
                    .startsWith("size.OTHER: ");
        }

        @Test
        void shouldRefuseAValueWithoutAClause() {
            assertThat(refusal(() -> altered.withEntry("support.cap", "clause", null))
                            .problems())
                    .containsExactly("support.cap.values[0].clause: missing");
        }
    }

    private static Claim enterprise(Service service) {
        return Claims.claim(Claims.applicant().build(), service);
    }

    private static Service spending(Money amount) {
        return Claims.service("s1", List.of(Claims.invoice("1", Claims.IN_PERIOD, amount)), amount);
    }

    private static Decision decide(PolicyPack pack, Claim claim) {
        return pack.assess(claim, Circumstances.NONE);
    }

    private static ServiceOutcome outcome(PolicyPack pack) {
        return decide(pack, enterprise(Claims.service("s1"))).services().get(0).outcome();
    }

    private static Finding finding(PolicyPack pack, Claim claim, String rule) {
        return named(decide(pack, claim).findings().stream(), rule);
    }

    private static Finding serviceFinding(PolicyPack pack, Claim claim, String rule) {
        return named(decide(pack, claim).services().get(0).findings().stream(), rule);
    }

    private static Finding named(Stream<Finding> findings, String rule) {
        return findings.filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static ParameterException refusal(ThrowingCallable making) {
        ParameterException refusal = catchThrowableOfType(ParameterException.class, making);
        assertThat(refusal).as("the file is refused").isNotNull();
        return refusal;
    }
}
