package org.quanlian.vouchers.claims;

import java.util.Objects;
import org.quanlian.model.InvalidValueException;

/**
 * Something that is wrong with a claim and has to be corrected (补正事项).
 *
 * @param at what is wrong: the name of a paper ({@link org.quanlian.model.ClaimMaterial}), or the JSON Pointer of a fact in
 *     the assessment contract's request, for example {@code /services/0/invoices}; empty for the claim as a whole
 * @param text what is wrong and what to do
 */
public record Correction(String at, String text) {
    /** The most characters that {@link #at} may have. */
    public static final int MAX_AT = 200;

    /** The most that one return may list. */
    public static final int MAX = 50;

    /** @throws InvalidValueException {@code text.*} */
    public Correction {
        Objects.requireNonNull(at, "at");
        Reasons.require(text);
        if (at.length() > MAX_AT) {
            throw new InvalidValueException("text.length", "what is wrong is named in 200 characters", MAX_AT);
        }
        Reasons.requirePrintable(at);
    }
}
