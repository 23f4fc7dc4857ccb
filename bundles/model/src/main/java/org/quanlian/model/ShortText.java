package org.quanlian.model;

/** The form of short texts that people type, such as names and contract numbers. */
public final class ShortText {
    /** The most characters that a short text may have. */
    public static final int MAX_LENGTH = 200;

    private ShortText() {}

    /**
     * The text itself, when it is not blank, not too long, and made of characters that can be printed and stored.
     *
     * @throws InvalidValueException {@code text.blank}, {@code text.length} or {@code text.control}
     */
    public static String require(String text) {
        if (text.isBlank()) {
            throw new InvalidValueException("text.blank", "a text must not be blank");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("text.length", "a text has at most 200 characters", MAX_LENGTH);
        }
        if (text.codePoints().anyMatch(ShortText::isUnprintable)) {
            throw new InvalidValueException("text.control", "a text has no control characters");
        }
        return text;
    }

    private static boolean isUnprintable(int character) {
        boolean unpairedSurrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return unpairedSurrogate || Character.isISOControl(character);
    }
}
