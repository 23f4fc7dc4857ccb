package org.quanlian.documents.internal.invoice;

import java.util.List;
import java.util.Optional;
import org.quanlian.vouchers.invoices.InvoiceDialect;
import org.quanlian.vouchers.invoices.InvoiceField;
import org.quanlian.vouchers.invoices.ReadInvoice;

/**
 * The text of the QR code on invoices, as it is commonly described: values with commas between them, the first {@code 01};
 * then the kind of invoice, its code, number, amount, day of issue and check code.
 *
 * <p>An older invoice, which has a code, tells its amount without tax; a fully digital one, which has none, with tax.
 */
final class QrText {
    private static final int KIND = 1;
    private static final int CODE = 2;
    private static final int NUMBER = 3;
    private static final int AMOUNT = 4;
    private static final int DAY = 5;
    private static final int LEAST = 6;

    private QrText() {}

    /**
     * What a text says about an invoice, if it is of that form.
     *
     * @param file where the code is, for places
     */
    static Optional<ReadInvoice> read(String file, String text) {
        List<String> values = List.of(text.strip().split(",", -1));
        if (values.size() < LEAST
                || !values.get(0).equals("01")
                || !values.get(KIND).matches("\\d{2}")) {
            return Optional.empty();
        }
        Readings readings = new Readings();
        boolean digital = values.get(CODE).isEmpty();
        take(readings, InvoiceField.CODE, file, values, CODE);
        take(readings, InvoiceField.NUMBER, file, values, NUMBER);
        take(readings, digital ? InvoiceField.AMOUNT_WITH_TAX : InvoiceField.AMOUNT_WITHOUT_TAX, file, values, AMOUNT);
        take(readings, InvoiceField.ISSUED_ON, file, values, DAY);
        return readings.of(InvoiceDialect.QR_CODE);
    }

    private static void take(Readings readings, InvoiceField field, String file, List<String> values, int at) {
        if (!values.get(at).isBlank()) {
            readings.take(field, values.get(at).strip(), file + "QR[" + (at + 1) + "]");
        }
    }
}
