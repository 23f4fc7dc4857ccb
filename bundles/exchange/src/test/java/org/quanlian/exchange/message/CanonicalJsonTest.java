package org.quanlian.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.quanlian.exchange.RefusedMessageException;

/** Canonical writing, against the examples of RFC 8785 and another implementation of it. */
class CanonicalJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Example
    void shouldSortMembersAsTheRfcDoes() throws Exception {
        // RFC 8785, 3.2.3.
        String unsorted =
                """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                 "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}
                """;

        JsonNode tree = JSON.readTree(text(CanonicalJson.write(JSON.readTree(unsorted))));

        assertThat(tree.fieldNames())
                .toIterable()
                .containsExactly("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    }

    @Example
    void shouldEscapeAsTheRfcDoes() throws Exception {
        // RFC 8785, 3.2.2, its numbers left out.
        String plain =
                """
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}
                """;

        assertThat(text(CanonicalJson.write(JSON.readTree(plain))))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Property(tries = 2000)
    void shouldWriteAsAnotherImplementationDoes(@ForAll("objects") ObjectNode object) throws IOException {
        byte[] ours = CanonicalJson.write(object);

        assertThat(text(ours)).isEqualTo(new JsonCanonicalizer(JSON.writeValueAsString(object)).getEncodedString());
        assertThat(JSON.readTree(ours)).isEqualTo(JSON.readTree(JSON.writeValueAsBytes(object)));
    }

    @Property(tries = 500)
    void shouldReadWhatItWrites_andNothingElse(@ForAll("objects") ObjectNode object) throws JsonProcessingException {
        CanonicalReader reader = new CanonicalReader(1_000_000, 10_000);
        byte[] bytes = CanonicalJson.write(object);

        assertThat(CanonicalJson.write(reader.read(bytes))).isEqualTo(bytes);
        assertThat(code(() -> reader.read((text(bytes) + " ").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("json.canonical");
    }

    @Example
    void shouldRefuseNumbersThatReadersRound() throws Exception {
        for (String number : List.of("1.5", "1e2", "9007199254740992", "-9007199254740992", "1" + "0".repeat(30))) {
            JsonNode tree = JSON.readTree("{\"n\":" + number + "}");
            assertThat(code(() -> CanonicalJson.write(tree))).as(number).isEqualTo("json.number");
        }
        assertThat(text(CanonicalJson.write(JSON.readTree("{\"n\":-9007199254740991}"))))
                .isEqualTo("{\"n\":-9007199254740991}");
    }

    @Example
    void shouldRefuseHalfACharacter() {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("a", "\ud83d");

        assertThat(code(() -> CanonicalJson.write(object))).isEqualTo("json.surrogate");
    }

    @Example
    void shouldRefuseWhatIsNoCanonicalObject() {
        CanonicalReader reader = new CanonicalReader(100, 20);
        assertThat(code(() -> reader.read(utf8("")))).isEqualTo("json.syntax");
        assertThat(code(() -> reader.read(utf8("{")))).isEqualTo("json.syntax");
        assertThat(code(() -> reader.read(utf8("{\"a\":1,\"a\":1}")))).isEqualTo("json.syntax");
        assertThat(code(() -> reader.read(utf8("{}{}")))).isEqualTo("json.syntax");
        assertThat(code(() -> reader.read(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})))
                .isEqualTo("json.syntax");
        assertThat(code(() -> reader.read(utf8("[1]")))).isEqualTo("json.object");
        assertThat(code(() -> reader.read(utf8("{\"b\":1,\"a\":2}")))).isEqualTo("json.canonical");
        assertThat(code(() -> reader.read(utf8("{\"a\":-0}")))).isEqualTo("json.canonical");
        assertThat(code(() -> reader.read(utf8("{\"a\":\"" + "x".repeat(21) + "\"}"))))
                .isEqualTo("json.limit");
        assertThat(code(() -> reader.read(utf8("{\"a\":" + "[".repeat(17) + "]".repeat(17) + "}"))))
                .isEqualTo("json.limit");
        assertThat(code(() -> reader.read(new byte[101]))).isEqualTo("json.size");
        assertThat(code(() -> reader.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16))))
                .startsWith("json.");
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        return Arbitraries.recursive(() -> scalars(), CanonicalJsonTest::nested, 0, 3)
                .list()
                .ofMaxSize(4)
                .flatMap(values -> texts().list().ofSize(values.size()).map(names -> {
                    ObjectNode object = JsonNodeFactory.instance.objectNode();
                    for (int i = 0; i < names.size(); i++) {
                        object.set(names.get(i), values.get(i));
                    }
                    return object;
                }));
    }

    private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
        Arbitrary<JsonNode> lists = inner.list().ofMaxSize(3).map(items -> {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            array.addAll(items);
            return array;
        });
        Arbitrary<JsonNode> objects = Combinators.combine(texts(), inner)
                .as((name, value) -> JsonNodeFactory.instance.objectNode().set(name, value));
        return Arbitraries.oneOf(lists, objects);
    }

    private static Arbitrary<JsonNode> scalars() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Arbitraries.oneOf(
                texts().map(nodes::textNode),
                Arbitraries.longs()
                        .between(-CanonicalJson.MAX_INTEGER, CanonicalJson.MAX_INTEGER)
                        .map(nodes::numberNode),
                Arbitraries.of(nodes.nullNode(), nodes.booleanNode(true), nodes.booleanNode(false)));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(0, 0x10ffff)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .list()
                .ofMaxSize(6)
                .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }

    private static String code(Runnable reading) {
        List<RefusedMessageException> caught = new java.util.ArrayList<>();
        assertThatThrownBy(reading::run).isInstanceOfSatisfying(RefusedMessageException.class, caught::add);
        return caught.get(0).refusal().code();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
