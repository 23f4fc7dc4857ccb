package org.quanlian.vouchers.orders;

import java.util.Optional;
import org.quanlian.model.InvoiceNumber;

/** Reads invoice numbers as people type them: in full-width digits, with spaces, with a dash behind the code. */
public final class InvoiceNumbers {
    private static final int DIGITAL = 20;
    private static final int OLD_NUMBER = 8;
    private static final int OLD_CODE = 10;

    private InvoiceNumbers() {}

    /**
     * The number of an invoice.
     *
     * @param code its code, if it was typed by itself
     * @param number its number, or an older invoice's code of ten digits and number in one
     * @throws org.quanlian.model.InvalidValueException {@code invoice.code} or {@code invoice.number}
     */
    public static InvoiceNumber read(Optional<String> code, String number) {
        String plain = Writing.plain(number);
        if (plain.length() == DIGITAL) {
            // A digital invoice printed on paper bears a code too; its twenty digits are its identity all the same.
            return InvoiceNumber.digital(plain);
        }
        String plainCode = code.map(Writing::plain).orElse("");
        if (!plainCode.isEmpty()) {
            return InvoiceNumber.coded(plainCode, plain);
        }
        if (plain.length() == OLD_CODE + OLD_NUMBER) {
            return InvoiceNumber.coded(plain.substring(0, OLD_CODE), plain.substring(OLD_CODE));
        }
        return InvoiceNumber.digital(plain);
    }
}
