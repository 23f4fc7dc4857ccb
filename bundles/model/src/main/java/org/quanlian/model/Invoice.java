package org.quanlian.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An invoice for a service (发票).
 *
 * @param number its number, with its code if it has one
 * @param issuedOn day of issue (开票日期)
 * @param amount amount in yuan; negative on a red-letter invoice (红字发票), which nets off
 */
public record Invoice(InvoiceNumber number, LocalDate issuedOn, Money amount) {
    public Invoice {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(amount, "amount");
    }
}
