package org.quanlian.benchmarks.peers.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.benchmarks.claims.ClaimGenerator;
import org.quanlian.benchmarks.claims.ClaimGenerator.Mix;
import org.quanlian.benchmarks.peers.InlinedShanxi2025;
import org.quanlian.benchmarks.peers.PeerRule;
import org.quanlian.model.Claim;
import org.quanlian.policies.shanxi2025.Shanxi2025;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;
import org.quanlian.policy.api.Verdict;
import org.quanlian.policy.api.parameters.NoValueException;

class PeersTest {
    private static final int CLAIMS = 10_000;
    private static final long SEED = 11;
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Shanxi2025.class);

    /** What a value of a parameter rules out in 2025, so that no claim can bring it about. */
    private static final Set<String> RULED_OUT =
            Set.of("claim.cap.missing.host", "provider.kind.failed.level", "service.spend.passed.net");

    private static PolicyPack pack;
    private static Circumstances circumstances;
    private static List<Claim> claims;
    private static DroolsShanxi2025 drools;
    private static CompiledRules rules;
    private static InlinedShanxi2025 inlined;

    @BeforeAll
    static void prepare() {
        pack = new Shanxi2025();
        circumstances = new Circumstances(List.of(new HainanShanxi()));
        claims = ClaimGenerator.claims(SEED, Mix.VARIED, CLAIMS);
        rules = CompiledRules.read();
        drools = new DroolsShanxi2025(pack, rules, Way.REUSED);
        inlined = new InlinedShanxi2025(pack);
    }

    @Test
    void shouldDecideEveryClaimAsThePackDoes() {
        for (int i = 0; i < CLAIMS; i++) {
            Claim claim = claims.get(i);
            Decision expected = pack.assess(claim, circumstances);
            assertSame(expected, drools.assess(claim, circumstances), "Drools, claim " + i);
            assertSame(expected, inlined.assess(claim, circumstances), "plain ifs, claim " + i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDecideAlikeInEveryWayOfAskingDrools(Way way) {
        DroolsShanxi2025 asked = new DroolsShanxi2025(pack, rules, way);
        List<Claim> some = claims.subList(0, 200);

        List<Decision> atOnce = asked.assessAll(some, circumstances);

        for (int i = 0; i < some.size(); i++) {
            Decision expected = pack.assess(some.get(i), circumstances);
            assertSame(expected, asked.assess(some.get(i), circumstances), "one by one, claim " + i);
            assertSame(expected, atOnce.get(i), "at once, claim " + i);
        }
    }

    @Test
    void shouldFireOneRuleOfDroolsForEachFinding() {
        DroolsShanxi2025 asked = new DroolsShanxi2025(pack, rules, Way.FRESH);
        for (Claim claim : claims.subList(0, 1_000)) {
            assertThat(asked.firings(claim, circumstances))
                    .isEqualTo(PeerRule.ABOUT_CLAIM
                            + PeerRule.ABOUT_SERVICE * claim.services().size());
        }
    }

    @Test
    void shouldBringAboutEverythingThatCanBeFound() {
        Set<String> found = new TreeSet<>();
        Set<ClaimOutcome> outcomes = new TreeSet<>();
        Set<ServiceOutcome> serviceOutcomes = new TreeSet<>();
        boolean byAgreement = false;
        for (Claim claim : claims) {
            Decision decision = pack.assess(claim, circumstances);
            outcomes.add(decision.outcome());
            byAgreement |= !decision.agreements().isEmpty();
            decision.findings().forEach(finding -> found.add(textOf(finding)));
            for (ServiceDecision service : decision.services()) {
                serviceOutcomes.add(service.outcome());
                service.findings().forEach(finding -> found.add(textOf(finding)));
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(textsOfFindings());
        assertThat(outcomes).containsExactly(ClaimOutcome.values());
        assertThat(serviceOutcomes).containsExactly(ServiceOutcome.values());
        assertThat(byAgreement).isTrue();
    }

    @Test
    void shouldRefuseClaimsOfDaysBeforeThePolicyAsThePackDoes() {
        Claim first = claims.get(0);
        Claim early = new Claim(
                Instant.parse("2023-12-31T15:59:59Z"),
                first.applicant(),
                first.grantedThisYear(),
                first.materials(),
                first.services());

        assertThatThrownBy(() -> pack.assess(early, circumstances)).isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> drools.assess(early, circumstances)).isInstanceOf(NoValueException.class);
        assertThatThrownBy(() -> inlined.assess(early, circumstances)).isInstanceOf(NoValueException.class);
    }

    /** The texts of the pack that a finding may have: those named after a rule, its outcome and its variant. */
    private static Set<String> textsOfFindings() {
        Set<String> texts = new TreeSet<>(TEXTS.keys());
        texts.removeIf(key -> pack.rules().stream().noneMatch(rule -> key.startsWith(rule.id() + ".")));
        texts.removeAll(RULED_OUT);
        return texts;
    }

    private static String textOf(Finding finding) {
        String key = finding.rule() + "." + finding.outcome().name().toLowerCase(java.util.Locale.ROOT);
        return finding.verdict().variant().isEmpty()
                ? key
                : key + "." + finding.verdict().variant();
    }

    /** Compares whole decisions, the findings by all but their catalogue, which is equal only to itself. */
    private static void assertSame(Decision expected, Decision actual, String who) {
        assertThat(bare(actual)).as(who).isEqualTo(bare(expected));
        assertThat(told(actual.findings())).as(who).isEqualTo(told(expected.findings()));
        assertThat(actual.services()).as(who).hasSameSizeAs(expected.services());
        for (int i = 0; i < expected.services().size(); i++) {
            ServiceDecision service = expected.services().get(i);
            assertThat(bare(actual.services().get(i))).as(who).isEqualTo(bare(service));
            assertThat(told(actual.services().get(i).findings())).as(who).isEqualTo(told(service.findings()));
        }
        assertThat(actual.values().equals(expected.values()))
                .as("%s: parameter values", who)
                .isTrue();
    }

    private static Decision bare(Decision decision) {
        return new Decision(
                decision.policy(),
                decision.document(),
                decision.status(),
                decision.outcome(),
                decision.amounts(),
                List.of(),
                List.of(),
                decision.agreements(),
                decision.day(),
                List.of());
    }

    private static ServiceDecision bare(ServiceDecision service) {
        return new ServiceDecision(
                service.id(),
                service.outcome(),
                service.supportableSpend(),
                service.carriedOver(),
                service.grant(),
                List.of());
    }

    private static List<Found> told(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Found(finding.rule(), finding.source(), finding.verdict()))
                .toList();
    }

    private record Found(String rule, LegalRef source, Verdict verdict) {}
}
