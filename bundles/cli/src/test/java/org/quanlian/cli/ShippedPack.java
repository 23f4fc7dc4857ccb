package org.quanlian.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.quanlian.policy.api.PolicyPack;

/** The pack on the class path of the tests, to be written with changes as its authors could make them. */
final class ShippedPack {
    private ShippedPack() {}

    /** Writes the pack as a jar with a piece of its parameter file replaced. */
    static Path writeTo(Path jar, String text, String replacement) throws IOException {
        Files.createDirectories(jar.getParent());
        Path origin = origin();
        try (FileSystem target =
                FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"))) {
            if (Files.isDirectory(origin)) {
                copy(origin, target.getPath("/"), text, replacement);
            } else {
                try (FileSystem source = FileSystems.newFileSystem(origin)) {
                    copy(source.getPath("/"), target.getPath("/"), text, replacement);
                }
            }
        }
        return jar;
    }

    private static void copy(Path source, Path target, String text, String replacement) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(source)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            byte[] bytes = Files.readAllBytes(file);
            if (file.getFileName().toString().equals("policy.yaml")) {
                String parameters = new String(bytes, StandardCharsets.UTF_8);
                if (!parameters.contains(text)) {
                    throw new IllegalStateException("the parameter file does not contain " + text);
                }
                bytes = parameters.replace(text, replacement).getBytes(StandardCharsets.UTF_8);
            }
            Files.write(copy, bytes);
        }
    }

    private static Path origin() {
        PolicyPack pack = ServiceLoader.load(PolicyPack.class).findFirst().orElseThrow();
        try {
            return Path.of(pack.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
