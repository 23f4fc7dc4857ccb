package org.quanlian.vouchers.accounts;

import org.quanlian.policy.api.LocalizedText;

/** It is not known who asks: there is no token, or none that is valid, or the credentials are wrong. */
public final class UnauthenticatedException extends RuntimeException {
    private final String code;
    private final transient LocalizedText text;

    /**
     * @param code stable code of the reason, for example {@code token.expired}
     * @param text the reason and what to do
     */
    public UnauthenticatedException(String code, LocalizedText text) {
        super(code + ": " + text.en(), null, false, false);
        this.code = code;
        this.text = text;
    }

    /** Stable code of the reason. */
    public String code() {
        return code;
    }

    /** The reason and what to do. */
    public LocalizedText text() {
        return text;
    }
}
