package org.quanlian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.model.Refusals.assertRefused;

import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final BigInteger MODULUS = BigInteger.valueOf(31);

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "91140100MA0GTAT1XC", "12140000405701235K"})
    void shouldAcceptCodesThatWereIssued(String code) {
        assertThat(new UnifiedSocialCreditCode(code)).hasToString(code);
    }

    @Property
    void shouldAcceptEveryCodeWithItsCheckCharacter(@ForAll("codes") String code) {
        assertThat(new UnifiedSocialCreditCode(code).value()).isEqualTo(code);
    }

    /** {@code Y1…} and {@code N…} codes exist: the first eight positions are not digits only. */
    @ParameterizedTest
    @ValueSource(strings = {"Y1140100MA0GTAT1X", "N2140100MA0GTAT1X", "ABCDEFGHJKLMNPQRT"})
    void shouldAcceptLetters_inTheFrontPositions(String front) {
        String code = front + checkCharacter(front);

        assertThat(new UnifiedSocialCreditCode(code).value()).isEqualTo(code);
    }

    @Property
    void shouldRefuse_whenOneCharacterIsMistyped(
            @ForAll("codes") String code, @ForAll @IntRange(max = 17) int position, @ForAll("characters") char typed) {
        Assume.that(code.charAt(position) != typed);

        assertRefused("uscc.check", () -> new UnifiedSocialCreditCode(replaced(code, position, typed)));
    }

    @Property
    void shouldRefuse_whenTwoNeighboursAreSwapped(
            @ForAll("codes") String code, @ForAll @IntRange(max = 15) int position) {
        Assume.that(code.charAt(position) != code.charAt(position + 1));
        String swapped =
                replaced(replaced(code, position, code.charAt(position + 1)), position + 1, code.charAt(position));

        assertRefused("uscc.check", () -> new UnifiedSocialCreditCode(swapped));
    }

    @Property
    void shouldRefuse_whenACharacterIsNotOfTheAlphabet(
            @ForAll("codes") String code, @ForAll @IntRange(max = 17) int position, @ForAll char stranger) {
        Assume.that(ALPHABET.indexOf(stranger) < 0);

        assertRefused("uscc.character", () -> new UnifiedSocialCreditCode(replaced(code, position, stranger)));
    }

    @ParameterizedTest
    @ValueSource(chars = {'I', 'O', 'S', 'V', 'Z'})
    void shouldRefuseLettersThatLookLikeOthers(char letter) {
        assertRefused("uscc.character", () -> new UnifiedSocialCreditCode("9114010" + letter + "MA0GTAT1XC"));
    }

    @Test
    void shouldRefuseLowerCase() {
        assertRefused(
                "uscc.character", () -> new UnifiedSocialCreditCode("91140100MA0GTAT1XC".toLowerCase(Locale.ROOT)));
    }

    @Test
    void shouldRefuseDigitsOfOtherScripts() {
        assertRefused("uscc.character", () -> new UnifiedSocialCreditCode("\uff191140100MA0GTAT1XC"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "91140100MA0GTAT1X", "91140100MA0GTAT1XC0", " 91140100MA0GTAT1XC"})
    void shouldRefuseAnotherLength_andSayWhichIsRight(String code) {
        InvalidValueException refusal = assertRefused("uscc.length", () -> new UnifiedSocialCreditCode(code));

        assertThat(refusal.arguments()).containsExactly(18);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.chars().with(ALPHABET);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(17).map(front -> front + checkCharacter(front));
    }

    /** By the definition in GB 32100-2015: check = (31 − Σ digit × 3^(i−1)) mod 31, over unbounded integers. */
    private static char checkCharacter(String front) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < front.length(); i++) {
            BigInteger weight = BigInteger.valueOf(3).pow(i);
            sum = sum.add(weight.multiply(BigInteger.valueOf(ALPHABET.indexOf(front.charAt(i)))));
        }
        return ALPHABET.charAt(MODULUS.subtract(sum.mod(MODULUS)).mod(MODULUS).intValue());
    }

    private static String replaced(String code, int position, char character) {
        return code.substring(0, position) + character + code.substring(position + 1);
    }
}
