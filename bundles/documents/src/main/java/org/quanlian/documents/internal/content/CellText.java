package org.quanlian.documents.internal.content;

import org.quanlian.model.Money;

/** How values are told on a page. */
public final class CellText {
    private CellText() {}

    /** A value as text: amounts with thousands separators, days as in {@code 2025-07-01}. */
    public static String of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Amount amount) {
            return yuan(amount.money());
        }
        if (cell instanceof Cell.Count count) {
            return Long.toString(count.number());
        }
        return ((Cell.Day) cell).date().toString();
    }

    /** An amount with thousands separators, for example {@code 120,000.00}. */
    public static String yuan(Money amount) {
        String plain = amount.toString();
        int start = plain.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(plain);
        for (int at = plain.indexOf('.') - 3; at > start; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
