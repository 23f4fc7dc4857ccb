package org.quanlian.documents.internal.content;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param label its heading
 * @param width its part of the table's width, in percent
 * @param align where its values stand
 */
public record Column(String label, int width, Align align) {
    /** Where values stand. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public Column {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(align, "align");
        if (width < 1 || width > 100) {
            throw new IllegalArgumentException("a column takes 1 to 100 percent, not " + width);
        }
    }

    /** A column of texts. */
    public static Column text(String label, int width) {
        return new Column(label, width, Align.LEFT);
    }

    /** A column of short things such as places and days. */
    public static Column centred(String label, int width) {
        return new Column(label, width, Align.CENTRE);
    }

    /** A column of amounts. */
    public static Column amount(String label, int width) {
        return new Column(label, width, Align.RIGHT);
    }
}
