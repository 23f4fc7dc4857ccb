package org.quanlian.cli.console;

import java.util.ArrayList;
import java.util.List;

/** A table for a terminal, where a Chinese character is as wide as two Latin ones. */
final class TextTable {
    private static final String GAP = "  ";

    /** Wide and full-width characters that occur in Chinese text. Source: Unicode Standard Annex 11. */
    private static final List<Range> WIDE = List.of(
            new Range(0x2E80, 0x303E),
            new Range(0x3041, 0xA4CF),
            new Range(0xAC00, 0xD7A3),
            new Range(0xF900, 0xFAFF),
            new Range(0xFE30, 0xFE6F),
            new Range(0xFF00, 0xFF60),
            new Range(0xFFE0, 0xFFE6),
            new Range(0x20000, 0x3FFFD));

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The table, one line a row. */
    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int index = column;
            widths.add(
                    rows.stream().mapToInt(row -> width(row.get(index))).max().orElse(0));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell)
                        .append(" ".repeat(widths.get(column) - width(cell)))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        return WIDE.stream().anyMatch(range -> range.contains(character)) ? 2 : 1;
    }

    private record Range(int first, int last) {
        boolean contains(int character) {
            return character >= first && character <= last;
        }
    }
}
