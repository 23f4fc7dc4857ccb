package org.quanlian.vouchers.treasury;

import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;

/**
 * A budget of a year (年度预算).
 *
 * @param year the year of the policy
 * @param city whose it is; empty for the province's
 * @param amount how much it is
 * @param available what of it is free
 */
public record Budget(int year, Optional<Area> city, Money amount, Money available) {
    public Budget {
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(available, "available");
    }
}
