package org.quanlian.vouchers.integrity;

import java.math.BigInteger;
import org.quanlian.model.Money;

/**
 * An amount divided between province and city as what they have in it: the city's part is rounded down to the fen, so that
 * the odd fen goes to the province, which paid it. What is divided bit by bit comes to the same in the end.
 *
 * @param province the province's part
 * @param city the city's part
 */
public record ClawbackParts(Money province, Money city) {
    /**
     * Divides an amount.
     *
     * @param amount the amount: no more than both have
     * @param ofProvince what the province has in it
     * @param ofCity what the city has in it
     */
    static ClawbackParts divide(Money amount, Money ofProvince, Money ofCity) {
        Money whole = ofProvince.plus(ofCity);
        if (!amount.isPositive() || amount.compareTo(whole) > 0) {
            throw new IllegalArgumentException(amount + " can't be divided of " + whole);
        }
        Money city = new Money(BigInteger.valueOf(amount.fen())
                .multiply(BigInteger.valueOf(ofCity.fen()))
                .divide(BigInteger.valueOf(whole.fen()))
                .longValueExact());
        return new ClawbackParts(amount.minus(city), city);
    }

    /** Both parts together. */
    public Money total() {
        return province.plus(city);
    }
}
