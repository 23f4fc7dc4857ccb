package org.quanlian.exchange.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.DeliveryProblem;

/**
 * Leaves a partner alone that does not answer (熔断): after some failures in a row nothing is sent to it for a while, then one
 * message, and with its answer all goes on.
 */
public final class Breaker {
    private final int failures;
    private final Backoff rest;

    /**
     * @param failures after how many failures in a row it opens, 1 or more
     * @param rest for how long it stays open, by how often it opened in a row
     */
    public Breaker(int failures, Backoff rest) {
        if (failures < 1) {
            throw new IllegalArgumentException("a breaker opens after 1 failure or more, not " + failures);
        }
        this.failures = failures;
        this.rest = rest;
    }

    /** How many messages may be sent at an instant, of a number that is wanted: none, one to try, or all. */
    int allowed(Optional<BreakerRecord> record, Instant now, int wanted) {
        Optional<Instant> openUntil = record.flatMap(BreakerRecord::openUntil);
        if (openUntil.isEmpty()) {
            return wanted;
        }
        return now.isBefore(openUntil.get()) ? 0 : Math.min(1, wanted);
    }

    /** Whether so many failures in a row are enough. */
    boolean opensAfter(int inARow) {
        return inARow >= failures;
    }

    /** While one message tries whether a partner answers, nobody else tries. */
    BreakerRecord trying(BreakerRecord record, Instant until) {
        return new BreakerRecord(
                record.partner(),
                record.failures(),
                Optional.of(until),
                record.problem(),
                record.answeredAt(),
                record.failedAt());
    }

    /** After the partner answered. */
    BreakerRecord answered(BreakerRecord record, Instant at) {
        return new BreakerRecord(
                record.partner(), 0, Optional.empty(), Optional.empty(), Optional.of(at), record.failedAt());
    }

    /** After an attempt brought no answer. */
    BreakerRecord failed(BreakerRecord record, DeliveryProblem problem, Instant at) {
        int inARow = record.failures() + 1;
        return new BreakerRecord(
                record.partner(),
                inARow,
                opensAfter(inARow) ? Optional.of(at.plus(wait(inARow))) : Optional.empty(),
                Optional.of(problem),
                record.answeredAt(),
                Optional.of(at));
    }

    private Duration wait(int inARow) {
        return rest.after(inARow - failures + 1);
    }
}
