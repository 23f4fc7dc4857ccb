package org.quanlian.vouchers.treasury;

import java.util.Objects;
import org.quanlian.model.Area;
import org.quanlian.model.Money;

/**
 * Where the money of a city's claims stands in a year (市级资金报表).
 *
 * @param year the year of the policy
 * @param city the city
 * @param budget the city's own budget
 * @param available what of it is free
 * @param province the province's share
 * @param own the city's own share, with what it adds
 */
public record CityStatement(
        int year, Area city, Money budget, Money available, ShareStatement province, ShareStatement own) {
    /** @throws IllegalStateException when it does not tie out: then the ledger is wrong, and nobody may rely on it */
    public CityStatement {
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(province, "province");
        if (!budget.equals(available.plus(own.used()))) {
            throw new IllegalStateException("the budget of " + city + " in " + year + " is " + budget + ", but "
                    + available + " and " + own.used() + " are accounted for");
        }
    }
}
