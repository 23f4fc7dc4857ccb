package org.quanlian.model;

/** Checks on short texts that people type: not blank, bounded, without control characters. */
final class Text {
    static final int MAX_LENGTH = 200;

    private Text() {}

    static String require(String text) {
        if (text.isBlank()) {
            throw new InvalidValueException("text.blank", "a text must not be blank");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidValueException("text.length", "a text has at most 200 characters", MAX_LENGTH);
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException("text.control", "a text has no control characters");
        }
        return text;
    }
}
