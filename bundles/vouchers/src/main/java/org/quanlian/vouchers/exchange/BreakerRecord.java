package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.model.Area;

/**
 * How a partner's node was reached lately (连通情况), of which all nodes of this province know.
 *
 * @param partner whose
 * @param failures how many attempts in a row brought no receipt that could be verified
 * @param openUntil until when it is left alone, if it is; one message is then sent to see whether it answers
 * @param problem why the last attempt failed, if it did
 * @param answeredAt when it last answered
 * @param failedAt when an attempt last failed
 */
public record BreakerRecord(
        Area partner,
        int failures,
        Optional<Instant> openUntil,
        Optional<DeliveryProblem> problem,
        Optional<Instant> answeredAt,
        Optional<Instant> failedAt) {
    public BreakerRecord {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(openUntil, "openUntil");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(answeredAt, "answeredAt");
        Objects.requireNonNull(failedAt, "failedAt");
    }

    /** Of a partner that was never reached for. */
    public static BreakerRecord untouched(Area partner) {
        return new BreakerRecord(partner, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
