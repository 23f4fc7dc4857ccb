package org.quanlian.itests.year;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.quanlian.itests.NodeClient;
import org.quanlian.rest.OpenApiContract;

/** A node over HTTP, each of whose answers is held to the OpenAPI document that it serves itself. */
public final class HeldNode {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeClient client;
    private final OpenApiContract contract;

    /** The node on that port of this machine. */
    public HeldNode(int port) {
        client = new NodeClient(port);
        contract = new OpenApiContract(client.get("/api/v1/openapi.yaml").body());
    }

    /** The answer to a request; headers are names and values in turn. */
    public Answer ask(String method, String path, BodyPublisher body, List<String> headers) {
        HttpResponse<String> response = client.send(method, path, body, headers);
        contract.check(new OpenApiContract.Answer(
                method,
                path.split("\\?", 2)[0],
                response.statusCode(),
                response.headers().map(),
                response.body()));
        return new Answer(
                method + " " + path,
                response.statusCode(),
                response.body(),
                response.headers().firstValue("ETag"));
    }

    /** What is at a path, as it is, with its status. */
    public HttpResponse<byte[]> bytes(String path, List<String> headers) {
        return client.bytes(path, headers);
    }

    /**
     * An answer that keeps the contract.
     *
     * @param to what was asked
     * @param status its status
     * @param text its body
     * @param tag its entity tag
     */
    public record Answer(String to, int status, String text, Optional<String> tag) {
        /** The body; missing when there is none. */
        public JsonNode json() {
            try {
                return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A member of the body. */
        public String at(String pointer) {
            return json().at(pointer).asText();
        }
    }
}
