package org.quanlian.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents on security name as proof is there. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of(System.getProperty("quanlian.root", ".."));
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT))(?:\\.[^`]*)?`");

    private static Set<String> tests;

    @BeforeAll
    static void findTests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.toString().contains("/src/test/java/"))
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/attacks.md"})
    void shouldNameTestsThatAreThere(String document) {
        Set<String> named = named(document);

        assertThat(named).isNotEmpty();
        assertThat(tests).containsAll(named);
    }

    @Test
    void shouldProveEachThreat() {
        assertThat(rows("docs/security.md"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(NAMED.matcher(row).find()).as(row).isTrue());
    }

    private static Set<String> named(String document) {
        Set<String> named = new TreeSet<>();
        Matcher matcher = NAMED.matcher(text(document));
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        return named;
    }

    /** The rows of threats: those whose first cell is a letter with a number. */
    private static Set<String> rows(String document) {
        return text(document)
                .lines()
                .filter(line -> line.matches("\\| [A-Z]\\d+ \\|.*"))
                .collect(Collectors.toSet());
    }

    private static String text(String document) {
        try {
            return Files.readString(ROOT.resolve(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
