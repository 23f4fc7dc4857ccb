package org.quanlian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes requests wrong: a little, so that they come far, or with all that attackers type. */
final class RequestDamage {
    /** Texts that something may stumble over. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1.005",
            "999999999999.99",
            "1e400",
            "NaN",
            "2025-02-30",
            "9999-12-31",
            "+999999999-12-31",
            "2025-07-01T00:00:00+08:00",
            "140000",
            "000000",
            "91110000600037341L",
            "01JD9XK5V7Q3M8T2W4Y6Z0ABCD",
            "' OR '1'='1",
            "%' ESCAPE '",
            "${jndi:ldap://127.0.0.1/x}",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://127.0.0.1\")",
            "../../../etc/passwd",
            "a\u0000b",
            "a\r\nSet-Cookie: x=1",
            "\u202Egnp.exe",
            "\ufeff",
            "券".repeat(300),
            "\ud83d\ude00".repeat(300),
            "x".repeat(3_000));

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "0.1",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"\": null}",
            "\"\\ud800\"");

    private final Random random;
    private final List<String> names;

    /** @param names names of things that are there */
    RequestDamage(Random random, List<String> names) {
        this.random = random;
        this.names = List.copyOf(names);
    }

    /** A text for a place in a path, a query or a header: the right one, a name of something else, or anything. */
    String place(String right) {
        return switch (random.nextInt(3)) {
            case 0 -> right;
            case 1 -> names.get(random.nextInt(names.size()));
            default -> text();
        };
    }

    /** Any text. */
    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A value as it is written in a query. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * A text as one place of a path. What the container refuses by itself, before any servlet sees it, is left out:
     * slashes, signs of percent, controls and too long ones; they are for {@link HostileConnectionTest}.
     */
    static String segment(String text) {
        String plain = text.codePoints()
                .filter(point -> !Character.isISOControl(point) && "/\\%;".indexOf(point) < 0)
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.isBlank() || plain.matches("\\.+") ? "x" : encoded(plain);
    }

    /** The JSON with one to three things wrong, or none. */
    String damaged(String json) {
        JsonNode tree = Requests.json(json);
        for (int i = random.nextInt(4); i > 0; i--) {
            damage(tree);
        }
        String text = tree.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1));
            case 1 -> "[".repeat(200) + text;
            default -> text;
        };
    }

    private void damage(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        if (containers.isEmpty()) {
            return;
        }
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            damage(object);
        } else if (container instanceof ArrayNode array) {
            damage(array);
        }
    }

    private void damage(ObjectNode object) {
        List<String> members = new ArrayList<>();
        object.fieldNames().forEachRemaining(members::add);
        if (members.isEmpty() || random.nextInt(8) == 0) {
            object.set(random.nextBoolean() ? "unknown" : text(), value());
            return;
        }
        String member = members.get(random.nextInt(members.size()));
        if (random.nextInt(5) == 0) {
            object.remove(member);
        } else {
            object.set(member, value());
        }
    }

    private void damage(ArrayNode array) {
        if (random.nextInt(6) == 0) {
            JsonNode one = array.isEmpty() ? value() : array.get(0);
            for (int i = 0; i < 1_200; i++) {
                array.add(one.deepCopy());
            }
        } else if (array.isEmpty() || random.nextBoolean()) {
            array.add(value());
        } else {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(3)) {
            case 0 -> Requests.json(VALUES.get(random.nextInt(VALUES.size())));
            case 1 -> JsonNodeFactory.instance.textNode(names.get(random.nextInt(names.size())));
            default -> JsonNodeFactory.instance.textNode(text());
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
