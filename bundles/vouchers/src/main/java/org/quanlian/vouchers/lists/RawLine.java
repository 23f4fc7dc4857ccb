package org.quanlian.vouchers.lists;

import java.util.Map;

/**
 * A line of a list as it came in.
 *
 * @param number where it stands in the file; the heading is line 1
 * @param fields the fields that are not blank, stripped, by the heading of their column
 */
public record RawLine(long number, Map<String, String> fields) {
    public RawLine {
        fields = Map.copyOf(fields);
    }
}
