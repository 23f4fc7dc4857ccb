package org.quanlian.policy.api;

import java.util.Objects;

/** A text for people, in Chinese and in English. */
public record LocalizedText(String zh, String en) {
    public LocalizedText {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }
}
