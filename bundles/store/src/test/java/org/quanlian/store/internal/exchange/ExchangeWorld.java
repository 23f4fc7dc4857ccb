package org.quanlian.store.internal.exchange;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.Exchange;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.SignedText;
import org.quanlian.vouchers.exchange.SignerCertificate;

/** A partner of one test, and what it is told. */
final class ExchangeWorld {
    static final Instant NOW = Instant.parse("2025-07-01T01:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(15);
    static final DeliveryProblem PROBLEM = new DeliveryProblem("answer.none", new LocalizedText("没有回执", "no receipt"));

    private static final List<String> PROVINCES = List.of(
            "110000", "120000", "130000", "150000", "210000", "220000", "230000", "310000", "320000", "330000",
            "340000", "350000", "360000", "370000", "410000", "420000", "430000", "440000", "450000", "460000",
            "500000", "510000", "520000", "530000", "540000", "610000", "620000", "630000", "640000", "650000");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Store store;
    private final Ids ids = new Ids(new TickingClock(), new SecureRandom());
    final Area partner;

    ExchangeWorld(TestDatabase database) {
        store = database.store(new TickingClock());
        partner = new Area(PROVINCES.get(NEXT.getAndIncrement() % PROVINCES.size()));
        inExchange(exchange -> {
            if (exchange.partners().find(partner).isEmpty()) {
                exchange.partners().add(record(partner));
            }
            return true;
        });
    }

    <T> T inExchange(Function<Exchange, T> work) {
        return store.write(session -> work.apply(session.exchange()));
    }

    /** Rolls back what it does. */
    void takenBack(Consumer<Exchange> work) {
        try {
            store.write(session -> {
                work.accept(session.exchange());
                throw new TakenBackException();
            });
        } catch (TakenBackException e) {
            return;
        }
        throw new AssertionError("it was not taken back");
    }

    <T> Id<T> id() {
        return ids.next();
    }

    OutboxMessage message(String subject) {
        return new OutboxMessage(
                ids.next(),
                partner,
                "cn.quanlian.credit.suspended.v1",
                subject,
                NOW,
                NOW.plus(Duration.ofDays(30)),
                Optional.of("00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01"),
                "{\"说\":\"停止支持\"}");
    }

    Id<OutboxMessage> tell(String subject) {
        OutboxMessage message = message(subject);
        inExchange(exchange -> {
            exchange.outbox().add(message);
            return true;
        });
        return message.id();
    }

    List<OwedMessage> take(Instant now, int limit) {
        return inExchange(exchange -> exchange.outbox().take(partner, now, now.plus(LEASE), limit));
    }

    boolean deliver(Id<OutboxMessage> id, Instant at) {
        return inExchange(exchange -> exchange.outbox().delivered(id, signed("receipt of " + id, "receiver"), at));
    }

    boolean refuse(Id<OutboxMessage> id, Instant at) {
        return inExchange(
                exchange -> exchange.outbox().refused(id, signed("refusal of " + id, "receiver"), PROBLEM, at));
    }

    static SignedText signed(String text, String signer) {
        return new SignedText(text, "c2lnbmF0dXJl", new SignerCertificate(signer, "-----PEM of " + signer));
    }

    /** Does the same on several threads at once, and answers what they answered. */
    static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : executor.invokeAll(Collections.nCopies(threads, work))) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }

    private static PartnerRecord record(Area partner) {
        return new PartnerRecord(
                partner,
                new LocalizedText("节点", "Node"),
                "https://node.example/exchange",
                "AAAA",
                new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)),
                new TreeSet<>(List.of("credit")),
                new TreeSet<>(List.of("credit")),
                PartnerRecord.State.ACTIVE,
                NOW,
                1);
    }

    private static final class TakenBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
