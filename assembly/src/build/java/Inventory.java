import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes stock of a distribution that has been put together: {@code sbom.json} (CycloneDX 1.6) tells each jar that really lies
 * in it, with licence and purpose from {@code docs/dependencies.md}, and what is merged into ours; {@code SHA256SUMS} tells
 * each file, for {@code sha256sum -c} and for the launcher. The same distribution has the same inventory to the byte.
 *
 * <p>Run as a single source file by the build, with the folder of the distribution and its version. Fails naming the jar that
 * the page does not tell, or the file whose origin is not known.
 */
public final class Inventory {
    private static final String OURS = "org.quanlian";
    private static final String SUMS = "SHA256SUMS";
    private static final String SBOM = "sbom.json";

    private final Path home;
    private final Map<String, Told> told = new TreeMap<>();
    private final Map<String, List<String>> inside = new TreeMap<>();

    private Inventory(Path home) {
        this.home = home;
    }

    /** What the page says of a library. */
    private record Told(String version, String licence, String purpose) {}

    /** A library as it lies in the distribution. */
    private record Library(String group, String name, String version, String sha256, List<String> places) {
        String purl() {
            return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
        }

        boolean isOurs() {
            return group.equals(OURS) || group.startsWith(OURS + ".");
        }
    }

    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        Inventory inventory = new Inventory(home);
        inventory.readPage(home.resolve("docs/dependencies.md"));
        Files.writeString(home.resolve(SBOM), inventory.sbom(args[1], inventory.libraries()));
        Files.writeString(home.resolve(SUMS), inventory.sums());
    }

    // --- the page ------------------------------------------------------------------------------------------------

    /** Reads its tables: the columns are known by their headings. */
    private void readPage(Path page) throws IOException {
        List<String> headings = List.of();
        String bundle = "";
        for (String line : Files.readAllLines(page)) {
            if (!line.startsWith("|")) {
                headings = List.of();
                continue;
            }
            List<String> cells = Arrays.stream(
                            line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                    .map(String::strip)
                    .toList();
            if (headings.isEmpty()) {
                headings = cells;
            } else if (!line.startsWith("|---")) {
                Map<String, String> row = new TreeMap<>();
                for (int i = 0; i < headings.size(); i++) {
                    row.put(headings.get(i), cells.get(i));
                }
                bundle = row.getOrDefault("bundle", "").isEmpty() ? bundle : row.get("bundle");
                readRow(row, bundle);
            }
        }
    }

    private void readRow(Map<String, String> row, String bundle) {
        if (!row.containsKey("licence")) {
            return;
        }
        Told of = new Told(row.getOrDefault("version", ""), row.get("licence"), row.get("what for"));
        boolean merged = row.containsKey("what is inside");
        for (String name : names(row.get(merged ? "what is inside" : "bundle"))) {
            told.put(name, of);
            if (merged) {
                inside.computeIfAbsent(bundle, key -> new ArrayList<>()).add(name);
            }
        }
    }

    /** The names in a cell, without what stands in brackets. */
    private static List<String> names(String cell) {
        return Arrays.stream(cell.replaceAll("\\([^)]*\\)", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    // --- the jars ------------------------------------------------------------------------------------------------

    private List<Library> libraries() throws IOException {
        Map<String, Library> found = new TreeMap<>();
        for (String file : files()) {
            if (file.endsWith(".jar")) {
                Library here = library(file);
                Library before = found.putIfAbsent(here.purl(), here);
                if (before != null) {
                    require(before.sha256().equals(here.sha256()), before.places() + " and " + file + " differ");
                    before.places().add(file);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private Library library(String file) throws IOException {
        String[] parts = file.split("/");
        String jar = parts[parts.length - 1].replaceAll("\\.jar$", "");
        String sha256 = sha256(home.resolve(file));
        List<String> places = new ArrayList<>(List.of(file));
        if (parts[0].equals("system")) {
            // system/GROUP/ARTIFACT/VERSION/FILE, as in a Maven repository.
            String group = String.join(".", Arrays.asList(parts).subList(1, parts.length - 3));
            return new Library(group, parts[parts.length - 3], parts[parts.length - 2], sha256, places);
        }
        try (JarFile content = new JarFile(home.resolve(file).toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) content.stream()::iterator) {
                if (entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom.properties")) {
                    Properties pom = new Properties();
                    try (InputStream in = content.getInputStream(entry)) {
                        pom.load(in);
                    }
                    String name = pom.getProperty("artifactId");
                    if (jar.equals(name + "-" + pom.getProperty("version"))) {
                        return new Library(
                                pom.getProperty("groupId"), name, pom.getProperty("version"), sha256, places);
                    }
                }
            }
        }
        // The same jar lies in system, under its coordinates.
        for (String other : files()) {
            if (other.startsWith("system/") && other.endsWith("/" + jar + ".jar")) {
                Library same = library(other);
                return new Library(same.group(), same.name(), same.version(), sha256, places);
            }
        }
        // OSGi's own jars tell nothing of Maven.
        require(jar.startsWith("osgi."), "whose jar is " + file + "?");
        int dash = jar.lastIndexOf('-');
        return new Library("org.osgi", jar.substring(0, dash), jar.substring(dash + 1), sha256, places);
    }

    // --- the documents -------------------------------------------------------------------------------------------

    private String sbom(String version, List<Library> libraries) {
        String components = libraries.stream().map(this::component).collect(Collectors.joining(",\n"));
        return """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {
                    "component": {
                      "type": "application", "bom-ref": "quanlian", "group": "org.quanlian", "name": "quanlian", "version": "%s",
                      "licenses": [{"expression": "Apache-2.0"}]
                    }
                  },
                  "components": [
                %s
                  ]
                }
                """
                .formatted(version, components);
    }

    private String component(Library library) {
        Told of = library.isOurs()
                ? new Told("", "Apache-2.0", "Quanlian")
                : require(told.get(library.name()), library.places() + " is not told in docs/dependencies.md");
        String places = library.places().stream()
                .map(place -> "{\"location\": " + quoted(place) + "}")
                .collect(Collectors.joining(", "));
        String merged = merged(library);
        return """
                    {
                      "type": "library", "bom-ref": %s, "group": %s, "name": %s, "version": %s,
                      "description": %s,
                      "hashes": [{"alg": "SHA-256", "content": %s}],
                      "licenses": [{"expression": %s}],
                      "purl": %s,
                      "evidence": {"occurrences": [%s]}%s
                    }"""
                .formatted(
                        quoted(library.purl()),
                        quoted(library.group()),
                        quoted(library.name()),
                        quoted(library.version()),
                        quoted(of.purpose()),
                        quoted(library.sha256()),
                        quoted(of.licence()),
                        quoted(library.purl()),
                        places,
                        merged.isEmpty() ? "" : ",\n      \"components\": [\n" + merged + "\n      ]");
    }

    /** What the build merged into one of our bundles of others' code. */
    private String merged(Library library) {
        return inside.getOrDefault(library.group() + "." + library.name(), List.of()).stream()
                .map(name ->
                        "        {\"type\": \"library\", \"bom-ref\": %s, \"name\": %s, \"version\": %s, \"licenses\": [{\"expression\": %s}]}"
                                .formatted(
                                        quoted(name + "@" + told.get(name).version()),
                                        quoted(name),
                                        quoted(told.get(name).version()),
                                        quoted(told.get(name).licence())))
                .collect(Collectors.joining(",\n"));
    }

    private String sums() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String file : files()) {
            if (!file.equals(SUMS)) {
                sums.append(sha256(home.resolve(file)))
                        .append("  ")
                        .append(file)
                        .append('\n');
            }
        }
        return sums.toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static <T> T require(T value, String otherwise) {
        require(value != null, otherwise);
        return value;
    }
}
