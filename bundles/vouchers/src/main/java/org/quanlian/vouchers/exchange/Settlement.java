package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.model.ShortText;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;

/**
 * A statement of the services that one province's vouchers paid for to providers of another (跨省结算单), which the other
 * province countersigns or disputes. What either owes the other for it, no source says, so nothing is computed from it.
 *
 * @param id its name, given by the province that made it
 * @param partner the other province
 * @param direction who made it
 * @param year the voucher year
 * @param madeAt when it was made, to the millisecond
 * @param lines one for each service, in the order of claims
 * @param state what has become of it
 * @param answer what the province that received it said, if it has
 */
public record Settlement(
        Id<Settlement> id,
        Area partner,
        Direction direction,
        int year,
        Instant madeAt,
        List<Line> lines,
        State state,
        Optional<Answer> answer) {
    /** The most lines of a statement. */
    public static final int MAX_LINES = 2_000;

    /** Who made a statement. */
    public enum Direction {
        /** This province. */
        MADE,
        /** The partner. */
        RECEIVED
    }

    /** What has become of a statement. */
    public enum State {
        /** It waits for the other's word. */
        TOLD,
        /** It was countersigned (已会签). */
        AGREED,
        /** It was disputed (有异议). */
        DISPUTED
    }

    /**
     * One service.
     *
     * @param claim number of the claim that was paid
     * @param provider the provider's code
     * @param name the provider's name
     * @param invoiced what it invoiced, red letters taken off
     * @param paid what the firm paid for it
     */
    public record Line(String claim, UnifiedSocialCreditCode provider, String name, Money invoiced, Money paid) {
        /** @throws org.quanlian.model.InvalidValueException {@code text.*} */
        public Line {
            ShortText.require(claim);
            Objects.requireNonNull(provider, "provider");
            ShortText.require(name);
            Objects.requireNonNull(invoiced, "invoiced");
            Objects.requireNonNull(paid, "paid");
        }
    }

    /**
     * The word of the province that received a statement.
     *
     * @param reason why; may be empty when it agrees
     * @param by name of who gave it
     * @param at when, to the millisecond
     */
    public record Answer(String reason, String by, Instant at) {
        public Answer {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(at, "at");
        }
    }

    public Settlement {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(madeAt, "madeAt");
        lines = List.copyOf(lines);
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a statement has at most " + MAX_LINES + " lines");
        }
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(answer, "answer");
    }

    /** The sum of what was invoiced. */
    public Money invoiced() {
        return lines.stream().map(Line::invoiced).reduce(Money.ZERO, Money::plus);
    }

    /** The sum of what was paid. */
    public Money paid() {
        return lines.stream().map(Line::paid).reduce(Money.ZERO, Money::plus);
    }

    /** The statement after the other province spoke. */
    public Settlement answered(State outcome, Answer word) {
        return new Settlement(id, partner, direction, year, madeAt, lines, outcome, Optional.of(word));
    }
}
