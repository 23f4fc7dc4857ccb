package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.SizeClass;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.PolicyPack;

/** High-tech and specialised enterprises count only when they are micro, small or medium by the 2017 size classes. */
class SizeClassesTest {
    private static final PolicyPack PACK = new Shanxi2025();
    private static final int MORE_THAN_ANY_BOUND = 200_000;

    /** A size: one indicator stands at a bound or one below it, the others above every bound. */
    private record Case(Scale scale, SizeClass expected) {}

    static Stream<Case> bounds() {
        List<Case> cases = new ArrayList<>();
        SizeTable.ROWS.forEach((industry, row) -> {
            for (int grade = 0; grade < 3; grade++) {
                SizeClass reached = SizeTable.GRADES.get(grade);
                SizeClass below = SizeTable.GRADES.get(grade + 1);
                if (row.people() != null) {
                    int people = row.people().get(grade);
                    cases.add(new Case(scale(industry, people, most(), most()), reached));
                    cases.add(new Case(scale(industry, people - 1, most(), most()), below));
                }
                if (row.revenue() != null) {
                    Money revenue = tenThousands(row.revenue().get(grade));
                    cases.add(new Case(scale(industry, MORE_THAN_ANY_BOUND, revenue, most()), reached));
                    cases.add(new Case(scale(industry, MORE_THAN_ANY_BOUND, oneFenLess(revenue), most()), below));
                }
                if (row.assets() != null) {
                    Money assets = tenThousands(row.assets().get(grade));
                    cases.add(new Case(scale(industry, MORE_THAN_ANY_BOUND, most(), assets), reached));
                    cases.add(new Case(scale(industry, MORE_THAN_ANY_BOUND, most(), oneFenLess(assets)), below));
                }
            }
        });
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void shouldGradeByTheTable_atEachBoundAndOneBelow(Case size) {
        assertThat(SizeTable.classOf(size.scale)).contains(size.expected);
        assertDecided(size.scale, Optional.of(size.expected));
    }

    @Property
    void shouldGradeByTheWorstIndicator(@ForAll("scales") Scale scale) {
        assertDecided(scale, SizeTable.classOf(scale));
    }

    @ParameterizedTest
    @EnumSource(Industry.class)
    void shouldAskForTheFiguresThatTheIndustryUses_andForNoOthers(Industry industry) {
        SizeTable.Row row = SizeTable.ROWS.get(industry);
        Scale justEnough = new Scale(
                Fact.of(industry),
                row.people() == null ? Fact.missing() : Fact.of(0),
                row.revenue() == null ? Fact.missing() : Fact.of(Money.ZERO),
                row.assets() == null ? Fact.missing() : Fact.of(Money.ZERO));

        assertDecided(justEnough, Optional.of(SizeClass.MICRO));
        if (row.people() != null) {
            assertDecided(
                    new Scale(justEnough.industry(), Fact.missing(), justEnough.revenue(), justEnough.assets()),
                    Optional.empty());
        }
        if (row.revenue() != null) {
            assertDecided(
                    new Scale(justEnough.industry(), justEnough.employees(), Fact.missing(), justEnough.assets()),
                    Optional.empty());
        }
        if (row.assets() != null) {
            assertDecided(
                    new Scale(justEnough.industry(), justEnough.employees(), justEnough.revenue(), Fact.missing()),
                    Optional.empty());
        }
    }

    @Test
    void shouldAskForTheIndustry() {
        assertDecided(new Scale(Fact.missing(), Fact.of(5), Fact.of(most()), Fact.of(most())), Optional.empty());
    }

    @Test
    void shouldNotAskForTheSize_whenAnotherQualificationSuffices() {
        assertThat(qualification(Claims.applicant()
                                .holding(QualificationType.HIGH_TECH, QualificationType.TECH_SME)
                                .build())
                        .outcome())
                .isEqualTo(FindingOutcome.PASSED);
    }

    @Test
    void shouldKnowEveryIndustry() {
        assertThat(SizeTable.ROWS.keySet()).isEqualTo(Set.of(Industry.values()));
    }

    @Provide
    Arbitrary<Scale> scales() {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, 2_500);
        Arbitrary<Money> sums = Arbitraries.longs().between(0, 2_500_000_000L).map(Money::ofYuan);
        return net.jqwik.api.Combinators.combine(Arbitraries.of(Industry.class), people, sums, sums)
                .as(SizeClassesTest::scale);
    }

    private static void assertDecided(Scale scale, Optional<SizeClass> size) {
        for (QualificationType type : List.of(QualificationType.HIGH_TECH, QualificationType.SPECIALISED_SME)) {
            Finding finding = qualification(
                    Claims.applicant().holding(type).scale(Fact.of(scale)).build());
            FindingOutcome expected = size.map(
                            found -> found == SizeClass.LARGE ? FindingOutcome.FAILED : FindingOutcome.PASSED)
                    .orElse(FindingOutcome.MISSING);

            assertThat(finding.outcome()).as("%s, %s is %s", type, scale, size).isEqualTo(expected);
            if (expected == FindingOutcome.PASSED) {
                assertThat(finding.verdict().arguments()).containsExactly(size.get());
            }
        }
    }

    private static Finding qualification(org.quanlian.model.Applicant applicant) {
        return PACK.assess(Claims.claim(applicant, Claims.service("s1")), Circumstances.NONE).findings().stream()
                .filter(finding -> finding.rule().equals("applicant.qualification"))
                .findFirst()
                .orElseThrow();
    }

    private static Scale scale(Industry industry, int people, Money revenue, Money assets) {
        return new Scale(Fact.of(industry), Fact.of(people), Fact.of(revenue), Fact.of(assets));
    }

    private static Money most() {
        return tenThousands(MORE_THAN_ANY_BOUND);
    }

    private static Money tenThousands(long units) {
        return Money.ofYuan(units * 10_000);
    }

    private static Money oneFenLess(Money amount) {
        return amount.minus(new Money(1));
    }
}
