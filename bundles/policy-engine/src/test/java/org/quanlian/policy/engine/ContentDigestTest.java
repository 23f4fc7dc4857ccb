package org.quanlian.policy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentDigestTest {
    private static final Map<String, String> CONTENT = Map.of(
            "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n",
            "org/quanlian/Pack.class", "\u0000\u0001",
            "org/quanlian/policy.yaml", "参数",
            "empty", "");

    @TempDir
    private Path work;

    @Test
    void shouldBeTheSame_forAJarAndTheFolderItWasPackedFrom() throws IOException {
        assertThat(ContentDigest.of(jar("pack.jar", CONTENT, 9))).isEqualTo(ContentDigest.of(folder("pack", CONTENT)));
    }

    @Test
    void shouldNotDependOnHowAJarWasPacked() throws IOException {
        Map<String, String> reversed = new LinkedHashMap<>();
        CONTENT.keySet().stream()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(path -> reversed.put(path, CONTENT.get(path)));

        assertThat(ContentDigest.of(jar("one.jar", CONTENT, 9)))
                .isEqualTo(ContentDigest.of(jar("two.jar", reversed, 0)));
    }

    @Test
    void shouldNotCountFolders() throws IOException {
        Path folder = folder("pack", CONTENT);
        String before = ContentDigest.of(folder);
        Files.createDirectories(folder.resolve("org/quanlian/nothing"));

        assertThat(ContentDigest.of(folder)).isEqualTo(before);
    }

    @Test
    void shouldDiffer_whenAnyByteOfAnyEntryIsAnother() {
        String digest = digest(CONTENT);
        CONTENT.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                byte[] other = bytes.clone();
                other[i] ^= 1;
                Map<String, ContentDigest.Content> changed = contents(CONTENT);
                changed.put(path, () -> new ByteArrayInputStream(other));

                assertThat(ContentDigest.of(changed))
                        .as("byte %s of %s", i, path)
                        .isNotEqualTo(digest);
            }
        });
    }

    @Test
    void shouldDiffer_whenAnyEntryIsNamedOtherwiseMissingOrMore() {
        String digest = digest(CONTENT);
        for (String path : CONTENT.keySet()) {
            Map<String, String> renamed = new HashMap<>(CONTENT);
            renamed.put(path + "x", renamed.remove(path));
            assertThat(digest(renamed)).as("%s renamed", path).isNotEqualTo(digest);

            Map<String, String> without = new HashMap<>(CONTENT);
            without.remove(path);
            assertThat(digest(without)).as("%s missing", path).isNotEqualTo(digest);
        }
        Map<String, String> more = new HashMap<>(CONTENT);
        more.put("more", "");
        assertThat(digest(more)).isNotEqualTo(digest);
    }

    @Test
    void shouldDiffer_whenBytesMoveFromOneEntryToTheNext() {
        assertThat(digest(Map.of("a", "xy", "b", ""))).isNotEqualTo(digest(Map.of("a", "x", "b", "y")));
        assertThat(digest(Map.of("a", "x", "b", "y"))).isNotEqualTo(digest(Map.of("a", "xb\n1\ny")));
        assertThat(digest(Map.of("a", "x"))).isNotEqualTo(digest(Map.of("a\n1\nx", "")));
    }

    /** Fixed for ever: claims store it. */
    @Test
    void shouldBeSha256_overPathLengthAndBytesInTheOrderOfThePaths() throws NoSuchAlgorithmException {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest("a/b\n6\n参数c\n0\n".getBytes(StandardCharsets.UTF_8));

        assertThat(digest(Map.of("c", "", "a/b", "参数")))
                .isEqualTo("sha-256:" + HexFormat.of().formatHex(sum));
    }

    private static String digest(Map<String, String> content) {
        return ContentDigest.of(contents(content));
    }

    private static Map<String, ContentDigest.Content> contents(Map<String, String> content) {
        Map<String, ContentDigest.Content> contents = new HashMap<>();
        content.forEach((path, text) ->
                contents.put(path, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return contents;
    }

    private Path folder(String name, Map<String, String> content) throws IOException {
        Path folder = work.resolve(name);
        for (Map.Entry<String, String> entry : content.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, entry.getValue());
        }
        return folder;
    }

    private Path jar(String name, Map<String, String> content, int level) throws IOException {
        Path jar = work.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            zip.putNextEntry(new ZipEntry("org/"));
            for (Map.Entry<String, String> entry : content.entrySet()) {
                ZipEntry packed = new ZipEntry(entry.getKey());
                packed.setLastModifiedTime(FileTime.fromMillis(level * 1_000_000L));
                zip.putNextEntry(packed);
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
