package org.quanlian.policy.engine.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.ContentDigest;
import org.quanlian.policy.engine.PackRefusedException;

/**
 * A jar that was tried outside the node and holds a pack that works: its parameters are complete and its texts are there.
 *
 * @param key the version that it brings
 * @param digest digest of its content
 * @param fileName a file name that no other version has
 */
public record PackJar(PolicyKey key, String digest, String fileName) {
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    /**
     * Tries a jar.
     *
     * @param jar the file
     * @param api class loader that knows the policy API
     * @throws PackRefusedException naming what is wrong with it
     */
    public static PackJar examine(Path jar, ClassLoader api) {
        if (!Files.isRegularFile(jar)) {
            throw EngineTexts.refusal("install.noFile", jar);
        }
        try {
            if (Files.size(jar) > MAX_BYTES) {
                throw EngineTexts.refusal("install.tooLarge", jar, MAX_BYTES);
            }
            Attributes manifest = manifest(jar);
            requireManifestFirst(jar);
            PolicyKey key = load(jar, api);
            String name = manifest.getValue("Bundle-SymbolicName") + "-" + key.version() + ".jar";
            return new PackJar(key, ContentDigest.of(jar), name);
        } catch (IOException | UncheckedIOException e) {
            throw EngineTexts.refusal("install.notJar", jar, String.valueOf(e.getMessage()));
        }
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String capabilities = main.getValue("Provide-Capability");
            boolean isPack = capabilities != null
                    && capabilities.contains("quanlian.policy")
                    && main.getValue("Bundle-SymbolicName") != null
                    && main.getValue("Bundle-SymbolicName").matches("[A-Za-z0-9._-]+");
            if (!isPack) {
                throw EngineTexts.refusal("install.notPack", jar);
            }
            return main;
        }
    }

    /** The deploy folder reads a jar as a stream, in which the manifest must come first, as the jar tool writes it. */
    private static void requireManifestFirst(Path jar) throws IOException {
        try (JarInputStream in = new JarInputStream(Files.newInputStream(jar))) {
            if (in.getManifest() == null) {
                throw EngineTexts.refusal("install.manifestFirst", jar);
            }
        }
    }

    private static PolicyKey load(Path jar, ClassLoader api) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, api)) {
            List<PolicyKey> keys = ServiceLoader.load(PolicyPack.class, loader).stream()
                    .filter(provider -> provider.type().getClassLoader() == loader)
                    .map(provider -> provider.get().descriptor().key())
                    .toList();
            if (keys.size() != 1) {
                throw EngineTexts.refusal("install.onePack", jar, keys.size());
            }
            return keys.get(0);
        } catch (ServiceConfigurationError | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw EngineTexts.refusal("install.broken", String.valueOf(cause.getMessage()));
        }
    }
}
