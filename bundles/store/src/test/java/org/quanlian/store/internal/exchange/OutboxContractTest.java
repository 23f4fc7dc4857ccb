package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.exchange.ExchangeWorld.LEASE;
import static org.quanlian.store.internal.exchange.ExchangeWorld.NOW;
import static org.quanlian.store.internal.exchange.ExchangeWorld.PROBLEM;
import static org.quanlian.store.internal.exchange.ExchangeWorld.atOnce;
import static org.quanlian.store.internal.exchange.ExchangeWorld.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.Outbox;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxEntry.State;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.vouchers.exchange.OwedMessage;
import org.quanlian.vouchers.exchange.QueueCount;
import org.quanlian.vouchers.exchange.SignedExchange;
import org.quanlian.vouchers.exchange.SignedText;

/** What becomes of the messages that a partner is owed, on each database. */
@EachDatabase
class OutboxContractTest {
    private final ExchangeWorld world;

    OutboxContractTest(TestDatabase database) {
        world = new ExchangeWorld(database);
    }

    @Test
    void shouldBeOwed_onceTheTransactionThatCausedItIsThere() {
        OutboxMessage message = world.message("A");
        world.takenBack(exchange -> exchange.outbox().add(world.message("A")));
        world.inExchange(exchange -> {
            exchange.outbox().add(message);
            return true;
        });

        OwedMessage taken = only(world.take(NOW, 10));

        assertThat(taken).isEqualTo(new OwedMessage(message, 1, NOW, 1, Optional.empty()));
        assertThat(world.take(NOW, 10)).isEmpty();
    }

    @Test
    void shouldTellOneThingAfterTheOtherAboutASubject_andSubjectsSideBySide() {
        Id<OutboxMessage> first = world.tell("A");
        Id<OutboxMessage> second = world.tell("A");
        Id<OutboxMessage> other = world.tell("B");

        assertThat(ids(world.take(NOW, 10))).containsExactlyInAnyOrder(first, other);
        assertThat(state(second)).isEqualTo(State.BEHIND);
        world.deliver(first, NOW);

        OwedMessage next = only(world.take(NOW, 10));
        assertThat(next.message().id()).isEqualTo(second);
        assertThat(next.sequence()).isEqualTo(2);
    }

    @Test
    void shouldGiveTheSequenceOfARefusedMessageToTheNext_soThatThePartnerHasNoGap() {
        Id<OutboxMessage> first = world.tell("A");
        Id<OutboxMessage> second = world.tell("A");
        Id<OutboxMessage> third = world.tell("A");
        world.take(NOW, 10);
        world.deliver(first, NOW);
        world.take(NOW, 10);
        world.refuse(second, NOW);

        OwedMessage taken = only(world.take(NOW, 10));

        assertThat(taken.message().id()).isEqualTo(third);
        assertThat(taken.sequence()).isEqualTo(2);
        assertThat(find(second).problem()).contains(PROBLEM);
    }

