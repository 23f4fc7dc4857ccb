package org.quanlian.vouchers.treasury;

import java.util.List;
import org.quanlian.model.Money;

/**
 * Where the money of a year stands (全省资金报表).
 *
 * @param year the year of the policy
 * @param budget the province's budget
 * @param available what of it is free
 * @param province the province's shares of all cities together
 * @param own the cities' own shares together
 * @param cities the same for each city that has a budget or claims, by code
 */
public record ProvinceStatement(
        int year,
        Money budget,
        Money available,
        ShareStatement province,
        ShareStatement own,
        List<CityStatement> cities) {
    /** @throws IllegalStateException when it does not tie out: then the ledger is wrong, and nobody may rely on it */
    public ProvinceStatement {
        cities = List.copyOf(cities);
        if (!budget.equals(available.plus(province.used()))) {
            throw new IllegalStateException("the budget of " + year + " is " + budget + ", but " + available + " and "
                    + province.used() + " are accounted for");
        }
    }
}
