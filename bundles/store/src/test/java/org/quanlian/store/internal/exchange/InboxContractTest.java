package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.exchange.ExchangeWorld.NOW;
import static org.quanlian.store.internal.exchange.ExchangeWorld.PROBLEM;
import static org.quanlian.store.internal.exchange.ExchangeWorld.atOnce;
import static org.quanlian.store.internal.exchange.ExchangeWorld.signed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.BreakerRecord;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.Inbox;
import org.quanlian.vouchers.exchange.InboxMessage;
import org.quanlian.vouchers.exchange.InboxRefusal;
import org.quanlian.vouchers.exchange.SignedExchange;

/** What is kept of what partners told, and of how they are reached, on each database. */
@EachDatabase
class InboxContractTest {
    private final ExchangeWorld world;
    private final ExchangeWorld another;

    InboxContractTest(TestDatabase database) {
        world = new ExchangeWorld(database);
        another = new ExchangeWorld(database);
    }

    @Test
    void shouldKeepAMessageWithItsReceipt_andMoveItsSubject() {
        InboxMessage message = message(world.id(), "A", 1, Optional.empty());

        assertThat(keep(message)).isTrue();

        assertThat(world.<Optional<InboxMessage>>inExchange(
                        exchange -> exchange.inbox().find(world.partner, message.id())))
                .contains(message);
        assertThat(world.<Long>inExchange(exchange -> exchange.inbox().lastSequence(world.partner, "A")))
                .isEqualTo(1);
        assertThat(world.<Optional<SignedExchange>>inExchange(
                        exchange -> exchange.inbox().evidence(world.partner, message.id())))
                .hasValueSatisfying(kept -> {
                    assertThat(kept.message()).isEqualTo(signed("{\"报文\":1}", "sender"));
                    assertThat(kept.answer()).contains(signed("receipt", "receiver"));
                });
    }

    @Test
    void shouldKeepOneMessageOfAName_andTheNamesOfPartnersApart() {
        Id<InboxMessage> id = world.id();
        InboxMessage ours = message(id, "A", 1, Optional.empty());
        InboxMessage theirs = new InboxMessage(
                another.partner, id, ours.type(), "A", 1, NOW, Optional.empty(), ours.digest(), NOW, Optional.empty());

        assertThat(keep(ours)).isTrue();
        assertThat(keep(message(id, "B", 1, Optional.empty()))).isFalse();
        assertThat(keep(theirs)).isTrue();

        assertThat(world.<List<InboxMessage>>inExchange(
                        exchange -> exchange.inbox().named(id)))
                .containsExactlyInAnyOrder(ours, theirs);
        assertThat(world.<Long>inExchange(exchange -> exchange.inbox().lastSequence(world.partner, "B")))
                .isZero();
    }

    @Test
    void shouldNotMoveTheSubject_whenAMessageIsRefused() {
        InboxMessage refused = message(world.id(), "A", 7, Optional.of(PROBLEM));

        assertThat(keep(refused)).isTrue();
        world.inExchange(exchange -> {
            exchange.inbox().forgetUntouched(world.partner, "A");
            return true;
        });

        assertThat(world.<Optional<InboxMessage>>inExchange(
                        exchange -> exchange.inbox().find(world.partner, refused.id())))
                .contains(refused);
        assertThat(world.<Long>inExchange(exchange -> exchange.inbox().lastSequence(world.partner, "A")))
                .isZero();
    }

