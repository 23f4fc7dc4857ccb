package org.quanlian.model;

/** Checks on amounts. */
final class Amounts {
    private Amounts() {}

    static Money requireNotNegative(Money amount) {
        if (amount.isNegative()) {
            throw new InvalidValueException("money.negative", "this amount must not be negative");
        }
        return amount;
    }
}
