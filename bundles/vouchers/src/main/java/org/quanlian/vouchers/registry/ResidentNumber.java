package org.quanlian.vouchers.registry;

import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;

/**
 * The number of a resident identity card (公民身份号码), as it comes in. It is never kept: see {@link Representative}.
 *
 * <p>Source: GB 11643-1999. 17 digits and a check character, 0–9 or X.
 */
public final class ResidentNumber {
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int VISIBLE_HEAD = 6;
    private static final int VISIBLE_TAIL = 4;

    private final String value;

    /** @throws InvalidValueException {@code resident.format} or {@code resident.check} */
    public ResidentNumber(String value) {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException(
                    "resident.format", "an identity card number has 17 digits and a digit or X at its end");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        if (CHECKS.charAt(sum % CHECKS.length()) != value.charAt(WEIGHTS.length)) {
            throw new InvalidValueException(
                    "resident.check", "the last character of the identity card number does not fit the rest");
        }
        this.value = value;
    }

    /** The number with its middle hidden: the first 6 and last 4 characters stay. */
    public String masked() {
        return value.substring(0, VISIBLE_HEAD)
                + "*".repeat(value.length() - VISIBLE_HEAD - VISIBLE_TAIL)
                + value.substring(value.length() - VISIBLE_TAIL);
    }

    String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidentNumber number && number.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Masked, so that no log ever has the number. */
    @Override
    public String toString() {
        return masked();
    }
}
