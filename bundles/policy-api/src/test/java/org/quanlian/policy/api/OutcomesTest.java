package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The truth tables of the assessment contract: what findings add up to for a service and for a claim. */
class OutcomesTest {
    private static final LegalRef SOURCE = new LegalRef("晋科函〔2025〕11号", "一");
    private static final MessageCatalog TEXTS = Texts.alike("rule=A rule");

    @Test
    void shouldFollowTheTable_forEveryServiceThatCanBe() {
        for (Set<FindingOutcome> found : subsets(FindingOutcome.class)) {
            for (boolean onlyCarriedOver : new boolean[] {false, true}) {
                assertThat(ServiceOutcome.of(findings(found), onlyCarriedOver))
                        .as("findings %s, only carried over %s", found, onlyCarriedOver)
                        .isEqualTo(service(found, onlyCarriedOver));
            }
        }
    }

    @Test
    void shouldFollowTheTable_forEveryClaimThatCanBe() {
        for (Set<FindingOutcome> found : subsets(FindingOutcome.class)) {
            for (Set<ServiceOutcome> services : subsets(ServiceOutcome.class)) {
                assertThat(ClaimOutcome.of(findings(found), List.copyOf(services)))
                        .as("findings %s, services %s", found, services)
                        .isEqualTo(claim(found, services));
            }
        }
    }

    @Property
    void shouldNotDependOnTheOrderOfFindingsOrServices(
            @ForAll("findings") List<FindingOutcome> found, @ForAll List<ServiceOutcome> services) {
        assertThat(ServiceOutcome.of(findings(found), false)).isEqualTo(service(Set.copyOf(found), false));
        assertThat(ClaimOutcome.of(findings(found), services))
                .isEqualTo(claim(Set.copyOf(found), Set.copyOf(services)));
    }

    @Provide
    Arbitrary<List<FindingOutcome>> findings() {
        return Arbitraries.of(FindingOutcome.class).list().ofMaxSize(8);
    }

    /** The contract: rejected if one of its rules failed; else incomplete if one is missing; else carried over, else supported. */
    private static ServiceOutcome service(Set<FindingOutcome> found, boolean onlyCarriedOver) {
        if (found.contains(FindingOutcome.FAILED)) {
            return ServiceOutcome.REJECTED;
        }
        if (found.contains(FindingOutcome.MISSING)) {
            return ServiceOutcome.INCOMPLETE;
        }
        return onlyCarriedOver ? ServiceOutcome.CARRIED_OVER : ServiceOutcome.SUPPORTED;
    }

    /** The contract: what a rejected service lacks is no longer asked for. */
    private static ClaimOutcome claim(Set<FindingOutcome> found, Set<ServiceOutcome> services) {
        boolean noneLeft = services.stream().allMatch(service -> service == ServiceOutcome.REJECTED);
        if (found.contains(FindingOutcome.FAILED) || noneLeft) {
            return ClaimOutcome.INELIGIBLE;
        }
        if (found.contains(FindingOutcome.MISSING) || services.contains(ServiceOutcome.INCOMPLETE)) {
            return ClaimOutcome.INCOMPLETE;
        }
        return services.contains(ServiceOutcome.SUPPORTED) ? ClaimOutcome.ELIGIBLE : ClaimOutcome.CARRIED_OVER;
    }

    private static List<Finding> findings(Iterable<FindingOutcome> outcomes) {
        List<Finding> findings = new ArrayList<>();
        for (FindingOutcome outcome : outcomes) {
            Verdict verdict = new Verdict(outcome, "", java.util.Optional.empty(), List.of());
            findings.add(new Finding("rule", SOURCE, verdict, TEXTS));
        }
        return findings;
    }

    private static <E extends Enum<E>> List<Set<E>> subsets(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return Stream.iterate(0, bits -> bits + 1)
                .limit(1L << constants.length)
                .map(bits -> {
                    Set<E> subset = EnumSet.noneOf(type);
                    for (int i = 0; i < constants.length; i++) {
                        if ((bits >> i & 1) == 1) {
                            subset.add(constants[i]);
                        }
                    }
                    return subset;
                })
                .toList();
    }
}
