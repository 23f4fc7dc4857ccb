package org.quanlian.itests.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The built distribution tells truly what is in it, and nothing is in it twice or under terms that nobody looked at. */
class DistributionContentIT {
    private static final Path HOME = Path.of(System.getProperty("quanlian.root", ".."))
            .toAbsolutePath()
            .normalize()
            .resolve("assembly/target/assembly");

    /** What may be given on with the node, by SPDX. */
    private static final Set<String> ALLOWED_LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "CC0-1.0",
            "CDDL-1.1",
            // Of bundles that stand by themselves, unchanged.
            "LGPL-2.1-or-later",
            "GPL-2.0-only WITH Classpath-exception-2.0");

    /** Libraries of which two versions stand here, each with the reason. */
    private static final Map<String, String> IN_TWO_VERSIONS = Map.of(
            "jakarta.xml.bind:jakarta.xml.bind-api",
            "Karaf itself needs javax.xml.bind (lib/jdk9plus), CXF jakarta.xml.bind: the same name, and no package in common");

    /** Folders beside {@code system} that hold the same jars to the byte, each with the reason. */
    private static final Map<String, String> COPIES = Map.of(
            "quanlian/assess/", "the command line has a class path and no container",
            "lib/boot/", "Karaf starts with it before there are bundles");

    private static JsonNode sbom;

    @BeforeAll
    static void read() throws IOException {
        sbom = new ObjectMapper().readTree(HOME.resolve("sbom.json").toFile());
    }

    @Test
    void tellsEachJarWithItsDigest_andNoOther() throws Exception {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode component : sbom.get("components")) {
            for (JsonNode place : component.at("/evidence/occurrences")) {
                told.put(
                        place.get("location").asText(),
                        component.at("/hashes/0/content").asText());
            }
        }
        Map<String, String> there = new TreeMap<>();
        for (String file : files()) {
            if (file.endsWith(".jar")) {
                there.put(file, sha256(HOME.resolve(file)));
            }
        }

        assertThat(told).isEqualTo(there).hasSizeGreaterThan(80);
    }

    @Test
    void isTheSameDocumentInEachBuild() {
        assertThat(sbom.at("/bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(sbom.has("serialNumber")).isFalse();
        assertThat(sbom.at("/metadata").has("timestamp")).isFalse();
        assertThat(purls()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatIsMergedIntoOneBundle() throws IOException {
        for (JsonNode component : sbom.get("components")) {
            if (component.get("group").asText().equals("org.quanlian.runtime")) {
                assertThat(component.path("components"))
                        .as("in %s", component.get("name"))
                        .isNotEmpty();
            }
        }
        assertThat(sbom.toString()).contains("\"derbyshared\"", "\"camel-seda\"", "\"HdrHistogram\"");
    }

    @Test
    void hasNoLibraryInTwoVersions() {
        Map<String, Set<String>> versions = new TreeMap<>();
        for (JsonNode component : sbom.get("components")) {
            versions.computeIfAbsent(
                            component.get("group").asText() + ":"
                                    + component.get("name").asText(),
                            key -> new TreeSet<>())
                    .add(component.get("version").asText());
        }
        versions.values().removeIf(all -> all.size() == 1);

        assertThat(versions.keySet()).isEqualTo(IN_TWO_VERSIONS.keySet());
    }

    @Test
    void hasEachBundleOnce_inSystem() throws IOException {
        Map<String, List<String>> bundles = new TreeMap<>();
        for (String file : files()) {
            if (file.startsWith("system/") && file.endsWith(".jar")) {
                bundles.computeIfAbsent(symbolicName(file), key -> new ArrayList<>())
                        .add(file);
            }
        }
        bundles.values().removeIf(all -> all.size() == 1);

        assertThat(bundles).isEmpty();
    }

    @Test
    void hasCopiesOnlyWhereThereIsAReason() {
        for (JsonNode component : sbom.get("components")) {
            List<String> places = new ArrayList<>();
            component
                    .at("/evidence/occurrences")
                    .forEach(place -> places.add(place.get("location").asText()));
            assertThat(places.subList(0, places.size() - 1))
                    .as("%s beside %s", component.get("name"), places.get(places.size() - 1))
                    .allMatch(place -> COPIES.keySet().stream().anyMatch(place::startsWith));
        }
    }

    @Test
    void mergesNoClassThatAnotherBundleHas() throws IOException {
        Map<String, String> merged = new HashMap<>();
        Map<String, String> twice = new TreeMap<>();
        List<String> jars = files().stream()
                .filter(file -> file.startsWith("system/") && file.endsWith(".jar"))
                .toList();
        for (String jar : jars) {
            if (jar.startsWith("system/org/quanlian/runtime/")) {
                classes(jar).forEach(name -> merged.put(name, jar));
            }
        }
        for (String jar : jars) {
            if (!jar.startsWith("system/org/quanlian/runtime/")) {
                classes(jar).stream().filter(merged::containsKey).forEach(name -> twice.put(name, jar));
            }
        }

        assertThat(merged).hasSizeGreaterThan(3_000);
        assertThat(twice).isEmpty();
    }

    @Test
    void hasNothingUnderOtherTermsThanThoseAllowed() {
        for (JsonNode component : sbom.findParents("licenses")) {
            String expression = component.at("/licenses/0/expression").asText();
            assertThat(expression.split(" OR "))
                    .as("the licence of %s", component.get("name"))
                    .isNotEmpty()
                    .allMatch(ALLOWED_LICENCES::contains);
        }
    }

    /** That none is missing there is for the build, which does not end otherwise. */
    @Test
    void hasEachLibraryThatThePageNames() throws IOException {
        Set<String> shipped = new TreeSet<>();
        for (JsonNode component : sbom.get("components")) {
            shipped.add(component.get("name").asText());
            component
                    .path("components")
                    .forEach(merged -> shipped.add(merged.get("name").asText()));
        }
        List<String> superfluous = new ArrayList<>();
        String headings = "";
        for (String line : Files.readAllLines(HOME.resolve("docs/dependencies.md"))) {
            if (!line.startsWith("|")) {
                headings = "";
            } else if (headings.isEmpty()) {
                headings = line;
            } else if (headings.contains("licence") && !line.startsWith("|---")) {
                int column = headings.contains("what is inside") ? 2 : 1;
                Arrays.stream(line.split("\\|", -1)[column]
                                .replaceAll("\\([^)]*\\)", "")
                                .split(","))
                        .map(String::strip)
                        .filter(name -> !shipped.contains(name))
                        .forEach(superfluous::add);
            }
        }

        assertThat(superfluous).isEmpty();
    }

    @Test
    void isVerifiedByToolsThatAreNotOurs() throws Exception {
        Process check = new ProcessBuilder("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(said).isZero();
        Set<String> told = Files.readAllLines(HOME.resolve("SHA256SUMS")).stream()
                .map(line -> line.substring(line.indexOf(' ') + 2))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told)
                .isEqualTo(files().stream()
                        .filter(file -> !file.equals("SHA256SUMS"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> purls() {
        List<String> purls = new ArrayList<>();
        sbom.get("components")
                .forEach(component -> purls.add(component.get("purl").asText()));
        return purls;
    }

    private static String symbolicName(String file) throws IOException {
        try (JarFile jar = new JarFile(HOME.resolve(file).toFile())) {
            String name = jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
            Matcher matcher = Pattern.compile("[^;]+").matcher(name == null ? file : name);
            return matcher.find() ? matcher.group().strip() : file;
        }
    }

    private static List<String> classes(String file) throws IOException {
        try (JarFile jar = new JarFile(HOME.resolve(file).toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class")
                            && !name.startsWith("META-INF/")
                            && !name.equals("module-info.class"))
                    .toList();
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(HOME)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> HOME.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
