package org.quanlian.documents.internal.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.vouchers.invoices.InvoiceDialect;
import org.quanlian.vouchers.invoices.InvoiceField;
import org.quanlian.vouchers.invoices.ReadInvoice;
import org.quanlian.vouchers.invoices.ReadInvoice.Reading;

/** Gathers what an invoice says, each value brought into the form of its field. */
final class Readings {
    private static final int MAX_UNCLEAR = 50;

    /** A day at the beginning of a text: {@code 2025-03-10}, {@code 20250310}, {@code 2025年03月10日}, and a time behind it. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/年]?(\\d{1,2})[-/月]?(\\d{1,2})(日|[ T].*|\\d{9})?");

    private static final Pattern NUMBER = Pattern.compile("\\d{8}|\\d{20}");
    private static final Pattern CODE = Pattern.compile("\\d{10}|\\d{12}");
    private static final Pattern ID = Pattern.compile("[0-9A-Z]{15,20}");

    private final Map<InvoiceField, Reading> found = new EnumMap<>(InvoiceField.class);
    private final List<String> unclear = new ArrayList<>();

    /** Takes what stands at a place, unless something else was taken for that field: then neither counts. */
    void take(InvoiceField field, String text, String place) {
        Optional<String> value = formed(field, text);
        Reading before = found.get(field);
        if (value.isEmpty()) {
            note(place);
        } else if (before == null) {
            found.put(field, new Reading(value.get(), place));
        } else if (!before.value().equals(value.get())) {
            note(place);
        }
    }

    /** What was gathered, unless it is nothing that names an invoice. */
    Optional<ReadInvoice> of(InvoiceDialect dialect) {
        if (!found.containsKey(InvoiceField.NUMBER)) {
            return Optional.empty();
        }
        negativeIsRed();
        return Optional.of(new ReadInvoice(dialect, found, unclear));
    }

    /** An invoice whose amount is negative takes another back: that is what red letters are for. */
    private void negativeIsRed() {
        Reading amount = found.getOrDefault(InvoiceField.AMOUNT_WITH_TAX, found.get(InvoiceField.AMOUNT_WITHOUT_TAX));
        if (amount != null && amount.value().startsWith("-") && !found.containsKey(InvoiceField.RED_LETTER)) {
            found.put(InvoiceField.RED_LETTER, new Reading("true", amount.place()));
        }
    }

    private void note(String place) {
        if (unclear.size() < MAX_UNCLEAR) {
            unclear.add(place);
        }
    }

    private static Optional<String> formed(InvoiceField field, String text) {
        return switch (field) {
            case NUMBER, ORIGINAL_NUMBER -> matching(NUMBER, text);
            case CODE -> matching(CODE, text);
            case SELLER_ID, BUYER_ID -> matching(ID, text.toUpperCase(java.util.Locale.ROOT));
            case ISSUED_ON -> day(text);
            case AMOUNT_WITHOUT_TAX, TAX, AMOUNT_WITH_TAX -> amount(text);
            case RED_LETTER -> yesOrNo(text);
            case SELLER_NAME, BUYER_NAME -> text.codePoints().anyMatch(Character::isISOControl)
                    ? Optional.empty()
                    : Optional.of(text);
        };
    }

    private static Optional<String> matching(Pattern form, String text) {
        return form.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> yesOrNo(String text) {
        return switch (text) {
            case "Y", "true" -> Optional.of("true");
            case "N", "false" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static Optional<String> amount(String text) {
        String plain = text.replace(",", "").replaceFirst("^[￥¥]", "");
        try {
            return Optional.of(Money.parse(plain).toString());
        } catch (InvalidValueException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3)))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
