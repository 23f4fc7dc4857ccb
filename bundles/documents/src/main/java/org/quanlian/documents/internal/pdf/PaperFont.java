package org.quanlian.documents.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of papers: Noto Sans SC, with the characters of GBK that are not traditional forms, and some of names (SIL
 * Open Font License 1.1; see {@code docs/papers.md}). What it can't show stands as {@code 〓}, the printers' sign for a
 * character that is not in the case, and is told by its code point.
 */
final class PaperFont {
    /** Name of the font in style sheets. */
    static final String FAMILY = "Paper";

    /** Stands for each character that the font does not have. */
    static final char MISSING = '〓';

    private static final String FILE = "NotoSansSC-Regular.subset.ttf";

    /** The last code point of the planes in which fonts for people have characters. */
    private static final int LAST = 0x3FFFF;

    private final byte[] file;
    private final BitSet characters = new BitSet();

    PaperFont() {
        try (InputStream in = PaperFont.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no " + FILE);
            }
            file = in.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
                CmapLookup glyphs = font.getUnicodeCmapLookup();
                for (int c = ' '; c <= LAST; c++) {
                    characters.set(c, glyphs.getGlyphId(c) != 0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the font, anew. */
    InputStream open() {
        return new java.io.ByteArrayInputStream(file);
    }

    /**
     * A text with what the font does not have replaced; line breaks stay.
     *
     * @param missing takes the code points that were replaced
     */
    String shown(String text, Set<Integer> missing) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || characters.get(c)) {
                shown.appendCodePoint(c);
            } else if (Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                // Nothing that one would see; a direction mark must not turn a name around.
                shown.append("");
            } else {
                missing.add(c);
                shown.append(MISSING);
            }
        });
        return shown.toString();
    }

    /** A set that keeps code points in the order in which they were missed. */
    static Set<Integer> noneMissing() {
        return new LinkedHashSet<>();
    }
}
