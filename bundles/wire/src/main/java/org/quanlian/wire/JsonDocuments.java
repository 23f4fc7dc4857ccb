package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Turns bytes from strangers into a JSON tree, within limits of size and depth. */
final class JsonDocuments {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 30;
    private static final int MAX_STRING_LENGTH = 2_000;
    private static final int MAX_NAME_LENGTH = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Names come from strangers: to intern or to share them would let one request cost the next ones.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    private static final ObjectReader TREES =
            JsonMapper.builder(FACTORY).build().readerFor(JsonNode.class);

    private JsonDocuments() {}

    static JsonNode parse(byte[] bytes, int maxBytes) {
        Errors errors = new Errors();
        if (bytes.length > maxBytes) {
            errors.add("", "json.size", maxBytes);
            throw errors.asException();
        }
        String text = decode(bytes, errors);
        if (text.isBlank()) {
            errors.add("", "json.empty");
            throw errors.asException();
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parse(parser, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(JsonParser parser, Errors errors) throws IOException {
        try {
            JsonNode root = TREES.readValue(parser);
            if (parser.nextToken() != null) {
                errors.add("", "json.trailing");
                throw errors.asException();
            }
            return root;
        } catch (StreamConstraintsException e) {
            errors.add(pointer(parser), "json.limit", MAX_DEPTH, MAX_STRING_LENGTH, MAX_NUMBER_LENGTH);
        } catch (JsonProcessingException e) {
            boolean duplicate = e.getOriginalMessage().startsWith("Duplicate field");
            errors.add(
                    pointer(parser),
                    duplicate ? "json.duplicate" : "json.syntax",
                    e.getLocation().getLineNr(),
                    e.getLocation().getColumnNr());
        }
        throw errors.asException();
    }

    private static String decode(byte[] bytes, Errors errors) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK) {
                return text;
            }
        } catch (CharacterCodingException e) {
            errors.add("", "json.encoding");
            throw errors.asException();
        }
        errors.add("", "json.encoding");
        throw errors.asException();
    }

    private static String pointer(JsonParser parser) {
        return Pointer.printable(parser.getParsingContext().pathAsPointer().toString());
    }
}
