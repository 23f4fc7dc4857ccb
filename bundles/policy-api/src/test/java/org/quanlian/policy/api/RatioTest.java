package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Money;

class RatioTest {
    @Property
    void shouldTakeExactlyItsShare_roundedDownToTheFen(
            @ForAll @IntRange(max = 10_000) int tenThousandths, @ForAll @LongRange(min = 0) long fen) {
        BigDecimal exact = BigDecimal.valueOf(fen)
                .multiply(BigDecimal.valueOf(tenThousandths, 4))
                .setScale(0, RoundingMode.FLOOR);

        assertThat(new Ratio(tenThousandths).ofDown(new Money(fen)).fen()).isEqualTo(exact.longValueExact());
    }

    @Property
    void shouldLeaveAtMostOneFen_betweenItsShareAndTheRest(
            @ForAll @IntRange(max = 10_000) int tenThousandths, @ForAll @LongRange(min = 0) long fen) {
        Ratio ratio = new Ratio(tenThousandths);
        Money whole = new Money(fen);

        Money left = whole.minus(ratio.ofDown(whole)).minus(ratio.complement().ofDown(whole));

        assertThat(left).isBetween(Money.ZERO, new Money(1));
    }

    @Test
    void shouldHalveOddFenDownwards() {
        assertThat(Ratio.parse("0.50").ofDown(Money.parse("0.01"))).isEqualTo(Money.ZERO);
        assertThat(Ratio.parse("0.50").ofDown(Money.parse("120000.03"))).isEqualTo(Money.parse("60000.01"));
    }

    @Test
    void shouldTakeAShareOfNothingNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.parse("0.50").ofDown(new Money(-1)))
                .withMessageContaining("-0.01");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.0, 0", "0.5, 5000", "0.50, 5000", "0.0001, 1", "0.1234, 1234", "1, 10000", "1.0000, 10000"})
    void shouldReadADecimalBetweenZeroAndOne(String text, int tenThousandths) {
        assertThat(Ratio.parse(text)).isEqualTo(new Ratio(tenThousandths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".5",
                "0.",
                "1.",
                "0.12345",
                "1.0001",
                "1.00000",
                "2",
                "-0.5",
                "+0.5",
                "50%",
                "0,5",
                "00.5",
                "5e-1",
                " 0.5",
                "0.\u0665"
            })
    void shouldRefuseAnotherForm_andQuoteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001})
    void shouldRefuseMoreThanTheWhole_andLessThanNothing(int tenThousandths) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratio(tenThousandths));
    }

    @ParameterizedTest
    @CsvSource({"0.50, 50%", "1, 100%", "0, 0%", "0.1234, 12.34%", "0.0105, 1.05%", "0.125, 12.5%"})
    void shouldPrintPerCent(String text, String printed) {
        assertThat(Ratio.parse(text)).hasToString(printed);
    }
}
