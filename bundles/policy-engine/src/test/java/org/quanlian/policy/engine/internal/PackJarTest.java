package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.engine.ContentDigest;
import org.quanlian.policy.engine.FakePack;
import org.quanlian.policy.engine.PackRefusedException;
import org.quanlian.policy.engine.packs.BrokenPack;
import org.quanlian.policy.engine.packs.OtherPack;
import org.quanlian.policy.engine.packs.WorkingPack;

/** A jar is tried outside the node: one that holds no pack, or one that does not work, is refused with the reason. */
class PackJarTest {
    private static final String CAPABILITY = "quanlian.policy;province=140000;year:Long=2025;version:Version=\"1.0.0\"";

    @TempDir
    private Path work;

    @Test
    void shouldTellWhatAPackBrings() throws IOException {
        Path jar = jar("any name.jar", "org.quanlian.example", CAPABILITY, WorkingPack.class);

        PackJar pack = PackJar.examine(jar, withoutPacks());

        assertThat(pack.key()).isEqualTo(FakePack.key("1.0.0"));
        assertThat(pack.digest()).isEqualTo(ContentDigest.of(jar));
        assertThat(pack.fileName()).isEqualTo("org.quanlian.example-1.0.0.jar");
    }

    @Nested
    class Refusing {
        @Test
        void shouldSayThatThereIsNoFile() {
            assertRefused(work.resolve("absent.jar"), "there is no file");
            assertRefused(work, "there is no file");
        }

        @Test
        void shouldSayThatAFileIsTooLarge() throws IOException {
            Path large = work.resolve("large.jar");
            try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(20L * 1024 * 1024 + 1);
            }

            assertRefused(large, "larger than 20971520 bytes");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "PK", "no jar at all"})
        void shouldSayThatAFileIsNoJar(String content) throws IOException {
            assertRefused(Files.writeString(work.resolve("text.jar"), content), "not a readable jar");
        }

        @Test
        void shouldSayThatAJarIsNoPack() throws IOException {
            assertRefused(jar("a.jar", "org.quanlian.example", null, WorkingPack.class), "is no policy pack");
            assertRefused(
                    jar("b.jar", "org.quanlian.example", "quanlian.agreement;version=1", WorkingPack.class),
                    "is no policy pack");
            assertRefused(jar("c.jar", null, CAPABILITY, WorkingPack.class), "is no policy pack");
        }

        @Test
        void shouldSayThatTheManifestDoesNotComeFirst() throws IOException {
            Path packed = jar("packed.jar", "org.quanlian.example", CAPABILITY, WorkingPack.class);
            Path zipped = work.resolve("zipped.jar");
            try (ZipFile from = new ZipFile(packed.toFile());
                    ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(zipped))) {
                List<ZipEntry> entries = new ArrayList<>(Collections.list(from.entries()));
                Collections.reverse(entries);
                for (ZipEntry entry : entries) {
                    to.putNextEntry(new ZipEntry(entry.getName()));
                    to.write(from.getInputStream(entry).readAllBytes());
                }
            }

            assertRefused(zipped, "META-INF/MANIFEST.MF does not come first");
        }

        /** The name becomes a file name in the node's deploy folder. */
        @ParameterizedTest
        @ValueSource(strings = {"../outside", "a/b", "a\\b", "a;singleton:=true", "", "a b"})
        void shouldRefuseANameThatIsNoFileName(String name) throws IOException {
            assertRefused(jar("d.jar", name, CAPABILITY, WorkingPack.class), "is no policy pack");
        }

        @Test
        void shouldSayThatAJarBringsNoPackOrTwo() throws IOException {
            assertRefused(jar("none.jar", "org.quanlian.example", CAPABILITY), "provides 0");
            assertRefused(
                    jar("two.jar", "org.quanlian.example", CAPABILITY, WorkingPack.class, OtherPack.class),
                    "provides 2");
        }

        @Test
        void shouldSayWhyAPackDoesNotWork() throws IOException {
            assertRefused(
                    jar("broken.jar", "org.quanlian.example", CAPABILITY, BrokenPack.class),
                    "policy.yaml: support.cap: missing");
        }

        private void assertRefused(Path jar, String reason) {
            PackRefusedException refusal =
                    catchThrowableOfType(PackRefusedException.class, () -> PackJar.examine(jar, withoutPacks()));

            assertThat(refusal).as("the jar is refused").isNotNull();
            assertThat(refusal.text().en()).contains(reason);
            assertThat(refusal.text().zh()).containsPattern("\\p{IsHan}");
        }
    }

    /** A jar with a manifest, the named packs and their listing. */
    private Path jar(String name, String symbolicName, String capability, Class<?>... packs) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (symbolicName != null) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        }
        if (capability != null) {
            manifest.getMainAttributes().putValue("Provide-Capability", capability);
        }
        Map<String, byte[]> entries = new LinkedHashMap<>();
        StringBuilder listing = new StringBuilder();
        for (Class<?> pack : packs) {
            listing.append(pack.getName()).append('\n');
            entries.put(pack.getName().replace('.', '/') + ".class", bytesOf(pack));
        }
        entries.put(
                "META-INF/services/" + PolicyPack.class.getName(),
                listing.toString().getBytes(StandardCharsets.UTF_8));
        Path jar = work.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return jar;
    }

    private static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in.readAllBytes();
        }
    }

    /** A loader that knows everything but the packs of these tests, as a node knows them not. */
    private static ClassLoader withoutPacks() {
        return new ClassLoader(PackJarTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("org.quanlian.policy.engine.packs.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
