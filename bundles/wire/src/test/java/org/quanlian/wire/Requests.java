package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;

/** Requests made from the example of the assessment contract, and what is seen when one is refused. */
final class Requests {
    static final ObjectMapper MAPPER = new ObjectMapper();

    /** Escapes what is not ASCII, so that half characters reach the reader as they were told. */
    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private static final byte[] EXAMPLE = load();
    private static final LocalizedText TEXT = new LocalizedText("请求格式有误", "The request is wrong in form");

    private Requests() {}

    /** The example of the contract, letter by letter. */
    static byte[] exampleBytes() {
        return EXAMPLE.clone();
    }

    static ObjectNode example() {
        try {
            return (ObjectNode) MAPPER.readTree(EXAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example with the value at a pointer, whose parent is there, set to a JSON text. */
    static ObjectNode with(String pointer, String json) {
        return with(example(), pointer, json);
    }

    static ObjectNode with(ObjectNode request, String pointer, String json) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = request.at(at.head());
        String name = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            int index = Integer.parseInt(name);
            if (index < array.size()) {
                array.set(index, tree(json));
            } else {
                array.add(tree(json));
            }
        } else {
            ((ObjectNode) parent).set(name, tree(json));
        }
        return request;
    }

    /** The example without the member at a pointer. */
    static ObjectNode without(String pointer) {
        ObjectNode request = example();
        JsonPointer at = JsonPointer.compile(pointer);
        assertThat(((ObjectNode) request.at(at.head())).remove(at.last().getMatchingProperty()))
                .as("something at %s", pointer)
                .isNotNull();
        return request;
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode request) {
        try {
            return ASCII.writeValueAsBytes(request);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    /** What is wrong with a request that must be refused; it can always be told. */
    static List<FieldError> errors(byte[] request) {
        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> new ClaimReader().read(request));
        assertThat(refusal).as("the request is refused").isNotNull();
        assertCanBeTold(refusal.errors());
        return refusal.errors();
    }

    static List<FieldError> errors(JsonNode request) {
        return errors(bytes(request));
    }

    /** Errors are some and not too many, each with a pointer and both languages, and survive being written. */
    static void assertCanBeTold(List<FieldError> errors) {
        assertThat(errors).hasSizeBetween(1, 1000);
        assertThat(errors).allMatch(error -> error.pointer().matches("(/([^/~]|~[01])*)*"), "has a JSON Pointer");
        byte[] problem = new ProblemWriter()
                .write(new Problem(
                        "urn:quanlian:problem:invalid-request", TEXT, 400, TEXT, Optional.empty(), "trace", errors));
        try {
            JsonNode written = MAPPER.readTree(problem).get("errors");
            assertThat(written).hasSameSizeAs(errors);
            for (int i = 0; i < errors.size(); i++) {
                assertThat(written.get(i).get("pointer").textValue())
                        .isEqualTo(errors.get(i).pointer());
            }
        } catch (IOException e) {
            throw new AssertionError("the problem can be read back", e);
        }
    }

    private static byte[] load() {
        try (InputStream in = Requests.class.getResourceAsStream("contract-request.json")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
