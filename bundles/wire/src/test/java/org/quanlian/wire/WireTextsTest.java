package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.MessageCatalog;

/**
 * Every code with which a request can be refused here has its text. Others refuse with codes of their own whose texts
 * stand here too; {@code EveryTextHasItsCodeTest} of the room {@code rest}, which knows them all, looks for those.
 */
class WireTextsTest {
    private static final MessageCatalog TEXTS = MessageCatalog.beside(Errors.class);

    @Test
    void shouldHaveATextForEveryCode() {
        Set<String> kinds = TEXTS.keys().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        Pattern code = Pattern.compile("\\x01\\x00[\\x01-\\x40]((?:" + String.join("|", kinds) + ")(?:\\.[a-z]+)+)");
        Set<String> codes = new TreeSet<>();
        for (Class<?> anchor : List.of(Errors.class, Money.class)) {
            classesBeside(anchor).forEach(constants -> {
                Matcher found = code.matcher(constants);
                while (found.find()) {
                    codes.add(found.group(1));
                }
            });
        }

        assertThat(codes).isNotEmpty();
        assertThat(TEXTS.keys()).containsAll(codes);
    }

    @Test
    void shouldTellWhatToDo_inBothLanguages() {
        for (String key : TEXTS.keys()) {
            LocalizedText text = TEXTS.render(key, List.of(1, 2, 3));

            assertThat(text.zh()).as(key).containsPattern("\\p{IsHan}").doesNotContain("{", "}");
            assertThat(text.en()).as(key).containsPattern("[A-Za-z]{3}").doesNotContain("{", "}");
        }
    }

    /** The constants of the classes beside a class, as they stand in the class files. */
    private static List<String> classesBeside(Class<?> anchor) {
        try {
            Path origin = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            String folder = anchor.getPackageName().replace('.', '/');
            if (Files.isDirectory(origin)) {
                return classesIn(origin.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(origin)) {
                return classesIn(jar.getPath("/" + folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> classes = new java.util.ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return classes;
        }
    }
}
