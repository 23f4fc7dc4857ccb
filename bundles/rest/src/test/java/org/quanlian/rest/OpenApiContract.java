package org.quanlian.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.quanlian.rest.internal.api.OpenApiDocument;

/**
 * The OpenAPI document as a promise that answers are held to: path, method, status, headers, media type and body.
 *
 * <p>It is stricter than the document in one way: an answer must not have a member that the document does not name.
 * What the document says of all paths at once (404, 405, 429, 501, 503, OPTIONS, HEAD, problems) is held to as well.
 */
public final class OpenApiContract {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String PROBLEM = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
            .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keyword(new NonValidationKeyword("components"))
                    .build())
            .build();

    private final JsonNode document;
    private final ObjectNode closedComponents;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();

    /**
     * A contract.
     *
     * @param yaml the OpenAPI document
     */
    public OpenApiContract(String yaml) {
        try {
            document = new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closedComponents = document.get("components").deepCopy();
        close(closedComponents);
    }

    /** The contract that the bundle ships. */
    public static OpenApiContract shipped() {
        return new OpenApiContract(OpenApiDocument.text());
    }

    /** The document. */
    public JsonNode document() {
        return document;
    }

    /** The operations of the document, such as {@code GET /health/live}. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(member -> {
                    String method = member.toUpperCase(Locale.ROOT);
                    if (METHODS.contains(method)) {
                        operations.add(method + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /**
     * An answer as it came over the wire.
     *
     * @param method method of the request
     * @param path path of the request, without its query
     * @param status status of the answer
     * @param headers headers of the answer
     * @param body body of the answer; empty when there was none
     */
    public record Answer(String method, String path, int status, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst();
        }

        String mediaType() {
            return header("Content-Type")
                    .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                    .orElse("");
        }
    }

    /** Fails, naming everything, when an answer breaks a promise. */
    public void check(Answer answer) {
        List<String> violations = violations(answer);
        if (!violations.isEmpty()) {
            throw new AssertionError("the answer %d to %s %s breaks the contract:%n  %s%n  %s"
                    .formatted(
                            answer.status(),
                            answer.method(),
                            answer.path(),
                            String.join(System.lineSeparator() + "  ", violations),
                            answer.body()));
        }
    }

    /** What an answer breaks; empty when it keeps the contract. */
    public List<String> violations(Answer answer) {
        List<String> violations = new ArrayList<>();
        if (answer.header("X-Trace-Id").isEmpty()) {
            violations.add("there is no X-Trace-Id");
        }
        if (isRefusalOfLoad(answer)) {
            requireProblem(answer, answer.status(), violations);
            if (!answer.header("Retry-After").orElse("").matches("[1-9]\\d{0,3}")) {
                violations.add("there is no Retry-After in whole seconds");
            }
            return violations;
        }
        JsonNode item = document.get("paths").get(template(answer.path()).orElse(""));
        if (!METHODS.contains(answer.method())) {
            requireProblem(answer, 501, violations);
        } else if (item == null) {
            requireProblem(answer, 404, violations);
        } else if (answer.method().equals("OPTIONS")) {
            requireStatus(answer, 204, violations);
            requireAllow(answer, violations);
        } else {
            String method =
                    answer.method().equals("HEAD") ? "get" : answer.method().toLowerCase(Locale.ROOT);
            JsonNode operation = item.get(method);
            if (operation == null) {
                requireProblem(answer, 405, violations);
                requireAllow(answer, violations);
            } else {
                checkResponse(operation, answer, violations);
            }
        }
        return violations;
    }

    /** What breaks a schema of the document; empty when the value keeps to it. */
    public List<String> violations(String schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private void checkResponse(JsonNode operation, Answer answer, List<String> violations) {
        JsonNode response = resolve(operation.get("responses").get(Integer.toString(answer.status())));
        if (response == null) {
            violations.add("the status is not documented");
            return;
        }
        checkHeaders(response, answer, violations);
        JsonNode content = response.get("content");
        boolean head = answer.method().equals("HEAD");
        if (content == null || head) {
            requireNoBody(answer, violations);
        }
        if (content != null) {
            JsonNode media = content.get(answer.mediaType());
            if (media == null) {
                violations.add("the media type '" + answer.mediaType() + "' is not documented");
            } else if (!head) {
                checkBody(media.get("schema").get("$ref").asText(), answer, violations);
            }
        }
    }

    private void checkHeaders(JsonNode response, Answer answer, List<String> violations) {
        JsonNode headers = response.path("headers");
        headers.fieldNames().forEachRemaining(name -> {
            JsonNode header = resolve(headers.get(name));
            JsonNode schema = header.get("schema");
            Optional<String> value = answer.header(name);
            if (value.isEmpty() && !header.path("required").asBoolean(true)) {
                return;
            }
            boolean kept = value.isPresent()
                    && SCHEMAS.getSchema(schema)
                            .validate(JSON.getNodeFactory().textNode(value.get()))
                            .isEmpty();
            if (!kept) {
                violations.add("the header " + name + " is " + value.orElse("absent") + ", against " + schema);
            }
        });
    }

    private void checkBody(String reference, Answer answer, List<String> violations) {
        String schema = reference.substring(reference.lastIndexOf('/') + 1);
        JsonNode value;
        try {
            value = answer.mediaType().endsWith("json")
                    ? JSON.readTree(answer.body())
                    : JSON.getNodeFactory().textNode(answer.body());
        } catch (IOException e) {
            violations.add("the body is not JSON: " + e.getMessage());
            return;
        }
        violations.addAll(violations(schema, value));
        if (answer.mediaType().equals(PROBLEM)) {
            checkProblem(value, answer, violations);
        }
    }

    private static void checkProblem(JsonNode problem, Answer answer, List<String> violations) {
        if (problem.path("status").asInt() != answer.status()) {
            violations.add("the problem tells another status");
        }
        if (!answer.header("X-Trace-Id")
                .equals(Optional.of(problem.path("traceId").asText()))) {
            violations.add("the problem tells another trace than X-Trace-Id");
        }
    }

    private void requireProblem(Answer answer, int status, List<String> violations) {
        requireStatus(answer, status, violations);
        if (!answer.mediaType().equals(PROBLEM)) {
            violations.add("the media type is '" + answer.mediaType() + "', not that of a problem");
        } else if (answer.method().equals("HEAD")) {
            requireNoBody(answer, violations);
        } else {
            checkBody("Problem", answer, violations);
        }
    }

    /** Whether there was too much of something: any path may say so, and must say when to come again. */
    private static boolean isRefusalOfLoad(Answer answer) {
        return answer.status() == 429
                || (answer.status() == 503 && answer.mediaType().equals(PROBLEM));
    }

    private static void requireStatus(Answer answer, int status, List<String> violations) {
        if (answer.status() != status) {
            violations.add("the status should be " + status);
        }
    }

    private static void requireAllow(Answer answer, List<String> violations) {
        if (answer.header("Allow").isEmpty()) {
            violations.add("there is no Allow");
        }
    }

    private static void requireNoBody(Answer answer, List<String> violations) {
        if (!answer.body().isEmpty()) {
            violations.add("there should be no body");
        }
    }

    private Optional<String> template(String path) {
        List<String> templates = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(templates::add);
        // Of several that fit, the one that says more about the path.
        return templates.stream()
                .filter(template -> path.matches(Pattern.quote(template).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q")))
                .min(Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private JsonNode resolve(JsonNode node) {
        return node != null && node.has("$ref")
                ? document.at(node.get("$ref").asText().substring(1))
                : node;
    }

    private JsonSchema compile(String name) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", closedComponents);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return SCHEMAS.getSchema(schema, config);
    }

    private static void close(JsonNode node) {
        boolean open = node.path("type").asText().equals("object")
                && node.has("properties")
                && !node.has("additionalProperties");
        if (open) {
            ((ObjectNode) node).put("additionalProperties", false);
        }
        node.forEach(OpenApiContract::close);
    }
}
