package org.quanlian.vouchers.relations;

import java.math.BigDecimal;
import org.quanlian.model.InvalidValueException;

/**
 * A part of a firm (持股比例), exact to a ten-thousandth of a per cent.
 *
 * @param millionths the part in millionths of the whole, between 1 and 1 000 000
 */
public record Share(int millionths) implements Comparable<Share> {
    /** All of it. */
    public static final Share WHOLE = new Share(1_000_000);

    private static final int PER_CENT = 10_000;
    private static final int DECIMALS = 4;
    private static final int MAX_TEXT = 12;

    /** @throws InvalidValueException {@code share.range} */
    public Share {
        if (millionths < 1 || millionths > 1_000_000) {
            throw new InvalidValueException("share.range", "a share is more than 0 and at most 100 per cent");
        }
    }

    /**
     * Reads per cent with at most four decimals, with or without the sign: {@code 51}, {@code 33.34%}.
     *
     * @throws InvalidValueException {@code share.format} or {@code share.range}
     */
    public static Share ofPercent(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (number.length() > MAX_TEXT || !number.matches("[0-9]+(\\.[0-9]{1,4})?")) {
            throw new InvalidValueException(
                    "share.format", "a share is per cent with at most four decimals, such as 51.5");
        }
        BigDecimal millionths = new BigDecimal(number).movePointRight(DECIMALS);
        if (millionths.compareTo(BigDecimal.valueOf(WHOLE.millionths)) > 0) {
            throw new InvalidValueException("share.range", "a share is more than 0 and at most 100 per cent");
        }
        return new Share(millionths.intValueExact());
    }

    /** Per cent, without needless zeros, for example {@code 33.34}. */
    public String percent() {
        BigDecimal percent = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
        return percent.setScale(Math.max(percent.scale(), 0)).toPlainString();
    }

    /** Whether it is at least so many per cent. */
    public boolean isAtLeast(int percent) {
        return millionths >= percent * PER_CENT;
    }

    @Override
    public int compareTo(Share other) {
        return Integer.compare(millionths, other.millionths);
    }
}
