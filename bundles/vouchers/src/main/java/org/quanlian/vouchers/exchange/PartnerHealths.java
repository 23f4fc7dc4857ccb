package org.quanlian.vouchers.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.OutboxEntry.State;
import org.quanlian.vouchers.exchange.PartnerHealth.Colour;
import org.quanlian.vouchers.exchange.PartnerHealth.Reason;

/** Tells how the exchange with each partner goes, from what is kept of it. */
public final class PartnerHealths {
    /** After how long a message that waits is worth a look. */
    public static final Duration LONG_WAIT = Duration.ofHours(1);
    /** After how long without a comparison a replica is worth a look: they are compared daily. */
    public static final Duration LONG_UNCOMPARED = Duration.ofDays(2);
    /** How long before its end an agreement is worth a look, in days. */
    public static final int DAYS_TO_END = 30;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(PartnerHealths.class);

    private final Clock clock;

    /** @param clock tells the time */
    public PartnerHealths(Clock clock) {
        this.clock = clock;
    }

    /** All partners, present ones and, without reasons, former ones, by their provinces. */
    public List<PartnerHealth> all(Session session) {
        List<QueueCount> counts = session.exchange().outbox().counts();
        List<Replicas.Known> replicas = session.exchange().replicas().all();
        return session.exchange().partners().all().stream()
                .map(partner -> of(session, partner, counts, replicas))
                .toList();
    }

    private PartnerHealth of(
            Session session, PartnerRecord partner, List<QueueCount> counts, List<Replicas.Known> replicas) {
        Area province = partner.province();
        Optional<BreakerRecord> breaker = session.exchange().breakers().find(province);
        List<QueueCount> waiting = of(counts, province, State.OWED, State.BEHIND);
        Optional<Instant> oldest = waiting.stream().map(QueueCount::oldest).min(Comparator.naturalOrder());
        long refused = sum(of(counts, province, State.REFUSED));
        long givenUp = sum(of(counts, province, State.GIVEN_UP));
        List<Reason> reasons = new ArrayList<>();
        if (partner.active()) {
            connection(reasons, breaker, givenUp, refused);
            queue(reasons, oldest);
            agreement(reasons, session, partner);
            replicas.stream()
                    .filter(replica -> replica.name().owner().equals(province)
                            && !replica.name().audience().equals(province))
                    .forEach(replica -> replica(reasons, replica));
        }
        reasons.sort(Comparator.comparing(Reason::colour).reversed());
        return new PartnerHealth(
                partner,
                reasons.stream()
                        .map(Reason::colour)
                        .max(Comparator.naturalOrder())
                        .orElse(Colour.GREEN),
                reasons,
                breaker.flatMap(BreakerRecord::answeredAt),
                sum(waiting),
                oldest,
                refused,
                givenUp);
    }

    private static void connection(List<Reason> reasons, Optional<BreakerRecord> breaker, long givenUp, long refused) {
        breaker.filter(of -> of.failures() > 0).ifPresent(of -> {
            Colour colour = of.openUntil().isPresent() ? Colour.RED : Colour.YELLOW;
            String why = of.problem().map(DeliveryProblem::code).orElse("");
            reasons.add(reason(colour, "health.unreachable", of.answeredAt().or(of::failedAt), of.failures(), why));
        });
        if (givenUp > 0) {
            reasons.add(reason(Colour.RED, "health.given-up", Optional.empty(), givenUp));
        }
        if (refused > 0) {
            reasons.add(reason(Colour.YELLOW, "health.refused", Optional.empty(), refused));
        }
    }

    private void queue(List<Reason> reasons, Optional<Instant> oldest) {
        oldest.filter(born -> born.plus(LONG_WAIT).isBefore(clock.instant()))
                .ifPresent(born -> reasons.add(reason(Colour.YELLOW, "health.waiting", Optional.of(born))));
    }

    private void agreement(List<Reason> reasons, Session session, PartnerRecord partner) {
        LocalDate today = ChinaTime.dateOf(clock.instant());
        if (!partner.validity().contains(today)) {
            reasons.add(reason(
                    Colour.RED,
                    "health.agreement",
                    Optional.empty(),
                    partner.validity().from(),
                    partner.validity().until()));
        } else if (!partner.validity().contains(today.plusDays(DAYS_TO_END))) {
            reasons.add(reason(
                    Colour.YELLOW,
                    "health.agreement-ends",
                    Optional.empty(),
                    partner.validity().until()));
        }
        session.exchange()
                .partners()
                .terms(partner.province())
                .filter(terms -> !terms.matches(partner))
                .ifPresent(terms -> reasons.add(reason(
                        Colour.YELLOW,
                        "health.terms",
                        Optional.of(terms.toldAt()),
                        terms.validity(),
                        String.join(",", terms.send()),
                        String.join(",", terms.receive()))));
    }

    private void replica(List<Reason> reasons, Replicas.Known replica) {
        SyncState state = replica.state();
        String dataClass = replica.name().dataClass();
        if (state.differences() > 0) {
            reasons.add(reason(Colour.YELLOW, "health.differs", state.comparedAt(), dataClass, state.differences()));
        } else if (state.finishedAt().isPresent()
                && state.comparedAt()
                        .map(at -> at.plus(LONG_UNCOMPARED).isBefore(clock.instant()))
                        .orElse(true)) {
            reasons.add(reason(Colour.YELLOW, "health.uncompared", state.comparedAt(), dataClass));
        }
    }

    private static Reason reason(Colour colour, String code, Optional<Instant> since, Object... arguments) {
        return new Reason(colour, code, TEXTS.text(code, arguments), since);
    }

    private static List<QueueCount> of(List<QueueCount> counts, Area partner, State... states) {
        return counts.stream()
                .filter(count ->
                        count.partner().equals(partner) && List.of(states).contains(count.state()))
                .toList();
    }

    private static long sum(List<QueueCount> counts) {
        return counts.stream().mapToLong(QueueCount::messages).sum();
    }
}
