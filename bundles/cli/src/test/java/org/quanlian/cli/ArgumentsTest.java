package org.quanlian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Set<String> KNOWN = Set.of("--data", "--port");

    @Test
    void tellsOptionsFromWords() {
        Arguments arguments = parse("one", "--data", "a b", "--port=1=2", "two", "-");

        assertThat(arguments.words()).containsExactly("one", "two", "-");
        assertThat(arguments.option("--data")).contains("a b");
        assertThat(arguments.option("--port")).contains("1=2");
    }

    @Test
    void takesEverythingBehindTwoDashesForWords() {
        assertThat(parse("--", "--data", "--nonsense").words()).containsExactly("--data", "--nonsense");
    }

    @Test
    void refusesAnOptionThatNobodyKnows() {
        assertThatThrownBy(() -> parse("--nonsense", "1")).hasMessageContaining("--nonsense");
    }

    @Test
    void refusesANumberOutsideItsRange() {
        Arguments arguments = parse("--port", "70000", "--data", "1e3");

        assertThatThrownBy(() -> arguments.number("--port", 1, 65_535)).hasMessageContaining("70000");
        assertThatThrownBy(() -> arguments.number("--data", 1, 65_535)).hasMessageContaining("1e3");
    }

    private static Arguments parse(String... arguments) {
        return Arguments.parse(List.of(arguments), KNOWN);
    }
}
