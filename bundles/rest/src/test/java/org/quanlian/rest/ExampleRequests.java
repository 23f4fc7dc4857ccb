package org.quanlian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.quanlian.rest.AccessRows.Row;

/** A request for each operation, as the document says that it is: so a new operation is asked like all others. */
final class ExampleRequests {
    private static final OpenApiContract CONTRACT = OpenApiContract.shipped();

    private ExampleRequests() {}

    /** What is sent. */
    record Body(String type, String text) {
        HttpRequest.BodyPublisher publisher() {
            return HttpRequest.BodyPublishers.ofString(text);
        }
    }

    /** The operation as the document has it. */
    static JsonNode operation(Row row) {
        return CONTRACT.document().at("/paths").get(row.path()).get(row.method().toLowerCase(Locale.ROOT));
    }

    /** The body that an operation takes, if it takes one. */
    static Optional<Body> body(Row row) {
        JsonNode content = operation(row).at("/requestBody/content");
        if (!content.isObject()) {
            return Optional.empty();
        }
        String type = content.fieldNames().next();
        return Optional.of(new Body(
                type,
                type.equals("application/json")
                        ? example(content.get(type).get("schema")).toString()
                        : "%PDF-1.7"));
    }

    /**
     * The path of an operation with its required query.
     *
     * @param places what stands in the path for each of its names
     */
    static String path(Row row, UnaryOperator<String> places) {
        String path = row.path();
        for (JsonNode parameter :
                CONTRACT.document().at("/paths").get(row.path()).path("parameters")) {
            String name = parameter.has("$ref")
                    ? resolve(parameter).path("name").asText()
                    : parameter.path("name").asText();
            path = path.replace("{" + name + "}", places.apply(name));
        }
        StringBuilder query = new StringBuilder();
        for (JsonNode each : operation(row).path("parameters")) {
            JsonNode parameter = each.has("$ref") ? resolve(each) : each;
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                JsonNode value = parameter.has("example") ? parameter.get("example") : example(parameter.get("schema"));
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(value.asText());
            }
        }
        return path + query;
    }

    /** A value that a schema takes: its first example, or the least that it asks for. */
    private static JsonNode example(JsonNode schema) {
        JsonNode at = schema.has("$ref") ? resolve(schema) : schema;
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (at.path("examples").isArray()) {
            return at.get("examples").get(0);
        }
        if (at.has("const")) {
            return at.get("const");
        }
        if (at.has("enum")) {
            return at.get("enum").get(0);
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            if (at.has(choice)) {
                return example(at.get(choice).get(0));
            }
        }
        String type = at.path("type").isArray()
                ? at.get("type").get(0).asText()
                : at.path("type").asText();
        return switch (type) {
            case "object" -> {
                var object = json.objectNode();
                at.path("required")
                        .forEach(name -> object.set(name.asText(), example(at.at("/properties/" + name.asText()))));
                yield object;
            }
            case "array" -> {
                var array = json.arrayNode();
                if (at.path("minItems").asInt() > 0) {
                    array.add(example(at.get("items")));
                }
                yield array;
            }
            case "integer", "number" -> json.numberNode(at.path("minimum").asInt());
            case "boolean" -> json.booleanNode(false);
            default -> json.textNode("x".repeat(Math.max(1, at.path("minLength").asInt())));
        };
    }

    private static JsonNode resolve(JsonNode reference) {
        return CONTRACT.document().at(reference.get("$ref").asText().substring(1));
    }
}
