package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    @ParameterizedTest
    @EnumSource
    void everyKindOfProblemHasATitleAndTellsWhatToDoInBothLanguages(ProblemKind kind) {
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            Properties texts = texts(file);
            assertThat(texts.getProperty("problem." + kind.slug() + ".title")).isNotBlank();
            assertThat(texts.getProperty("problem." + kind.slug() + ".detail"))
                    .as("more than one sentence: what is wrong, and what to do")
                    .matches("(?s).*[。.:：].+");
        }
    }

    @Test
    void noTextBelongsToAKindThatDoesNotExist() {
        TreeSet<String> keys = new TreeSet<>(texts("messages.properties").stringPropertyNames());
        Arrays.stream(ProblemKind.values())
                .forEach(kind -> keys.removeIf(key -> key.startsWith("problem." + kind.slug() + ".")));

        assertThat(keys).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 413, 415, 429, 499})
    void aRefusalByALibraryIsToldAsAClientsProblem(int status) {
        assertThat(ProblemKind.ofStatus(status).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 503, 600, 0})
    void aFailureOfALibraryIsToldAsTheNodesProblem(int status) {
        assertThat(ProblemKind.ofStatus(status)).isEqualTo(ProblemKind.INTERNAL_ERROR);
    }

    private static Properties texts(String file) {
        Properties properties = new Properties();
        try (InputStreamReader in =
                new InputStreamReader(Problems.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
