package org.quanlian.policy.engine;

import org.quanlian.policy.api.LocalizedText;

/** A pack that could not be installed or removed; the text says why and what to do. */
public final class PackRefusedException extends RuntimeException {
    private final transient LocalizedText text;

    /**
     * A refusal.
     *
     * @param text why, and what to do
     */
    public PackRefusedException(LocalizedText text) {
        super(text.zh() + " / " + text.en());
        this.text = text;
    }

    /** Why, and what to do. */
    public LocalizedText text() {
        return text;
    }
}
