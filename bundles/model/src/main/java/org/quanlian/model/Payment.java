package org.quanlian.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A payment that the applicant made for a service (资金支付).
 *
 * @param paidOn day of payment
 * @param amount amount in yuan
 */
public record Payment(LocalDate paidOn, Money amount) {
    /** @throws InvalidValueException {@code money.negative} */
    public Payment {
        Objects.requireNonNull(paidOn, "paidOn");
        Amounts.requireNotNegative(amount);
    }
}
