package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanlian.model.Refusals.assertRefused;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final long MOST_FEN = 99_999_999_999_999L;

    @Property
    void shouldReadWhatItPrints(@ForAll @LongRange(min = -MOST_FEN, max = MOST_FEN) long fen) {
        Money amount = new Money(fen);

        assertThat(Money.parse(amount.toString())).isEqualTo(amount);
    }

    @Property
    void shouldPrintExactYuanWithTwoDecimals(@ForAll long fen) {
        assertThat(new Money(fen)).hasToString(BigDecimal.valueOf(fen, 2).toPlainString());
    }

    @Nested
    class Parsing {
        @ParameterizedTest
        @CsvSource({
            "0, 0",
            "0.0, 0",
            "0.00, 0",
            "7, 700",
            "12.5, 1250",
            "12.50, 1250",
            "12.05, 1205",
            "0.01, 1",
            "120000.00, 12000000",
            "999999999999.99, 99999999999999",
            "-0.05, -5",
            "-1, -100",
            "-120000.5, -12000050",
            "-999999999999.99, -99999999999999"
        })
        void shouldReadYuanWithAtMostTwoDecimals(String text, long fen) {
            assertThat(Money.parse(text)).isEqualTo(new Money(fen));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-",
                    ".",
                    "-.",
                    ".5",
                    "5.",
                    "-.5",
                    "1.234",
                    "0.001",
                    "01",
                    "00",
                    "-01",
                    "00.5",
                    "+1",
                    "--1",
                    "1-",
                    "1e3",
                    "1E3",
                    "1,000",
                    "1_000",
                    " 1",
                    "1 ",
                    "1. 5",
                    "1.2.3",
                    "1..2",
                    "0x1F",
                    "NaN",
                    "Infinity",
                    "abc",
                    "\u00a5100",
                    "\uff11\uff12",
                    "\u0661",
                    "1.\u0661",
                    "\u221212",
                    "1.-5",
                    "1\n"
                })
        void shouldRefuseEveryOtherForm(String text) {
            assertRefused("money.format", () -> Money.parse(text));
        }

        @ParameterizedTest
        @ValueSource(strings = {"1000000000000", "1000000000000.00", "-1000000000000", "99999999999999999999999999"})
        void shouldRefuseMoreThanTwelveDigits_andSayHowMany(String text) {
            InvalidValueException refusal = assertRefused("money.size", () -> Money.parse(text));

            assertThat(refusal.arguments()).containsExactly(12);
        }

        @Test
        void shouldRefuseHundredsOfDigits() {
            assertRefused("money.size", () -> Money.parse("9".repeat(400)));
            assertRefused("money.format", () -> Money.parse("0." + "9".repeat(400)));
        }
    }

    @Nested
    class Printing {
        @ParameterizedTest
        @CsvSource({"-5, -0.05", "-99, -0.99", "-100, -1.00", "-105, -1.05", "0, 0.00", "9, 0.09", "10, 0.10"})
        void shouldKeepTheSignOfLessThanOneYuan(long fen, String text) {
            assertThat(new Money(fen)).hasToString(text);
        }
    }

    @Nested
    class Arithmetic {
        @Property
        void shouldAddAndSubtractToTheFen(
                @ForAll @LongRange(min = -MOST_FEN, max = MOST_FEN) long one,
                @ForAll @LongRange(min = -MOST_FEN, max = MOST_FEN) long other) {
            assertThat(new Money(one).plus(new Money(other)).fen()).isEqualTo(one + other);
            assertThat(new Money(one).minus(new Money(other)).fen()).isEqualTo(one - other);
        }

        @Test
        void shouldRefuseToOverflow() {
            Money most = new Money(Long.MAX_VALUE);
            Money least = new Money(Long.MIN_VALUE);

            assertThatThrownBy(() -> most.plus(new Money(1))).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> least.minus(new Money(1))).isInstanceOf(ArithmeticException.class);
            assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE / 99)).isInstanceOf(ArithmeticException.class);
        }

        /** The biggest claim there can be: every amount at its bound, every list full, all of them added up. */
        @Test
        void shouldNotOverflow_whenEveryAmountOfTheBiggestClaimIsAddedUp() {
            Money biggest = Money.parse("999999999999.99");
            long entries = (long) Claim.MAX_SERVICES * Service.MAX_ENTRIES;

            assertThat(Math.multiplyExact(biggest.fen(), entries)).isPositive();
        }

        @Test
        void shouldTellTheSmallerOfTwo() {
            assertThat(new Money(1).min(new Money(2))).isEqualTo(new Money(1));
            assertThat(new Money(2).min(new Money(1))).isEqualTo(new Money(1));
            assertThat(new Money(-2).min(Money.ZERO)).isEqualTo(new Money(-2));
        }

        @Test
        void shouldTakeNothingForLessThanNothing() {
            assertThat(new Money(-1).atLeastZero()).isEqualTo(Money.ZERO);
            assertThat(new Money(1).atLeastZero()).isEqualTo(new Money(1));
        }

        @Test
        void shouldCountWholeYuan() {
            assertThat(Money.ofYuan(-3)).isEqualTo(new Money(-300));
        }
    }

    @Test
    void shouldTellItsSign() {
        assertThat(new Money(1).isPositive()).isTrue();
        assertThat(new Money(1).isNegative()).isFalse();
        assertThat(new Money(1).isZero()).isFalse();
        assertThat(new Money(-1).isNegative()).isTrue();
        assertThat(new Money(-1).isPositive()).isFalse();
        assertThat(Money.ZERO.isZero()).isTrue();
        assertThat(Money.ZERO.isPositive()).isFalse();
        assertThat(Money.ZERO.isNegative()).isFalse();
    }

    @Test
    void shouldStandInTheOrderOfItsAmount() {
        assertThat(new Money(-1)).isLessThan(Money.ZERO);
        assertThat(new Money(100)).isGreaterThan(new Money(99));
        assertThat(new Money(100)).isEqualByComparingTo(Money.ofYuan(1));
    }
}
