package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The golden cases of a pack: requests with the decisions expected of them, kept in {@code golden/} beside its tests.
 *
 * <p>A case names a request in {@code golden/base/}, changes it by JSON Pointers, and tells either what is expected of the
 * decision or which fields are invalid. The form is described in {@code docs/policy-authors.md}.
 */
public final class GoldenCases {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GoldenCases() {}

    /** One case, by its name. */
    public record Case(String file, String name, String request, JsonNode expected, Set<String> invalid) {
        /** The request in UTF-8. */
        public byte[] requestBytes() {
            return request.getBytes(StandardCharsets.UTF_8);
        }

        /** Whether the request itself is expected to be refused. */
        public boolean refused() {
            return !invalid.isEmpty();
        }

        @Override
        public String toString() {
            return file + ": " + name;
        }
    }

    /** All cases of the folder {@code golden} on the class path of a test. */
    public static List<Case> of(Class<?> test) {
        Path folder = folder(test);
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (JsonNode golden : MAPPER.readTree(file.toFile())) {
                    cases.add(read(folder, file, golden));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    private static Path folder(Class<?> test) {
        try {
            return Path.of(test.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Case read(Path folder, Path file, JsonNode golden) throws IOException {
        JsonNode request =
                MAPPER.readTree(folder.resolve("base/" + golden.get("base").textValue() + ".json")
                        .toFile());
        golden.path("set").properties().forEach(change -> set(request, change.getKey(), change.getValue()));
        golden.path("remove").forEach(pointer -> remove(request, pointer.textValue()));
        Set<String> invalid = new TreeSet<>();
        golden.path("invalid").forEach(pointer -> invalid.add(pointer.textValue()));
        return new Case(
                file.getFileName().toString(),
                golden.get("name").textValue(),
                MAPPER.writeValueAsString(request),
                golden.path("expect"),
                invalid);
    }

    private static void set(JsonNode request, String pointer, JsonNode value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = parentOf(request, at);
        String name = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            int index = name.equals("-") ? array.size() : Integer.parseInt(name);
            if (index == array.size()) {
                array.add(value.deepCopy());
            } else {
                array.set(index, value.deepCopy());
            }
        } else {
            ((ObjectNode) parent).set(name, value.deepCopy());
        }
    }

    private static void remove(JsonNode request, String pointer) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = parentOf(request, at);
        String name = at.last().getMatchingProperty();
        JsonNode removed = parent instanceof ArrayNode array
                ? array.remove(Integer.parseInt(name))
                : ((ObjectNode) parent).remove(name);
        if (removed == null) {
            throw new IllegalArgumentException("there is nothing to remove at " + pointer);
        }
    }

    private static JsonNode parentOf(JsonNode request, JsonPointer at) {
        JsonNode parent = request.at(at.head());
        if (!parent.isContainerNode()) {
            throw new IllegalArgumentException("there is no parent for " + at);
        }
        return parent;
    }
}
