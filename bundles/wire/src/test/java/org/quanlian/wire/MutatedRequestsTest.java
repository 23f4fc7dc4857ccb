package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However a good request is damaged, it is read or refused with errors that can be told; nothing else ever happens. */
class MutatedRequestsTest {
    @Property(tries = 3000)
    void shouldReadOrRefuse_whenBytesAreDamaged(@ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int times) {
        byte[] request = Requests.exampleBytes();
        for (int i = 0; i < times; i++) {
            request = damaged(request, random);
        }

        readOrRefuse(request);
    }

    @Property(tries = 3000)
    void shouldReadOrRefuse_whenMembersAreDamaged(@ForAll Random random, @ForAll("values") List<String> values) {
        ObjectNode request = Requests.example();
        for (String value : values) {
            damage(request, value, random);
        }

        List<FieldError> errors = readOrRefuse(Requests.bytes(request));

        assertThat(errors)
                .as("errors point at members of objects and items of lists that are there: %s", request)
                .allMatch(error -> hasParent(request, error.pointer()));
    }

    @Property(tries = 2000)
    void shouldReadOrRefuse_whateverTextIsSent(@ForAll String text) {
        readOrRefuse(Requests.bytes(text));
    }

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.of(
                        "null",
                        "true",
                        "false",
                        "0",
                        "-1",
                        "45",
                        "1e400",
                        "1.5",
                        "9999999999",
                        "\"\"",
                        "\" \"",
                        "\"x\"",
                        "\"0\"",
                        "\"-0.01\"",
                        "\"1.00\"",
                        "\"999999999999.99\"",
                        "\"2025-02-29\"",
                        "\"2025-06-30\"",
                        "\"9999-12-31T23:59:59.999999999-18:00\"",
                        "\"0000-01-01\"",
                        "\"140100\"",
                        "\"TEAM\"",
                        "\"OTHER\"",
                        "\"12345678\"",
                        "\"25142000000012345678\"",
                        "\"91140100MA0GTAT1XC\"",
                        "\"\\ud800\"",
                        "\"\\u0000\"",
                        "[]",
                        "[null]",
                        "[[]]",
                        "{}",
                        "{\"\": null}",
                        "{\"id\": \"s1\"}",
                        "{\"uscc\": \"91140100MA0GTAT1XC\", \"name\": \"x\"}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static List<FieldError> readOrRefuse(byte[] request) {
        try {
            assertThat(new ClaimReader().read(request)).isNotNull();
            return List.of();
        } catch (InvalidRequestException refusal) {
            Requests.assertCanBeTold(refusal.errors());
            return refusal.errors();
        }
    }

    private static boolean hasParent(JsonNode request, String pointer) {
        return pointer.isEmpty()
                || pointer.indexOf('\ufffd') >= 0
                || request.at(JsonPointer.compile(pointer).head()).isContainerNode();
    }

    private static byte[] damaged(byte[] request, Random random) {
        int at = random.nextInt(request.length + 1);
        int until = Math.min(request.length, at + random.nextInt(20));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(request, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> until = at + (at < request.length ? 1 : 0);
            case 1 -> damaged.write(random.nextInt(256));
            case 2 -> damaged.write("{}[]\",:\\0-e.".charAt(random.nextInt(12)));
            case 3 -> {
                damaged.write(request, at, until - at);
                damaged.write(request, at, until - at);
            }
            default -> {
                damaged.write(random.nextInt(256));
                until = Math.min(request.length, at + 1);
            }
        }
        damaged.write(request, until, request.length - until);
        byte[] bytes = damaged.toByteArray();
        return bytes.length == 0 ? new byte[] {' '} : bytes;
    }

    private static void damage(ObjectNode request, String value, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(request, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ArrayNode array) {
            damage(array, value, random);
        } else {
            damageMember((ObjectNode) container, value, random);
        }
    }

    private static void damage(ArrayNode array, String value, Random random) {
        int choice = random.nextInt(4);
        if (array.isEmpty() || choice == 0) {
            array.add(Requests.tree(value));
        } else if (choice == 1) {
            array.remove(random.nextInt(array.size()));
        } else if (choice == 2) {
            array.add(array.get(random.nextInt(array.size())).deepCopy());
        } else {
            array.set(random.nextInt(array.size()), Requests.tree(value));
        }
    }

    private static void damageMember(ObjectNode object, String value, Random random) {
        List<String> names = new ArrayList<>(
                object.properties().stream().map(Map.Entry::getKey).toList());
        int choice = random.nextInt(5);
        if (names.isEmpty() || choice == 0) {
            object.set(List.of("x", "a/b", "~", "", "code", "\ud800").get(random.nextInt(6)), Requests.tree(value));
        } else if (choice == 1) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), Requests.tree(value));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
