package org.quanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.outbound.DispatchRounds;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.OutboxEntry.State;

/** A partner that does not answer is left alone, holds up no other, and gets everything in the end. */
class PartnerThatDoesNotAnswerTest {
    private static final Duration GIVE_UP = Duration.ofDays(7);

    private final TestNode shanxi = new TestNode("140000", Profile.INTL);
    private final TestNode hainan = new TestNode("460000", Profile.INTL);
    private final AtomicInteger calls = new AtomicInteger();
    private final Courier silence = (partner, message) -> {
        calls.incrementAndGet();
        throw new IOException("connection refused");
    };
    private final Courier network = (partner, message) -> {
        calls.incrementAndGet();
        return hainan.receive(shanxi, message);
    };

    @BeforeEach
    void meet() {
        shanxi.meet(hainan);
        hainan.meet(shanxi);
    }

    @AfterEach
    void part() {
        shanxi.close();
        hainan.close();
    }

    @Test
    void shouldBeLeftAlone_thenTriedWithOneMessage_thenGetAll() {
        for (int i = 0; i < 30; i++) {
            shanxi.tell(hainan, "S" + i, "一");
        }

        round(silence);
        int untilItOpened = calls.getAndSet(0);
        assertThat(untilItOpened).isBetween(3, 3 + 4);
        assertThat(breaker().openUntil()).isPresent();
        assertThat(breaker().problem().orElseThrow().text().en()).contains("connection refused");

        round(silence);
        assertThat(calls.getAndSet(0)).isZero();
        later(Duration.ofMinutes(1));
        round(silence);
        assertThat(calls.getAndSet(0)).as("one tries").isEqualTo(1);
        assertThat(breaker().openUntil()).isPresent();

        later(Duration.ofHours(1));
        assertThat(round(network)).isGreaterThanOrEqualTo(30 - 3 - 4);
        later(Duration.ofHours(1));
        round(network);
        assertThat(shanxi.unsettled(hainan)).isZero();
        assertThat(breaker().openUntil()).isEmpty();
        assertThat(breaker().failures()).isZero();
        assertThat(breaker().answeredAt()).isPresent();
    }

    @Test
    void shouldBeGivenUp_andRedrivenByAPerson() {
        Id<Message> first = shanxi.tell(hainan, "A", "一");
        Id<Message> second = shanxi.tell(hainan, "A", "二");
        round(silence);
        later(GIVE_UP.plusSeconds(1));
        round(silence);

        assertThat(shanxi.outbox(first).state()).isEqualTo(State.GIVEN_UP);
        later(Duration.ofHours(1));
        round(network);
        assertThat(hainan.applied("A")).isEmpty();
        assertThat(shanxi.<Boolean>inStore(session ->
                        session.exchange().outbox().redrive(new Id<>(first.value()), shanxi.clock.instant())))
                .isTrue();
        later(Duration.ofHours(1));
        round(network);

        assertThat(hainan.applied("A")).containsExactly("一", "二");
        assertThat(shanxi.outbox(second).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void shouldHoldUpNoOther() throws Exception {
        try (TestNode beijing = new TestNode("110000", Profile.INTL)) {
            shanxi.meet(beijing);
            beijing.meet(shanxi);
            CountDownLatch hanging = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            CountDownLatch arrived = new CountDownLatch(1);
            AtomicInteger atOnce = new AtomicInteger();
            Courier courier = (partner, message) -> {
                if (partner.node().equals(hainan.name)) {
                    atOnce.incrementAndGet();
                    hanging.countDown();
                    await(end);
                    throw new IOException("timed out");
                }
                try {
                    return beijing.receive(shanxi, message);
                } finally {
                    arrived.countDown();
                }
            };
            shanxi.tell(hainan, "A", "一");
            try (DispatchRounds rounds = new DispatchRounds(shanxi.store, shanxi.dispatch(courier))) {
                rounds.begin();
                await(hanging);
                // Its round is under way still, and there is never a second one; others have theirs.
                shanxi.tell(hainan, "B", "一");
                shanxi.tell(beijing, "A", "一");
                rounds.begin();
                await(arrived);
                rounds.begin();
                assertThat(atOnce).hasValue(1);
                end.countDown();
            }
            assertThat(beijing.applied("A")).containsExactly("一");
        }
    }

    @Test
    void shouldDeliverSubjectsSideBySide_whenSeveralNodesOfTheProvinceSend() throws Exception {
        List<Id<Message>> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            told.add(shanxi.tell(hainan, "S" + i % 10, "第 " + i / 10));
        }
        CyclicBarrier together = new CyclicBarrier(3);
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread node = new Thread(() -> {
                try {
                    together.await(30, TimeUnit.SECONDS);
                    round(network);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            nodes.add(node);
            node.start();
        }
        for (Thread node : nodes) {
            node.join();
        }
        round(network);

        assertThat(shanxi.unsettled(hainan)).isZero();
        for (int i = 0; i < 10; i++) {
            assertThat(hainan.applied("S" + i)).containsExactly("第 0", "第 1", "第 2", "第 3");
        }
        assertThat(calls).as("none is sent twice").hasValue(told.size());
    }

    @Test
    void shouldTellEveryPartnerThatMayBeTold_withWhatCausedIt() {
        List<Id<Message>> told = shanxi.inStore(session -> shanxi.telling().tellAll(session, TestNode.told("A", "一")));

        assertThat(told).hasSize(1);
        assertThat(shanxi.outbox(told.get(0)).partner()).isEqualTo(hainan.name.province());
    }

    @Test
    void shouldNotBeBorn_whenNobodyCouldReadIt() {
        Telling.Told big = new Telling.Told(
                TestNode.SUSPENDED,
                "A",
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("text", "x".repeat(MessageFormat.MAX_BYTES)));
        Telling.Told longText = new Telling.Told(
                TestNode.SUSPENDED,
                "A",
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("text", "x".repeat(20_001)));

        assertThatExceptionOfType(RefusedMessageException.class)
                .isThrownBy(() -> shanxi.inStore(session -> shanxi.telling().tellAll(session, big)))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("json.size"));
        assertThatExceptionOfType(RefusedMessageException.class)
                .isThrownBy(() -> shanxi.inStore(session -> shanxi.telling().tellAll(session, longText)))
                .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("json.limit"));
        assertThat(shanxi.unsettled(hainan)).isZero();
    }

    private int round(Courier courier) {
        return shanxi.dispatch(courier, 3, GIVE_UP).round(hainan.name);
    }

    private BreakerRecord breaker() {
        return shanxi.<Optional<BreakerRecord>>inStore(
                        session -> session.exchange().breakers().find(hainan.name.province()))
                .orElseThrow();
    }

    private void later(Duration by) {
        shanxi.clock.advance(by);
        hainan.clock.advance(by);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
