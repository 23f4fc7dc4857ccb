package org.quanlian.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.RefusedPack;

/**
 * The packs and agreements that can be had without a node: those on the class path, and those that the operator
 * installed in a data directory.
 *
 * @param policies the policy packs
 * @param agreements the cooperation agreements
 * @param refused what is there and can't be used
 */
record AvailablePacks(List<PolicyPack> policies, List<Agreement> agreements, List<RefusedPack> refused) {
    AvailablePacks {
        policies = List.copyOf(policies);
        agreements = List.copyOf(agreements);
        refused = List.copyOf(refused);
    }

    /** @param dataDirectory the data directory of a node, if its packs count too */
    static AvailablePacks find(Optional<Path> dataDirectory) throws IOException {
        List<PolicyPack> policies = new ArrayList<>();
        List<Agreement> agreements = new ArrayList<>();
        List<RefusedPack> refused = new ArrayList<>();
        ClassLoader own = AvailablePacks.class.getClassLoader();
        load(PolicyPack.class, own, "", policies, refused);
        load(Agreement.class, own, "", agreements, refused);
        for (Path jar : installed(dataDirectory)) {
            try (ZipFile readable = new ZipFile(jar.toFile())) {
                if (readable.size() > 0) {
                    // Left open: the packs load their classes from it until the process ends.
                    ClassLoader isolated =
                            new URLClassLoader(new URL[] {jar.toUri().toURL()}, new PackApiLoader(own));
                    load(PolicyPack.class, isolated, jar.toString(), policies, refused);
                    load(Agreement.class, isolated, jar.toString(), agreements, refused);
                }
            } catch (ZipException e) {
                refused.add(new RefusedPack(jar.toString(), e.getMessage()));
            }
        }
        return new AvailablePacks(policies, agreements, refused);
    }

    private static Iterable<Path> installed(Optional<Path> dataDirectory) throws IOException {
        Path deploy = dataDirectory.map(data -> data.resolve("deploy")).orElse(null);
        if (deploy == null || !Files.isDirectory(deploy)) {
            return List.of();
        }
        TreeSet<Path> jars = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(deploy, "*.jar")) {
            found.forEach(jars::add);
        }
        return jars;
    }

    private static <T> void load(
            Class<T> type, ClassLoader loader, String origin, List<T> found, List<RefusedPack> refused) {
        Iterator<T> services = ServiceLoader.load(type, loader).iterator();
        while (true) {
            try {
                if (!services.hasNext()) {
                    return;
                }
                found.add(services.next());
            } catch (ServiceConfigurationError e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                refused.add(new RefusedPack(origin, String.valueOf(cause.getMessage())));
            }
        }
    }

    /** Shows an installed pack the policy API and the JDK and nothing else, as the node does. */
    private static final class PackApiLoader extends ClassLoader {
        private final ClassLoader api;

        PackApiLoader(ClassLoader api) {
            super(ClassLoader.getPlatformClassLoader());
            this.api = api;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.quanlian.model.") || name.startsWith("org.quanlian.policy.api.")) {
                return api.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
