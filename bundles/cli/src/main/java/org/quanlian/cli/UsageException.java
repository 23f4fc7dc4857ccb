package org.quanlian.cli;

import org.quanlian.policy.api.LocalizedText;

/** Arguments that make no sense; the text says what to write instead. */
public final class UsageException extends RuntimeException {
    private final transient LocalizedText text;

    /** @param text what is wrong and what to write instead */
    public UsageException(LocalizedText text) {
        super(text.en());
        this.text = text;
    }

    /** What is wrong and what to write instead. */
    public LocalizedText text() {
        return text;
    }
}
