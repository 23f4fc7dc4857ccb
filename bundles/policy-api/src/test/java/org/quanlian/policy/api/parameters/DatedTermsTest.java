package org.quanlian.policy.api.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.policy.api.OwnFiles;
import org.quanlian.policy.api.Ratio;

class DatedTermsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);
    private static final LocalDate CHANGE = LocalDate.of(2025, 5, 1);
    private static final String FILE =
            """
            policy: {province: "140000", year: 2025, version: 1.0.0, title: {zh-CN: 创新券, en: Vouchers}}
            documents:
              - {number: 文〔2025〕1号, title: 通知, issuer: 科技厅}
            parameters:
              support.cap:
                description: {zh-CN: 限额, en: Cap}
                unit: yuan
                values:
                  - {from: 2024-01-01, value: "400000.00", clause: 旧, verification: stated}
                  - {from: 2025-05-01, value: "600000.00", clause: 新, verification: stated}
              support.ratio:
                description: {zh-CN: 比例, en: Ratio}
                unit: ratio
                values:
                  - {from: 2024-10-01, value: "0.50", clause: 三, verification: stated}
            """;

    private record Terms(Money cap, Ratio ratio) {}

    private final DatedTerms<Terms> terms = bind(FILE);

    @Test
    void shouldBeginOnTheFirstDayThatHasEveryValue() {
        assertThat(terms.firstDay()).isEqualTo(FIRST);
        assertThat(terms.on(FIRST).values().cap()).isEqualTo(Money.parse("400000.00"));
    }

    @Test
    void shouldChangeOnTheDayOfTheChange_notBefore() {
        assertThat(terms.on(CHANGE.minusDays(1)).values().cap()).isEqualTo(Money.parse("400000.00"));
        assertThat(terms.on(CHANGE).values().cap()).isEqualTo(Money.parse("600000.00"));
    }

    @Test
    void shouldKeepWhatDoesNotChange_inBothStretches() {
        assertThat(terms.on(FIRST).values().ratio())
                .isEqualTo(terms.on(CHANGE).values().ratio());
    }

    @Test
    void shouldHoldTheLastTermsForEver() {
        assertThat(terms.on(LocalDate.of(2999, 12, 31)).values()).isEqualTo(terms.latest());
        assertThat(terms.latest().cap()).isEqualTo(Money.parse("600000.00"));
    }

    @Test
    void shouldTellTheValuesInEffectWithTheirClauses() {
        assertThat(terms.on(CHANGE.minusDays(1)).basis())
                .extracting(
                        EffectiveValue::parameter,
                        value -> value.value().source().clause())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("support.cap", "旧"),
                        org.assertj.core.groups.Tuple.tuple("support.ratio", "三"));
        assertThat(terms.on(CHANGE).basis().get(0).value().source().clause()).isEqualTo("新");
    }

    @Test
    void shouldThrow_beforeTheFirstDay() {
        assertThatThrownBy(() -> terms.on(FIRST.minusDays(1)))
                .isInstanceOfSatisfying(NoValueException.class, refusal -> {
                    assertThat(refusal.day()).isEqualTo(FIRST.minusDays(1));
                    assertThat(refusal.firstDay()).isEqualTo(FIRST);
                })
                .hasMessageContainingAll("2024-09-30", "2024-10-01");
    }

    /** A value that is wrong in a later stretch is refused at the start, not on the day it would be used. */
    @Test
    void shouldRefuseABadValueOfALaterStretch() {
        ParameterException refusal =
                catchThrowableOfType(ParameterException.class, () -> bind(FILE.replace("\"600000.00\"", "600000")));

        assertThat(refusal.problems()).singleElement().asString().startsWith("support.cap: ");
    }

    private static DatedTerms<Terms> bind(String text) {
        return ParameterFile.ofPolicy(OwnFiles.beside(Anchor.class, Map.of("policy.yaml", text)), "policy.yaml")
                .bind(reader -> new Terms(
                        reader.read("support.cap", ValueTypes.MONEY), reader.read("support.ratio", ValueTypes.RATIO)));
    }

    /** The class beside which the file of these tests lies. */
    private static final class Anchor {}
}
