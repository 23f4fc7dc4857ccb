package org.quanlian.vouchers.claims;

import org.quanlian.model.InvalidValueException;

/** The form of reasons and comments: texts of some lines that people type (理由、意见). */
public final class Reasons {
    /** The most characters that such a text may have. */
    public static final int MAX_LENGTH = 1000;

    private Reasons() {}

    /**
     * The text itself, when it is not blank, not too long, and can be printed and stored.
     *
     * @throws InvalidValueException {@code text.blank}, {@code text.length} or {@code text.control}
     */
    public static String require(String text) {
        if (text.isBlank()) {
            throw new InvalidValueException("text.blank", "a text must not be blank");
        }
        return requireOrEmpty(text);
    }

    /**
     * The text itself, which may be empty.
     *
     * @throws InvalidValueException {@code text.length} or {@code text.control}
     */
    public static String requireOrEmpty(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("text.length", "a reason has at most 1000 characters", MAX_LENGTH);
        }
        requirePrintable(text);
        return text;
    }

    static void requirePrintable(String text) {
        if (text.codePoints().anyMatch(Reasons::isUnprintable)) {
            throw new InvalidValueException("text.control", "a text has no control characters but line ends and tabs");
        }
    }

    private static boolean isUnprintable(int character) {
        boolean unpairedSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        return unpairedSurrogate || (Character.isISOControl(character) && !layout);
    }
}
