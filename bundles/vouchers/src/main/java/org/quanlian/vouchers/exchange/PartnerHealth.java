package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.policy.api.LocalizedText;

/**
 * How the exchange with a partner goes (互通状况).
 *
 * @param partner the partner
 * @param colour green, yellow or red
 * @param reasons why it is not green, the gravest first
 * @param answeredAt when its node last answered
 * @param waiting how many messages wait to be received
 * @param oldestWaiting when the oldest of them was born
 * @param refused how many it refused for ever, and nobody has told anew
 * @param givenUp how many were tried too long
 */
public record PartnerHealth(
        PartnerRecord partner,
        Colour colour,
        List<Reason> reasons,
        Optional<Instant> answeredAt,
        long waiting,
        Optional<Instant> oldestWaiting,
        long refused,
        long givenUp) {
    /** How well it goes. */
    public enum Colour {
        /** All is well (正常). */
        GREEN,
        /** Somebody should look at it (需关注). */
        YELLOW,
        /** Nothing goes on until somebody does something (中断). */
        RED
    }

    /**
     * Why it is not green.
     *
     * @param colour what it makes of it
     * @param code stable code, for example {@code health.unreachable}
     * @param text the reason and what to do
     * @param since since when, if that is known
     */
    public record Reason(Colour colour, String code, LocalizedText text, Optional<Instant> since) {
        public Reason {
            Objects.requireNonNull(colour, "colour");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(since, "since");
        }
    }

    public PartnerHealth {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(colour, "colour");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(answeredAt, "answeredAt");
        Objects.requireNonNull(oldestWaiting, "oldestWaiting");
    }
}
