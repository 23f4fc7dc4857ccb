package org.quanlian.documents.internal.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.quanlian.documents.internal.content.Cell;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.Validity;

/** How facts, days and amounts are put in words, the same on every paper. */
final class Words {
    private Words() {}

    /** A day, for example {@code 2025年7月1日}. */
    static String day(LocalDate day) {
        return Texts.of("value.day", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** A minute in Asia/Shanghai, for example {@code 2025年7月1日 09:05}. */
    static String minute(Instant instant) {
        ZonedDateTime at = instant.atZone(ChinaTime.ZONE);
        return Texts.of(
                "value.instant",
                at.getYear(),
                at.getMonthValue(),
                at.getDayOfMonth(),
                twoDigits(at.getHour()),
                twoDigits(at.getMinute()));
    }

    /** An amount that was told, or that it was not. */
    static Cell amount(Fact<Money> fact) {
        return fact.isKnown() ? Cell.of(fact.value()) : unknown();
    }

    /** An amount that may be there. */
    static Cell amount(Optional<Money> amount) {
        return amount.map(Cell::of).orElse(Cell.NOTHING);
    }

    /** That somebody did not tell it. */
    static Cell unknown() {
        return Cell.of(Texts.of("value.unknown"));
    }

    /** The days on which something is valid; empty when always. */
    static String validity(Validity validity) {
        if (validity.from().isPresent() && validity.until().isPresent()) {
            return Texts.of(
                    "value.from-until",
                    day(validity.from().get()),
                    day(validity.until().get()));
        }
        return validity.from()
                .map(from -> Texts.of("value.from", day(from)))
                .or(() -> validity.until().map(until -> Texts.of("value.until", day(until))))
                .orElse("");
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
