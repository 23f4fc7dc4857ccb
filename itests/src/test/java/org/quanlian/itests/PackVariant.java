package org.quanlian.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The pack of Shanxi 2025 with another version or other parameters, as its authors would build it. */
public final class PackVariant {
    private static final String PARAMETERS = "org/quanlian/policies/shanxi2025/policy.yaml";
    private static final String SHIPPED_VERSION = "1.0.0";

    private final Path shipped;
    private final String version;
    private final Map<String, String> replacements = new HashMap<>();

    private PackVariant(Path shipped, String version) {
        this.shipped = shipped;
        this.version = version;
    }

    /** The shipped pack under another version. */
    public static PackVariant of(Path shipped, String version) {
        return new PackVariant(shipped, version);
    }

    /** The same with a piece of the parameter file replaced. */
    public PackVariant replacing(String text, String replacement) {
        replacements.put(text, replacement);
        return this;
    }

    /** Writes the jar. */
    public Path writeTo(Path jar) {
        try {
            byte[] bytes = bytes();
            Files.createDirectories(jar.getParent());
            // Whoever watches the folder must see the jar whole.
            Path staged = Files.createTempFile(jar.getParent().getParent(), "variant", ".tmp");
            Files.write(staged, bytes);
            Files.move(
                    staged,
                    jar,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(Files.readAllBytes(shipped)));
                JarOutputStream jar = new JarOutputStream(out, manifest(in.getManifest()))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (!entry.isDirectory()) {
                    jar.putNextEntry(new JarEntry(entry.getName()));
                    jar.write(content(entry.getName(), in.readAllBytes()));
                    jar.closeEntry();
                }
            }
        }
        return out.toByteArray();
    }

    private Manifest manifest(Manifest original) {
        Manifest changed = new Manifest(original);
        changed.getMainAttributes().putValue("Bundle-Version", version);
        String capability = changed.getMainAttributes().getValue("Provide-Capability");
        changed.getMainAttributes()
                .putValue("Provide-Capability", capability.replace('"' + SHIPPED_VERSION + '"', '"' + version + '"'));
        return changed;
    }

    private byte[] content(String name, byte[] bytes) {
        if (!name.equals(PARAMETERS)) {
            return bytes;
        }
        String text =
                new String(bytes, StandardCharsets.UTF_8).replace("version: " + SHIPPED_VERSION, "version: " + version);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            if (!text.contains(replacement.getKey())) {
                throw new IllegalStateException("the parameter file does not contain " + replacement.getKey());
            }
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
