package org.quanlian.wire;

/** JSON Pointers (RFC 6901) that are safe to write back, whatever names a stranger sent. */
final class Pointers {
    private static final int MAX_LENGTH = 500;

    private Pointers() {}

    static String child(String parent, String name) {
        return parent + "/" + printable(name.replace("~", "~0").replace("/", "~1"));
    }

    static String child(String parent, int index) {
        return parent + "/" + index;
    }

    /** The text without control characters and unpaired surrogates, which no JSON could carry, and not too long. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH)
                .forEach(c -> printable.appendCodePoint(
                        Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                                ? '\uFFFD'
                                : c));
        return printable.toString();
    }
}
