package org.quanlian.vouchers.audit;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * JSON in the one form that it has when everybody is to get the same bytes: members sorted, no blanks, the shortest
 * escapes. Of JSON it knows objects, lists, texts, whole numbers and {@code null}.
 *
 * <p>Source: RFC 8785 (JSON Canonicalization Scheme), for the values that it knows and names in ASCII.
 */
public final class CanonicalJson {
    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** A value's canonical text. */
    public static String text(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    /** A value's canonical bytes, in UTF-8. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Long || value instanceof Integer) {
            out.append(value);
        } else if (value instanceof SortedMap<?, ?> members) {
            members(members);
        } else if (value instanceof List<?> items) {
            items(items);
        } else {
            throw new IllegalArgumentException("no canonical form for a " + value.getClass());
        }
    }

    private void members(SortedMap<?, ?> members) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> each = members.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<?, ?> member = each.next();
            string((String) member.getKey());
            out.append(':');
            value(member.getValue());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append('}');
    }

    private void items(List<?> items) {
        out.append('[');
        Iterator<?> each = items.iterator();
        while (each.hasNext()) {
            value(each.next());
            if (each.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
