package org.quanlian.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** Requests and answers as JSON. */
final class Requests {
    static final String SHANXI_2025 = "/api/v1/policies/140000/2025";
    static final String ASSESSMENTS = SHANXI_2025 + "/assessments";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Requests() {}

    /** The claim that the contract shows: everything in order, 60 000 yuan. */
    static String claim() {
        return claim(whole -> {});
    }

    /** The same claim with a change. */
    static String claim(Consumer<ObjectNode> change) {
        ObjectNode claim = OpenApiContract.shipped()
                .document()
                .at("/components/schemas/Claim/examples/0")
                .deepCopy();
        change.accept(claim);
        return claim.toString();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
