package org.quanlian.vouchers.exchange;

import java.util.Objects;
import org.quanlian.policy.api.LocalizedText;

/**
 * Why a message was not taken or not brought (投递问题).
 *
 * @param code stable code, at most {@value #MAX_CODE} characters
 * @param text the reason and what to do, in both languages; at most {@value #MAX_TEXT} characters each
 */
public record DeliveryProblem(String code, LocalizedText text) {
    /** How long a code may be. */
    public static final int MAX_CODE = 70;
    /** How long a text may be. */
    public static final int MAX_TEXT = 2_000;

    /** @throws IllegalArgumentException when it is too long to be kept */
    public DeliveryProblem {
        Objects.requireNonNull(text, "text");
        if (code.length() > MAX_CODE
                || text.zh().length() > MAX_TEXT
                || text.en().length() > MAX_TEXT) {
            throw new IllegalArgumentException("a problem is too long to be kept: " + code);
        }
    }
}
