package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
    @Test
    void shouldStandInTheOrderOfItsNumbers_notOfItsText() {
        List<String> ascending =
                List.of("0.0.9", "0.1.0", "1.0.0", "1.0.2", "1.0.10", "1.2.0", "1.10.0", "2.0.0", "10.0.0");

        assertThat(Stream.of("1.10.0", "1.0.10", "10.0.0", "0.0.9", "2.0.0", "1.0.2", "1.2.0", "0.1.0", "1.0.0")
                        .map(Version::parse)
                        .sorted()
                        .map(Version::toString))
                .containsExactlyElementsOf(ascending);
    }

    @Test
    void shouldBeTheSameVersion_whenTheNumbersAreEqual() {
        assertThat(Version.parse("01.0.0")).isEqualTo(new Version(1, 0, 0)).isEqualByComparingTo(new Version(1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.0.0.0",
                "1.0.x",
                "v1.0.0",
                "1.0.0-SNAPSHOT",
                "-1.0.0",
                "1..0",
                " 1.0.0",
                "1.0.0 ",
                "1.0.1000000",
                "99999999999.0.0",
                "\u0661.0.0"
            })
    void shouldRefuseAnotherForm_andQuoteIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Version.parse(text))
                .withMessageContaining("'" + text + "'");
    }
}
