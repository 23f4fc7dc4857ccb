package org.quanlian.exchange.outbound;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.Outbox;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.SignedText;

/** Writes down what became of messages that were tried (登记投递结果). */
final class Settling {
    private final Backoff retry;
    private final Breaker breaker;
    private final Duration giveUpAfter;

    Settling(Backoff retry, Breaker breaker, Duration giveUpAfter) {
        this.retry = retry;
        this.breaker = breaker;
        this.giveUpAfter = giveUpAfter;
    }

    /**
     * A message that was taken, and what became of it.
     *
     * @param message the message as it was taken
     * @param outcome what became of it
     */
    record Tried(OwedMessage message, Outcome outcome) {
        String subject() {
            return message.message().subject();
        }
    }

    /**
     * Settles them, and tells how many were delivered that were not known to be.
     *
     * @param tried messages to one partner, in the order in which they were tried
     */
    int settle(Session session, Area partner, List<Tried> tried, Instant now) {
        // Everybody locks subjects in their order.
        int delivered = 0;
        for (Tried each :
                tried.stream().sorted(Comparator.comparing(Tried::subject)).toList()) {
            delivered += settle(session.exchange().outbox(), each, now) ? 1 : 0;
        }
        if (tried.stream().anyMatch(each -> each.outcome().answered().isPresent())) {
            BreakerRecord before = session.exchange().breakers().lock(partner);
            session.exchange().breakers().update(after(before, tried, now));
        }
        return delivered;
    }

    private boolean settle(Outbox outbox, Tried tried, Instant now) {
        OwedMessage owed = tried.message();
        Outcome outcome = tried.outcome();
        if (outcome instanceof Outcome.Delivered delivered) {
            return outbox.delivered(owed.message().id(), delivered.receipt(), now);
        }
        if (outcome instanceof Outcome.Refused refused && refused.lasting()) {
            outbox.refused(owed.message().id(), refused.refusal(), refused.problem(), now);
        } else if (outcome instanceof Outcome.Refused refused) {
            later(outbox, owed, refused.problem(), Optional.of(refused.refusal()), now);
        } else if (outcome instanceof Outcome.Unanswered unanswered) {
            later(outbox, owed, unanswered.problem(), Optional.empty(), now);
        } else if (outcome instanceof Outcome.Withheld withheld) {
            later(outbox, owed, withheld.problem(), Optional.empty(), now);
        } else {
            outbox.release(owed, now);
        }
        return false;
    }

    private void later(
            Outbox outbox, OwedMessage owed, DeliveryProblem problem, Optional<SignedText> refusal, Instant now) {
        if (now.isAfter(owed.owedSince().plus(giveUpAfter))) {
            outbox.giveUp(owed, now, problem, refusal);
        } else {
            outbox.putOff(owed, now.plus(retry.after(owed.attempt())), problem, refusal);
        }
    }

    private BreakerRecord after(BreakerRecord before, List<Tried> tried, Instant now) {
        BreakerRecord record = before;
        boolean opened = false;
        for (Tried each : tried) {
            if (each.outcome() instanceof Outcome.Unanswered unanswered) {
                // What was under way when it opened says nothing new.
                record = opened ? record : breaker.failed(record, unanswered.problem(), now);
                opened = record.openUntil().isPresent();
            } else if (each.outcome().answered().isPresent()) {
                record = breaker.answered(record, now);
                opened = false;
            }
        }
        return record;
    }
}
