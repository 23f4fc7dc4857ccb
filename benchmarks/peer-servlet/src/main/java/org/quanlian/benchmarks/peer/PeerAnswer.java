package org.quanlian.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * An answer of the size and shape of a decision, without deciding anything: what reading and writing the JSON costs.
 *
 * <p>It stands in {@code decision.json}: what the node says to the example of the contract.
 */
final class PeerAnswer {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode decision;
    private final ObjectNode service;

    PeerAnswer() throws IOException {
        try (InputStream in = PeerAnswer.class.getResourceAsStream("decision.json")) {
            decision = (ObjectNode) mapper.readTree(in);
        }
        service = (ObjectNode) decision.get("services").get(0);
    }

    /** Reads a request and writes an answer with as many services as it has. */
    byte[] to(InputStream request) throws IOException {
        JsonNode claim = mapper.readTree(request);
        ArrayNode services = mapper.createArrayNode();
        for (JsonNode claimed : claim.path("services")) {
            ObjectNode answered = services.addObject();
            answered.setAll(service);
            answered.set("id", claimed.get("id"));
        }
        ObjectNode answer = mapper.createObjectNode();
        answer.setAll(decision);
        answer.set("services", services);
        return mapper.writeValueAsBytes(answer);
    }
}
