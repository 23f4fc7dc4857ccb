package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.time.LocalDate;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.model.ShortText;
import org.quanlian.vouchers.RefusedException;

/** What is said when money can't move as asked. */
public final class TreasuryRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(TreasuryRefusals.class);

    private TreasuryRefusals() {}

    /**
     * An amount, when it is more than nothing.
     *
     * @throws RefusedException {@code money.positive}
     */
    public static Money positive(String field, Money amount) {
        if (!amount.isPositive()) {
            throw TEXTS.invalid(field, "money.positive", amount);
        }
        return amount;
    }

    /**
     * A date, when it is not in the future.
     *
     * @throws RefusedException {@code money.future}
     */
    public static LocalDate notInFuture(String field, LocalDate date, Clock clock) {
        if (date.isAfter(ChinaTime.dateOf(clock.instant()))) {
            throw TEXTS.invalid(field, "money.future", date);
        }
        return date;
    }

    /**
     * A short text, such as the number of a document.
     *
     * @throws RefusedException {@code money.text}
     */
    public static String shortText(String field, String text) {
        try {
            return ShortText.require(text);
        } catch (InvalidValueException e) {
            throw TEXTS.invalid(field, "money.text", ShortText.MAX_LENGTH);
        }
    }

    /** Another run of the same year is not finished. */
    public static RefusedException runIsOpen(int year) {
        return TEXTS.refused(RefusedException.Kind.CONFLICT, "run.open", year);
    }

    /** A city has an allocation of that number in that year. */
    public static RefusedException documentIsThere(String document, int year) {
        return TEXTS.refused(RefusedException.Kind.CONFLICT, "allocation.document", document, year);
    }
}
