package org.quanlian.exchange.message;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;

/**
 * The one way to write a JSON value (规范化 JSON), RFC 8785: members in the order of their UTF-16 code units, no space, the
 * shortest escapes. Of numbers only integers that every JSON reader keeps exactly (RFC 7493, I-JSON) are taken; money
 * and ratios are texts in messages, so nothing here depends on how a double is printed.
 */
public final class CanonicalJson {
    /** The greatest integer that a double holds exactly: 2⁵³ − 1. */
    public static final long MAX_INTEGER = 9_007_199_254_740_991L;

    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The bytes of a value, in UTF-8.
     *
     * @throws RefusedMessageException {@code json.number} for a number that is no integer or too big, {@code
     *     json.surrogate} for a text that is no Unicode
     */
    public static byte[] write(JsonNode value) {
        CanonicalJson writer = new CanonicalJson();
        writer.value(value);
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(writer.out));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (CharacterCodingException e) {
            throw new RefusedMessageException(Refusals.lasting("json.surrogate"), e);
        }
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> text(value.textValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            default -> throw new IllegalArgumentException("JSON has no " + value.getNodeType());
        }
    }

    private void object(JsonNode object) {
        List<String> names = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(names::add);
        // The order of strings in Java is that of their UTF-16 code units.
        Collections.sort(names);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            text(names.get(i));
            out.append(':');
            value(object.get(names.get(i)));
        }
        out.append('}');
    }

    private void array(JsonNode array) {
        out.append('[');
        for (Iterator<JsonNode> items = array.elements(); items.hasNext(); ) {
            value(items.next());
            if (items.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void number(JsonNode number) {
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() > MAX_INTEGER
                || number.longValue() < -MAX_INTEGER) {
            throw new RefusedMessageException(Refusals.lasting("json.number"));
        }
        out.append(number.longValue());
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
