package org.quanlian.policy.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The digest of a bundle's content: SHA-256 over each entry's path, length and bytes, in the order of the paths.
 *
 * <p>It is measured by whoever loads the bundle, not claimed by the bundle, and is the same for the jar, for the bundle
 * that a framework made of it and for the folder it was packed from.
 */
public final class ContentDigest {
    private ContentDigest() {}

    /** Opens one entry's bytes. */
    @FunctionalInterface
    public interface Content {
        /** The bytes of the entry. */
        InputStream open() throws IOException;
    }

    /** The digest of entries by their paths, without a leading slash. */
    public static String of(Map<String, Content> entries) {
        MessageDigest digest = sha256();
        new TreeMap<>(entries).forEach((path, content) -> {
            byte[] bytes = read(content);
            digest.update((path + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        });
        return "sha-256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a jar file, or of a folder of classes. */
    public static String of(Path jarOrFolder) {
        try {
            return Files.isDirectory(jarOrFolder) ? ofFolder(jarOrFolder) : ofJar(jarOrFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ofJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Map<String, Content> entries = new TreeMap<>();
            zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .forEach((ZipEntry entry) -> entries.put(entry.getName(), () -> zip.getInputStream(entry)));
            return of(entries);
        }
    }

    private static String ofFolder(Path folder) throws IOException {
        Map<String, Content> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> entries.put(
                            folder.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file)));
        }
        return of(entries);
    }

    private static byte[] read(Content content) {
        try (InputStream in = content.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
