package org.quanlian.documents.internal.content;

import java.time.LocalDate;
import java.util.Objects;
import org.quanlian.model.Money;

/** A value on a paper. It keeps what it is, so that a spreadsheet has numbers and dates where a page has text. */
public sealed interface Cell {
    /** Nothing stands there. */
    Cell NOTHING = new Text("");

    /** A text. */
    static Cell of(String text) {
        return new Text(text);
    }

    /** An amount. */
    static Cell of(Money amount) {
        return new Amount(amount);
    }

    /** A number of things. */
    static Cell of(long count) {
        return new Count(count);
    }

    /** A day. */
    static Cell of(LocalDate day) {
        return new Day(day);
    }

    /** A text; lines are parted by {@code \n}. */
    record Text(String text) implements Cell {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** An amount in yuan. */
    record Amount(Money money) implements Cell {
        public Amount {
            Objects.requireNonNull(money, "money");
        }
    }

    /** A number of things. */
    record Count(long number) implements Cell {}

    /** A day. */
    record Day(LocalDate date) implements Cell {
        public Day {
            Objects.requireNonNull(date, "date");
        }
    }
}