    @Test
    void shouldHoldBackWhatIsBehindAMessageThatWasGivenUp_untilItIsRedriven() {
        Id<OutboxMessage> first = world.tell("A");
        world.tell("A");
        giveUp(only(world.take(NOW, 10)));

        assertThat(world.take(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
        assertThat(redrive(first)).isTrue();
        assertThat(redrive(first)).isFalse();

        OwedMessage taken = only(world.take(NOW.plusSeconds(60), 10));
        assertThat(taken.message().id()).isEqualTo(first);
        assertThat(taken.owedSince()).isEqualTo(NOW.plusSeconds(60));
        assertThat(find(first).settledAt()).isEmpty();
    }

    @Test
    void shouldBeDueAgain_whenWhoeverTookItDied() {
        Id<OutboxMessage> id = world.tell("A");
        OwedMessage dead = only(world.take(NOW, 10));

        assertThat(world.take(NOW.plus(LEASE).minusMillis(1), 10)).isEmpty();
        OwedMessage again = only(world.take(NOW.plus(LEASE), 10));

        assertThat(again.message().id()).isEqualTo(id);
        assertThat(again.attempt()).isEqualTo(2);
        // Who was only slow must not sign it anew, put it off or give it up.
        assertThat(sign(dead, "other")).isFalse();
        giveUp(dead);
        assertThat(state(id)).isEqualTo(State.OWED);
        assertThat(find(id).dueAt()).isEqualTo(NOW.plus(LEASE).plus(LEASE));
        // But a receipt is a receipt.
        assertThat(world.deliver(id, NOW)).isTrue();
        assertThat(world.deliver(id, NOW)).isFalse();
        assertThat(world.refuse(id, NOW)).isFalse();
        assertThat(state(id)).isEqualTo(State.DELIVERED);
    }

    @Test
    void shouldKeepWhatWasSigned_andEarlierSignaturesToo() {
        Id<OutboxMessage> id = world.tell("A");
        OwedMessage taken = only(world.take(NOW, 10));
        SignedText first = signed("{\"报文\":1}", "first-" + id);

        assertThat(evidence(id)).isEmpty();
        assertThat(sign(taken, "first-" + id)).isTrue();
        putOff(taken, NOW.plusSeconds(1));
        OwedMessage again = only(world.take(NOW.plusSeconds(1), 10));
        assertThat(again.signed()).contains(first);
        assertThat(again.message().data()).isEmpty();
        assertThat(sign(again, "second-" + id)).isTrue();
        world.deliver(id, NOW);

        assertThat(evidence(id)).hasValueSatisfying(kept -> {
            assertThat(kept.message()).isEqualTo(signed("{\"报文\":1}", "second-" + id));
            assertThat(kept.former()).containsExactly(first);
            assertThat(kept.answer()).contains(signed("receipt of " + id, "receiver"));
        });
    }

    @Test
    void shouldBeDueLater_whenItIsPutOff_andNotCountWhatWasNotTried() {
        Id<OutboxMessage> id = world.tell("A");
        OwedMessage taken = only(world.take(NOW, 10));
        putOff(taken, NOW.plusSeconds(30));

        assertThat(find(id).problem()).contains(PROBLEM);
        assertThat(world.take(NOW.plusSeconds(29), 10)).isEmpty();
        OwedMessage again = only(world.take(NOW.plusSeconds(30), 10));
        assertThat(again.attempt()).isEqualTo(2);
        world.inExchange(exchange -> {
            exchange.outbox().release(again, NOW.plusSeconds(31));
            return true;
        });

        assertThat(only(world.take(NOW.plusSeconds(31), 10)).attempt()).isEqualTo(2);
    }

    @Test
    void shouldTellAnewWhatWasRefused_unlessSomethingLaterWasTold() {
        Id<OutboxMessage> refused = world.tell("A");
        world.take(NOW, 10);
        OutboxMessage successor = world.message("A");
        assertThat(replace(refused, successor)).isFalse();
        world.refuse(refused, NOW);

        assertThat(replace(refused, successor)).isTrue();
        assertThat(replace(refused, world.message("A"))).isFalse();
        assertThat(find(refused).successor()).contains(successor.id());
        assertThat(only(world.take(NOW, 10)).sequence()).isEqualTo(1);
        world.refuse(successor.id(), NOW);
        world.tell("A");
        assertThat(replace(successor.id(), world.message("A"))).isFalse();
        assertThat(replace(world.id(), world.message("A"))).isFalse();
    }

    @Test
    void shouldTakeNoMoreThanMemoryHolds_butAlwaysOne() {
        for (String subject : List.of("A", "B", "C")) {
            OutboxMessage small = world.message(subject);
            String data = "{\"a\":\"" + "x".repeat(Outbox.MAX_TAKEN / 2) + "\"}";
            world.inExchange(exchange -> {
                exchange.outbox()
                        .add(new OutboxMessage(
                                small.id(),
                                small.partner(),
                                small.type(),
                                subject,
                                NOW,
                                small.expiresAt(),
                                Optional.empty(),
                                data));
                return true;
            });
        }

        assertThat(world.take(NOW, 10)).hasSize(1);
        assertThat(world.take(NOW, 10)).hasSize(1);
        assertThat(world.take(NOW, 10)).hasSize(1);
    }

    @Test
    void shouldCountPlacesWithoutGaps_whenManyTellAboutASubjectAtOnce() throws Exception {
        atOnce(8, () -> {
            for (int i = 0; i < 10; i++) {
                world.tell("A");
            }
            return true;
        });

        List<Long> sequences = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            OwedMessage taken = only(world.take(NOW, 10));
            sequences.add(taken.sequence());
            world.deliver(taken.message().id(), NOW);
        }
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 80).boxed().toList());
        assertThat(world.take(NOW, 10)).isEmpty();
    }

    @Test
    void shouldGiveEachMessageToOneWorker_whenManyTakeAtOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            world.tell("S" + i);
        }

        List<Id<OutboxMessage>> taken = new ArrayList<>();
        for (List<Id<OutboxMessage>> each : atOnce(6, this::takeAll)) {
            taken.addAll(each);
        }

        assertThat(taken).hasSize(60).doesNotHaveDuplicates();
    }

    private List<Id<OutboxMessage>> takeAll() {
        List<Id<OutboxMessage>> all = new ArrayList<>();
        for (List<OwedMessage> batch = world.take(NOW, 7); !batch.isEmpty(); batch = world.take(NOW, 7)) {
            all.addAll(ids(batch));
        }
        return all;
    }

    @Test
    void shouldShowHowItStands() {
        Id<OutboxMessage> first = world.tell("A");
        Id<OutboxMessage> behind = world.tell("A");
        Id<OutboxMessage> refused = world.tell("B");
        world.take(NOW, 10);
        world.refuse(refused, NOW);

        Page<OutboxEntry> page = world.inExchange(exchange -> exchange.outbox()
                .page(Optional.of(world.partner), Optional.empty(), new Page.Request(Optional.empty(), 2)));
        assertThat(page.items()).extracting(OutboxEntry::id).containsExactly(refused, behind);
        assertThat(world.<Page<OutboxEntry>>inExchange(exchange -> exchange.outbox()
                                .page(Optional.of(world.partner), Optional.empty(), new Page.Request(page.next(), 2)))
                        .items())
                .extracting(OutboxEntry::id)
                .containsExactly(first);
        assertThat(world.<Page<OutboxEntry>>inExchange(exchange -> exchange.outbox()
                                .page(Optional.empty(), Optional.of(State.BEHIND), Page.Request.first()))
                        .items())
                .extracting(OutboxEntry::id)
                .contains(behind)
                .doesNotContain(first);
        assertThat(world.<List<QueueCount>>inExchange(
                        exchange -> exchange.outbox().counts()))
                .filteredOn(count -> count.partner().equals(world.partner))
                .containsExactly(
                        new QueueCount(world.partner, State.BEHIND, 1, NOW),
                        new QueueCount(world.partner, State.OWED, 1, NOW),
                        new QueueCount(world.partner, State.REFUSED, 1, NOW));
    }

    @Test
    void shouldRedriveAllOfAPartner() {
        world.tell("A");
        world.tell("B");
        world.take(NOW, 10).forEach(this::giveUp);

        assertThat(world.<Integer>inExchange(exchange -> exchange.outbox().redriveAll(world.partner, NOW)))
                .isEqualTo(2);
        assertThat(world.take(NOW, 10)).hasSize(2);
    }

    private boolean replace(Id<OutboxMessage> refused, OutboxMessage successor) {
        return world.inExchange(exchange -> exchange.outbox().replace(refused, successor));
    }

    private boolean redrive(Id<OutboxMessage> id) {
        return world.inExchange(exchange -> exchange.outbox().redrive(id, NOW.plusSeconds(60)));
    }

    private boolean sign(OwedMessage taken, String signer) {
        return world.inExchange(exchange -> exchange.outbox().signed(taken, signed("{\"报文\":1}", signer)));
    }

    private void putOff(OwedMessage taken, Instant due) {
        world.inExchange(exchange -> {
            exchange.outbox().putOff(taken, due, PROBLEM, Optional.empty());
            return true;
        });
    }

    private void giveUp(OwedMessage taken) {
        world.inExchange(exchange -> {
            exchange.outbox().giveUp(taken, NOW, PROBLEM, Optional.of(signed("refusal", "receiver")));
            return true;
        });
    }

    private Optional<SignedExchange> evidence(Id<OutboxMessage> id) {
        return world.inExchange(exchange -> exchange.outbox().evidence(id));
    }

    private OutboxEntry find(Id<OutboxMessage> id) {
        return world.inExchange(exchange -> exchange.outbox().find(id)).orElseThrow();
    }

    private State state(Id<OutboxMessage> id) {
        return find(id).state();
    }

    private static List<Id<OutboxMessage>> ids(List<OwedMessage> messages) {
        return messages.stream().map(each -> each.message().id()).toList();
    }

    private static OwedMessage only(List<OwedMessage> messages) {
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }
}
