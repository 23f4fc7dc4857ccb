package org.quanlian.vouchers.orders;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How numbers of papers are compared: by their letters and digits alone, so that the width of characters (全角、半角), white
 * space, separators, brackets and the case of letters make no difference.
 */
final class Writing {
    private Writing() {}

    /** The letters and digits of a text, in their plainest form; empty when it has none. */
    static String plain(String text) {
        // Twice: what is folded may be unfolded by the change of case, as ß or the ligature ﬁ.
        String folded = fold(fold(text));
        StringBuilder plain = new StringBuilder(folded.length());
        folded.codePoints().forEach(character -> {
            int digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
            if (digit >= 0) {
                plain.append((char) ('0' + digit));
            } else if (Character.isLetterOrDigit(character)) {
                plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }

    private static String fold(String text) {
        // Small first: ẞ is a capital already, and only its small ß becomes SS.
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT);
    }
}
