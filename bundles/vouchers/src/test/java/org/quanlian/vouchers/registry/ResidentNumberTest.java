package org.quanlian.vouchers.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.quanlian.model.InvalidValueException;

/** What becomes of the number of an identity card. */
class ResidentNumberTest {
    private static final String NUMBER = "11010519491231002X";

    private final PersonKeys keys =
            new PersonKeys("a key of thirty-two bytes or more".getBytes(StandardCharsets.UTF_8));

    @Test
    void shouldShowNothingButItsEnds() {
        ResidentNumber number = new ResidentNumber(NUMBER);

        assertThat(number.masked()).isEqualTo("110105********002X");
        assertThat(number).hasToString("110105********002X");
    }

    @Test
    void shouldRefuse_whatDoesNotFitItsCheck() {
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ResidentNumber("110105194912310021"))
                .matches(e -> e.reason().equals("resident.check"));
        assertThatExceptionOfType(InvalidValueException.class)
                .isThrownBy(() -> new ResidentNumber("11010519491231002x"))
                .matches(e -> e.reason().equals("resident.format"));
    }

    @Test
    void shouldKnowAPersonAgain_butOnlyUnderTheSameKey() {
        PersonKeys others = new PersonKeys("another key of thirty-two bytes...".getBytes(StandardCharsets.UTF_8));

        assertThat(keys.of(new ResidentNumber(NUMBER)))
                .isEqualTo(keys.of("１１０１０５19491231002x "))
                .isNotEqualTo(others.of(NUMBER))
                .hasSize(64)
                .doesNotContain("19491231");
    }

    @Test
    void shouldKeepNoNumber_ofARepresentative() {
        Representative who = Representative.of("张示例", new ResidentNumber(NUMBER), keys);

        assertThat(who.toString()).doesNotContain("19491231");
        assertThat(who.masked().name()).isEqualTo("张**");
        assertThat(who.masked().maskedNumber()).doesNotContain("1");
    }
}