    @Test
    void shouldLetOneTransactionAtATimeDecideAboutASubject() throws Exception {
        List<Long> seen = atOnce(
                8,
                () -> world.inExchange(exchange -> {
                    exchange.inbox().begin(world.partner, "A");
                    long next = exchange.inbox().lastSequence(world.partner, "A") + 1;
                    exchange.inbox()
                            .add(
                                    message(world.id(), "A", next, Optional.empty()),
                                    signed("{}", "sender"),
                                    signed("receipt", "receiver"));
                    return next;
                }));

        assertThat(seen).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void shouldShowWhatCameLatestFirst() {
        InboxMessage first = message(world.id(), "A", 1, Optional.empty());
        InboxMessage second = message(world.id(), "A", 2, Optional.empty());
        keep(first);
        keep(second);

        Page<InboxMessage> page = world.inExchange(
                exchange -> exchange.inbox().page(Optional.of(world.partner), new Page.Request(Optional.empty(), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(world.<Page<InboxMessage>>inExchange(exchange ->
                                exchange.inbox().page(Optional.of(world.partner), new Page.Request(page.next(), 1)))
                        .items())
                .containsExactly(first);
    }

    @Test
    void shouldCountARefusalThatComesAgain() {
        InboxRefusal refusal = refusal("sha-256:aa", NOW);
        remember(refusal);
        remember(refusal("sha-256:aa", NOW.plusSeconds(5)));

        assertThat(refusals())
                .containsExactly(new InboxRefusal(
                        refusal.id(),
                        refusal.peer(),
                        refusal.message(),
                        refusal.digest(),
                        true,
                        Optional.empty(),
                        PROBLEM,
                        NOW,
                        NOW.plusSeconds(5),
                        2));
    }

    @Test
    void shouldForgetTheOldestRefusals_ofThatPartnerAlone() {
        another.inExchange(exchange -> {
            exchange.inbox().add(refusal(another, "sha-256:theirs", NOW.minusSeconds(1_000)));
            return true;
        });
        world.inExchange(exchange -> {
            for (int i = 0; i < Inbox.MAX_REFUSALS + 2; i++) {
                exchange.inbox().add(refusal("sha-256:" + i, NOW.plusSeconds(i)));
            }
            return true;
        });

        List<InboxRefusal> left = new ArrayList<>();
        Page<InboxRefusal> page = page(Page.Request.first());
        left.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(new Page.Request(page.next(), Page.MAX));
            left.addAll(page.items());
        }
        assertThat(left).hasSize(Inbox.MAX_REFUSALS);
        assertThat(left).extracting(InboxRefusal::digest).doesNotContain("sha-256:0", "sha-256:1");
        assertThat(another.<Page<InboxRefusal>>inExchange(exchange ->
                                exchange.inbox().refusals(Optional.of(another.partner), Page.Request.first()))
                        .items())
                .hasSize(1);
    }

    @Test
    void shouldKeepHowAPartnerWasReached() throws Exception {
        assertThat(world.<Optional<BreakerRecord>>inExchange(
                        exchange -> exchange.breakers().find(world.partner)))
                .isEmpty();

        atOnce(
                8,
                () -> world.inExchange(exchange -> {
                    BreakerRecord before = exchange.breakers().lock(world.partner);
                    exchange.breakers()
                            .update(new BreakerRecord(
                                    world.partner,
                                    before.failures() + 1,
                                    Optional.of(NOW),
                                    Optional.of(PROBLEM),
                                    Optional.empty(),
                                    Optional.of(NOW)));
                    return true;
                }));

        BreakerRecord expected = new BreakerRecord(
                world.partner, 8, Optional.of(NOW), Optional.of(PROBLEM), Optional.empty(), Optional.of(NOW));
        assertThat(world.<Optional<BreakerRecord>>inExchange(
                        exchange -> exchange.breakers().find(world.partner)))
                .contains(expected);
        assertThat(world.<List<BreakerRecord>>inExchange(
                        exchange -> exchange.breakers().all()))
                .contains(expected);
    }

    private Page<InboxRefusal> page(Page.Request request) {
        return world.inExchange(exchange -> exchange.inbox().refusals(Optional.of(world.partner), request));
    }

    private List<InboxRefusal> refusals() {
        return page(Page.Request.first()).items();
    }

    private void remember(InboxRefusal refusal) {
        world.inExchange(exchange -> {
            exchange.inbox().add(refusal);
            return true;
        });
    }

    private boolean keep(InboxMessage message) {
        return world.inExchange(exchange -> {
            exchange.inbox().begin(message.source(), message.subject());
            return exchange.inbox().add(message, signed("{\"报文\":1}", "sender"), signed("receipt", "receiver"));
        });
    }

    private InboxRefusal refusal(String digest, Instant at) {
        return refusal(world, digest, at);
    }

    private static InboxRefusal refusal(ExchangeWorld of, String digest, Instant at) {
        return new InboxRefusal(
                of.id(), of.partner, Optional.empty(), digest, true, Optional.empty(), PROBLEM, at, at, 1);
    }

    private InboxMessage message(
            Id<InboxMessage> id, String subject, long sequence, Optional<DeliveryProblem> refusal) {
        return new InboxMessage(
                world.partner,
                id,
                "cn.quanlian.credit.suspended.v1",
                subject,
                sequence,
                NOW,
                Optional.of("00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01"),
                "sha-256:" + "0".repeat(64),
                NOW,
                refusal);
    }
}
