package org.quanlian.policy.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.quanlian.model.Money;

/**
 * A share of an amount (比例) between 0 and 1, exact to a ten-thousandth.
 *
 * @param tenThousandths the share in ten-thousandths: 5000 is one half
 */
public record Ratio(int tenThousandths) {
    private static final int WHOLE = 10_000;
    private static final Pattern FORM = Pattern.compile("0\\.\\d{1,4}|1(\\.0{1,4})?|0");

    public Ratio {
        if (tenThousandths < 0 || tenThousandths > WHOLE) {
            throw new IllegalArgumentException("a ratio lies between 0 and 1");
        }
    }

    /**
     * Reads a decimal between 0 and 1 with at most four decimals, for example {@code 0.50}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Ratio parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a ratio is a decimal between 0 and 1 such as 0.50, not '" + text + "'");
        }
        String decimals = text.length() > 2 ? text.substring(2) : "";
        return new Ratio(Integer.parseInt(text.charAt(0) + (decimals + "0000").substring(0, 4)));
    }

    /** This share of an amount that is not negative, rounded down to the fen. */
    public Money ofDown(Money amount) {
        long fen = amount.fen();
        if (fen < 0) {
            throw new IllegalArgumentException("a share is taken of an amount that is not negative, not of " + amount);
        }
        return new Money(fen / WHOLE * tenThousandths + fen % WHOLE * tenThousandths / WHOLE);
    }

    /** What this share leaves of the whole. */
    public Ratio complement() {
        return new Ratio(WHOLE - tenThousandths);
    }

    /** The share in per cent, for people: {@code 50%}, {@code 12.5%}. */
    @Override
    public String toString() {
        return BigDecimal.valueOf(tenThousandths, 2).stripTrailingZeros().toPlainString() + "%";
    }
}
