package org.quanlian.model;

/**
 * The number of an invoice (发票号码): a fully digital invoice's twenty digits, or an older invoice's eight digits with
 * its code. Two invoices are the same when this is equal.
 */
public sealed interface InvoiceNumber {

    /** A fully digital invoice (全面数字化电子发票) with twenty digits and no code. */
    static InvoiceNumber digital(String number) {
        return new Digital(number);
    }

    /** An older invoice: a code (发票代码) of ten or twelve digits and a number of eight. */
    static InvoiceNumber coded(String code, String number) {
        return new Coded(code, number);
    }

    /**
     * The number of a fully digital invoice.
     *
     * @param number twenty digits; there is no public check digit
     */
    record Digital(String number) implements InvoiceNumber {
        /** @throws InvalidValueException {@code invoice.number} */
        public Digital {
            requireDigits(number, "invoice.number", 20);
        }

        @Override
        public String toString() {
            return number;
        }
    }

    /**
     * Code and number of an older invoice.
     *
     * @param code ten or twelve digits
     * @param number eight digits
     */
    record Coded(String code, String number) implements InvoiceNumber {
        /** @throws InvalidValueException {@code invoice.code} or {@code invoice.number} */
        public Coded {
            requireDigits(code, "invoice.code", 10, 12);
            requireDigits(number, "invoice.number", 8);
        }

        @Override
        public String toString() {
            return code + "-" + number;
        }
    }

    private static void requireDigits(String text, String reason, int... lengths) {
        boolean rightLength = false;
        for (int length : lengths) {
            rightLength |= text.length() == length;
        }
        if (!rightLength || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new InvalidValueException(
                    reason,
                    "an invoice has a number of 20 digits, or a code of 10 or 12 digits and a number of 8 digits");
        }
    }
}
