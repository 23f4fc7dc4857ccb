package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final LegalRef OWN = new LegalRef("晋科函〔2025〕11号", "一");
    private static final LegalRef EXACT = new LegalRef("晋科函〔2025〕11号", "一（三）");
    private static final MessageCatalog TEXTS = Texts.alike(
            "long=At most three letters",
            "long.passed=It is short",
            "long.failed={0} has {1} letters",
            "vowel=Begins with a vowel",
            "vowel.passed=It does",
            "vowel.passed.greek=It does, in Greek",
            "vowel.missing=Nobody told",
            "any=Anything",
            "any.warning=Mind {0}");

    private static final Rule<String> LONG = new Rule<>(
            "long", OWN, word -> word.length() <= 3 ? Verdict.passed() : Verdict.failed(word, word.length()));
    private static final Rule<String> VOWEL = new Rule<>("vowel", OWN, word -> switch (word) {
        case "" -> Verdict.missing();
        case "α" -> Verdict.passed().told("greek").citing(EXACT);
        default -> Verdict.passed();
    });
    private static final Rule<String> ANY = new Rule<>("any", OWN, Verdict::warning);

    private final RuleBook<String> book = new RuleBook<>(List.of(VOWEL, LONG, ANY), TEXTS);

    @Nested
    class Examining {
        @Test
        void shouldFindInTheOrderOfTheRules_whateverWasFoundBefore() {
            assertThat(book.examine("orange"))
                    .extracting(Finding::rule, Finding::outcome)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("vowel", FindingOutcome.PASSED),
                            org.assertj.core.groups.Tuple.tuple("long", FindingOutcome.FAILED),
                            org.assertj.core.groups.Tuple.tuple("any", FindingOutcome.WARNING));
        }

        @Test
        void shouldTellEachFindingByTheTextOfItsOutcome_withItsArguments() {
            assertThat(book.examine("orange"))
                    .extracting(finding -> finding.message().en())
                    .containsExactly("It does", "orange has 6 letters", "Mind orange");
        }

        @Test
        void shouldCiteTheMoreExactClause_andTellByTheVariantsText() {
            Finding greek = book.examine("α").get(0);

            assertThat(greek.source()).isEqualTo(EXACT);
            assertThat(greek.message().en()).isEqualTo("It does, in Greek");
            assertThat(book.examine("a").get(0).source()).isEqualTo(OWN);
        }

        @Test
        void shouldShareThePlainPasses_andNothingElse() {
            assertThat(book.examine("a").get(0)).isSameAs(book.examine("ou").get(0));
            assertThat(book.examine("").get(0)).isNotEqualTo(book.examine("a").get(0));
            assertThat(book.examine("").get(0).outcome()).isEqualTo(FindingOutcome.MISSING);
        }

        @Test
        void shouldFindNothing_whenThereAreNoRules() {
            assertThat(new RuleBook<String>(List.of(), TEXTS).examine("orange")).isEmpty();
        }
    }

    @Nested
    class Making {
        @Test
        void shouldRefuseTwoRulesOfOneName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RuleBook<>(List.of(LONG, VOWEL, LONG), TEXTS))
                    .withMessageContaining("long");
        }

        @Test
        void shouldRefuseARuleWithoutATitle() {
            Rule<String> untitled = new Rule<>("untitled", OWN, word -> Verdict.passed());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RuleBook<>(List.of(untitled), TEXTS))
                    .withMessageContaining("untitled");
        }
    }

    @Test
    void shouldDescribeItsRules_inTheirOrder() {
        assertThat(book.describe())
                .containsExactly(
                        described("vowel", "Begins with a vowel"),
                        described("long", "At most three letters"),
                        described("any", "Anything"));
    }

    private static RuleDescription described(String id, String title) {
        return new RuleDescription(id, OWN, new LocalizedText(title, title));
    }
}
