package org.quanlian.vouchers.catalogue;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text is found by. Chinese has no spaces between words, so that each two characters that stand side by side are
 * a term; words in other scripts, and numbers, are terms as they are. Width and case of letters do not matter
 * (NFKC, lower case).
 */
public final class CatalogueTerms {
    /** The most characters that a term has. */
    public static final int MAX_TERM = 32;

    /** The most terms of a question; the rest of it is not looked at. */
    public static final int MAX_QUESTION = 64;

    private CatalogueTerms() {}

    /**
     * The terms under which texts are kept. The last character of each Chinese run is a term too, so that every single
     * character begins one.
     */
    public static Set<String> of(Collection<String> texts) {
        Set<String> terms = new LinkedHashSet<>();
        texts.forEach(text -> split(text, terms, true));
        return terms;
    }

    /** The terms of a question, not more than {@link #MAX_QUESTION}; a Chinese character that stands alone is one. */
    public static Set<String> ofQuestion(String question) {
        Set<String> terms = new LinkedHashSet<>();
        split(question, terms, false);
        return terms.stream().limit(MAX_QUESTION).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a term of a question is a Chinese character that stood alone: it means every term that begins so. */
    public static boolean isPrefix(String term) {
        return term.codePointCount(0, term.length()) == 1 && isHan(term.codePointAt(0));
    }

    private static void split(String text, Set<String> terms, boolean withLast) {
        int[] run = fold(text).codePoints().toArray();
        int start = 0;
        while (start < run.length) {
            int end = start + 1;
            if (isHan(run[start])) {
                while (end < run.length && isHan(run[end])) {
                    end++;
                }
                pairs(run, start, end, terms, withLast);
            } else if (Character.isLetterOrDigit(run[start])) {
                while (end < run.length && !isHan(run[end]) && isWordPart(run[end])) {
                    end++;
                }
                terms.add(cut(new String(run, start, end - start)));
            }
            start = end;
        }
    }

    private static void pairs(int[] run, int start, int end, Set<String> terms, boolean withLast) {
        for (int i = start; i + 1 < end; i++) {
            terms.add(new String(run, i, 2));
        }
        if (withLast || end - start == 1) {
            terms.add(new String(run, end - 1, 1));
        }
    }

    private static String fold(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static boolean isHan(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && Character.isLetter(c);
    }

    private static boolean isWordPart(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Cut to the length of a term, never within a character. */
    private static String cut(String word) {
        if (word.length() <= MAX_TERM) {
            return word;
        }
        int end = Character.isHighSurrogate(word.charAt(MAX_TERM - 1)) ? MAX_TERM - 1 : MAX_TERM;
        return word.substring(0, end);
    }
}
