package org.quanlian.vouchers.invoices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;

/**
 * What somebody typed about an invoice.
 *
 * @param number its number
 * @param code its code
 * @param issuedOn day of issue
 * @param amount its amount with tax, in yuan
 */
public record TypedInvoice(
        Optional<String> number, Optional<String> code, Optional<LocalDate> issuedOn, Optional<Money> amount) {
    public TypedInvoice {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(amount, "amount");
    }

    /** Where it says something else than what was read; what was not read, or not typed, is no difference. */
    public List<Difference> differencesFrom(ReadInvoice read) {
        List<Difference> differences = new ArrayList<>();
        compare(differences, read, InvoiceField.NUMBER, number);
        compare(differences, read, InvoiceField.CODE, code);
        compare(differences, read, InvoiceField.ISSUED_ON, issuedOn.map(LocalDate::toString));
        read.value(InvoiceField.AMOUNT_WITH_TAX).ifPresent(there -> amount.filter(typed -> !sameAmount(typed, there))
                .ifPresent(typed ->
                        differences.add(new Difference(InvoiceField.AMOUNT_WITH_TAX, there, typed.toString()))));
        return differences;
    }

    private static void compare(
            List<Difference> differences, ReadInvoice read, InvoiceField field, Optional<String> typed) {
        read.value(field).ifPresent(there -> typed.filter(told -> !told.strip().equals(there))
                .ifPresent(told -> differences.add(new Difference(field, there, told))));
    }

    private static boolean sameAmount(Money typed, String there) {
        try {
            return Money.parse(there).equals(typed);
        } catch (InvalidValueException e) {
            throw new IllegalStateException("an amount that was read is one", e);
        }
    }

    /**
     * Something that was typed otherwise than it was read.
     *
     * @param field what
     * @param read what the invoice says
     * @param typed what was typed
     */
    public record Difference(InvoiceField field, String read, String typed) {}
}
