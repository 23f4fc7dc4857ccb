package org.quanlian.vouchers.treasury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;

/**
 * Money of the province that goes to a city for its claims (下达省级创新券资金), 四（八）.
 *
 * @param id its name
 * @param year the year of the policy
 * @param city the city
 * @param document number of the document that allocates it (文号)
 * @param date date of that document
 * @param claims how many claims it is for
 * @param total the sum of the province's shares
 * @param by name of who recorded it
 * @param at when it was recorded
 */
public record Allocation(
        Id<Allocation> id,
        int year,
        Area city,
        String document,
        LocalDate date,
        int claims,
        Money total,
        String by,
        Instant at) {
    public Allocation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
