package org.quanlian.model;

/**
 * An amount of renminbi (金额), exact to the fen; may be negative, as on a red-letter invoice.
 *
 * <p>Text is yuan with at most two decimals, for example {@code 120000.00}. At most twelve digits stand before the
 * decimal point, so that no sum over a claim within its limits can overflow.
 *
 * @param fen the amount in fen (1 yuan = 100 fen)
 */
public record Money(long fen) implements Comparable<Money> {
    /** Nothing. */
    public static final Money ZERO = new Money(0);

    private static final int MAX_YUAN_DIGITS = 12;
    private static final int FEN_PER_YUAN = 100;

    /** An amount of whole yuan. */
    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN_PER_YUAN));
    }

    /**
     * Reads yuan with at most two decimals: {@code 0}, {@code 12.5}, {@code -120000.00}. No sign but minus, no leading
     * zeros, no exponent, no separators.
     *
     * @throws InvalidValueException {@code money.format} or {@code money.size}
     */
    public static Money parse(String yuan) {
        int length = yuan.length();
        int start = length > 0 && yuan.charAt(0) == '-' ? 1 : 0;
        int point = yuan.indexOf('.');
        int end = point < 0 ? length : point;
        int decimals = point < 0 ? 0 : length - point - 1;
        boolean wellFormed = end > start
                && (point < 0 || decimals == 1 || decimals == 2)
                && digits(yuan, start, end)
                && digits(yuan, point < 0 ? length : point + 1, length)
                && (yuan.charAt(start) != '0' || end - start == 1);
        if (!wellFormed) {
            throw new InvalidValueException(
                    "money.format", "an amount is yuan with at most two decimals, such as 120000.00");
        }
        if (end - start > MAX_YUAN_DIGITS) {
            throw new InvalidValueException(
                    "money.size", "an amount has at most 12 digits before the decimal point", MAX_YUAN_DIGITS);
        }
        long fen = Long.parseLong(yuan, start, end, 10) * FEN_PER_YUAN;
        if (decimals > 0) {
            long fraction = Long.parseLong(yuan, point + 1, length, 10);
            fen += decimals == 1 ? fraction * 10 : fraction;
        }
        return new Money(start == 1 ? -fen : fen);
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** This amount and another together. */
    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** This amount less another. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    /** The smaller of two amounts. */
    public Money min(Money other) {
        return fen <= other.fen ? this : other;
    }

    /** This amount, or nothing when it is negative. */
    public Money atLeastZero() {
        return fen < 0 ? ZERO : this;
    }

    /** Whether this is more than nothing. */
    public boolean isPositive() {
        return fen > 0;
    }

    /** Whether this is less than nothing. */
    public boolean isNegative() {
        return fen < 0;
    }

    /** Whether this is exactly nothing. */
    public boolean isZero() {
        return fen == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Yuan with exactly two decimals, for example {@code -0.05}. */
    @Override
    public String toString() {
        long yuan = fen / FEN_PER_YUAN;
        long rest = Math.abs(fen % FEN_PER_YUAN);
        return (fen < 0 && yuan == 0 ? "-0" : Long.toString(yuan)) + (rest < 10 ? ".0" : ".") + rest;
    }
}
