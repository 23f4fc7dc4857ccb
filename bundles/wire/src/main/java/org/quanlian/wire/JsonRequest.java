package org.quanlian.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** The JSON body of a request, read whole or refused with everything that is wrong in it. */
public final class JsonRequest {
    private JsonRequest() {}

    /**
     * Reads a body that is one object.
     *
     * @param json UTF-8 without a byte order mark
     * @param maxBytes the most bytes that it may have
     * @param reading asks the object for its members; empty when something is wrong, which it noted
     * @throws InvalidRequestException listing every invalid field with its JSON Pointer
     */
    public static <T> T read(byte[] json, int maxBytes, Function<JsonObject, Optional<T>> reading) {
        JsonNode root = JsonDocuments.parse(json, maxBytes);
        Errors errors = new Errors();
        Optional<T> value = JsonObject.read(root, Pointer.ROOT, errors, reading);
        if (errors.any()) {
            throw errors.asException();
        }
        return value.orElseThrow(() -> new IllegalStateException("a request without errors was not built"));
    }

    /**
     * Reads a body that has nothing to say: an object without members.
     *
     * @throws InvalidRequestException when it says something
     */
    public static void readEmpty(byte[] json, int maxBytes) {
        read(json, maxBytes, object -> Optional.of(true));
    }
}
