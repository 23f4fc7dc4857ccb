package org.quanlian.vouchers.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name under which people know a document: shown, and never used to find a file. */
final class DisplayName {
    private static final int MAX_LENGTH = 120;

    /** What Windows takes for a device, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private static final String FORBIDDEN = "<>:\"|?*%";

    private DisplayName() {}

    /**
     * What can be shown of a name that somebody typed: its last part, without characters that control, hide or turn text
     * round, and ending as files of its type do.
     */
    static String of(String typed, DocumentType type) {
        String last = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        StringBuilder shown = new StringBuilder();
        last.codePoints()
                .filter(character -> !hides(character) && FORBIDDEN.indexOf(character) < 0)
                .limit(MAX_LENGTH)
                .forEach(shown::appendCodePoint);
        // Dots and spaces in whatever order: a name that begins with a dot is a hidden one.
        String name = shown.toString().replaceFirst("^[.\\s\\p{Z}]+", "").strip();
        if (DEVICE.matcher(name).matches()) {
            name = "_" + name;
        }
        String usual = type.extensions().get(0);
        if (name.isEmpty()) {
            return "document." + usual;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = type.extensions().stream()
                .anyMatch(extension -> lower.endsWith("." + extension) && lower.length() > extension.length() + 1);
        return fits ? name : name + "." + usual;
    }

    private static boolean hides(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
