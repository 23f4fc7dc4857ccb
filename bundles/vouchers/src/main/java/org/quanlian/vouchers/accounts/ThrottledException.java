package org.quanlian.vouchers.accounts;

import java.time.Duration;
import org.quanlian.policy.api.LocalizedText;

/** Something that is not done now and may be asked for again later: too many tries, or too many at once. */
public final class ThrottledException extends RuntimeException {
    private final String code;
    private final transient LocalizedText text;
    private final Duration retryAfter;

    /**
     * @param code stable code of the reason, for example {@code signin.attempts}
     * @param text the reason and what to do
     * @param retryAfter after how long to ask again
     */
    public ThrottledException(String code, LocalizedText text, Duration retryAfter) {
        super(code + ": " + text.en(), null, false, false);
        this.code = code;
        this.text = text;
        this.retryAfter = retryAfter;
    }

    /** Stable code of the reason. */
    public String code() {
        return code;
    }

    /** The reason and what to do. */
    public LocalizedText text() {
        return text;
    }

    /** After how long to ask again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
