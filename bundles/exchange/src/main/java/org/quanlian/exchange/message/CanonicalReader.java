package org.quanlian.exchange.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;

/** Reads JSON objects that came from elsewhere, and takes them only as {@link CanonicalJson} writes them. */
public final class CanonicalReader {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NUMBER_LENGTH = 17;
    private static final int MAX_NAME_LENGTH = 200;

    private final int maxBytes;
    private final ObjectReader trees;

    /**
     * @param maxBytes the most bytes that are read
     * @param maxText the most characters that a text may have
     */
    public CanonicalReader(int maxBytes, int maxText) {
        this.maxBytes = maxBytes;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxStringLength(maxText)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // Names come from elsewhere: to intern or to share them would let one message cost the next ones.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        trees = JsonMapper.builder(factory).build().readerFor(JsonNode.class);
    }

    /**
     * The object that bytes say.
     *
     * @throws RefusedMessageException {@code json.size}, {@code json.limit}, {@code json.syntax}, {@code json.object},
     *     {@code json.canonical}, or what {@link CanonicalJson#write} says
     */
    public ObjectNode read(byte[] bytes) {
        if (bytes.length > maxBytes) {
            throw new RefusedMessageException(Refusals.lasting("json.size", maxBytes));
        }
        JsonNode tree = parse(bytes);
        if (!(tree instanceof ObjectNode object)) {
            throw new RefusedMessageException(Refusals.lasting("json.object"));
        }
        // Another writing of the same values would be other bytes, with another digest: there must be one of each.
        if (!Arrays.equals(CanonicalJson.write(object), bytes)) {
            throw new RefusedMessageException(Refusals.lasting("json.canonical"));
        }
        return object;
    }

    private JsonNode parse(byte[] bytes) {
        try (JsonParser parser = trees.getFactory().createParser(text(bytes))) {
            JsonNode tree = trees.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw new RefusedMessageException(Refusals.lasting("json.syntax"));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new RefusedMessageException(Refusals.lasting("json.limit", MAX_DEPTH), e);
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw new RefusedMessageException(Refusals.lasting("json.syntax"), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decoded here, because Jackson lets broken UTF-8 pass in names. */
    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
