package org.quanlian.documents.internal.content;

import java.util.List;
import java.util.Objects;

/** A part of a paper. */
public sealed interface Block {
    /** A heading. */
    record Heading(String text) implements Block {
        public Heading {
            Objects.requireNonNull(text, "text");
        }
    }

    /** What is known of one thing: labels with their values. */
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A label with its value.
     *
     * @param label the label
     * @param value the value
     * @param wide whether it takes a line of its own
     */
    record Field(String label, Cell value, boolean wide) {
        public Field {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(value, "value");
        }

        /** A field beside another. */
        public static Field of(String label, Cell value) {
            return new Field(label, value, false);
        }

        /** A field on a line of its own. */
        public static Field wide(String label, Cell value) {
            return new Field(label, value, true);
        }
    }

    /**
     * A table, whose headings stand on each page.
     *
     * @param columns its columns
     * @param rows its rows, each with a value a column
     * @param total its last row; empty when it has none
     */
    record Table(List<Column> columns, List<List<Cell>> rows, List<Cell> total) implements Block {
        /** @throws IllegalArgumentException when a row has more or fewer values than there are columns */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            total = List.copyOf(total);
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width) || (!total.isEmpty() && total.size() != width)) {
                throw new IllegalArgumentException("a row has a value for each of the " + width + " columns");
            }
        }
    }

    /** A remark in small letters. */
    record Note(String text) implements Block {
        public Note {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Places beside one another where people sign and seal by hand. */
    record Signatures(List<Place> places) implements Block {
        public Signatures {
            places = List.copyOf(places);
        }
    }

    /**
     * A place to sign.
     *
     * @param heading what is signed
     * @param lines what is to be filled in
     */
    record Place(String heading, List<String> lines) {
        public Place {
            Objects.requireNonNull(heading, "heading");
            lines = List.copyOf(lines);
        }
    }
}
