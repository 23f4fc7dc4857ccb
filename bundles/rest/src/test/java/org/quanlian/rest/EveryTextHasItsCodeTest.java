package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.policy.api.MessageCatalog;
import org.quanlian.rest.internal.RestNode;
import org.quanlian.vouchers.Store;
import org.quanlian.wire.Errors;

/** Every text that tells what is wrong with a field is told by some code of the node. */
class EveryTextHasItsCodeTest {
    @Test
    void shouldBeUsedByTheCode() throws IOException, URISyntaxException {
        Set<String> unused = new TreeSet<>(MessageCatalog.beside(Errors.class).keys());
        for (Class<?> anchor : List.of(Errors.class, Money.class, Store.class, RestNode.class)) {
            for (String constants : classesOf(anchor)) {
                unused.removeIf(key -> constants.contains((char) key.length() + key));
            }
        }

        assertThat(unused).isEmpty();
    }

    /** All classes of the room of a class, as they stand in the class files: a text is there behind its length. */
    private static List<String> classesOf(Class<?> anchor) throws IOException, URISyntaxException {
        Path origin = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(origin)) {
            return classesIn(origin);
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            return classesIn(jar.getPath("/"));
        }
    }

    private static List<String> classesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> classes = new java.util.ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                classes.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
            return classes;
        }
    }
}
