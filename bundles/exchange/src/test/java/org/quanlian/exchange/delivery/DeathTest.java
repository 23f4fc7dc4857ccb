package org.quanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.evidence.EvidenceVerifier;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.outbound.Dispatch;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.OutboxEntry;

/** Either node dies at every step of a delivery, before the step is durable and right after it. */
class DeathTest {
    private static final int MORE_STEPS_THAN_THERE_ARE = 12;

    private final TestNode shanxi = new TestNode("140000", Profile.INTL);
    private final TestNode hainan = new TestNode("460000", Profile.INTL);

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
    void shouldDeliverOnce_whereverTheSenderDies() throws IOException {
        int deaths = 0;
        for (int step = 1; step <= MORE_STEPS_THAN_THERE_ARE; step++) {
            deaths += dies(shanxi, step, false) ? 1 : 0;
            deaths += dies(shanxi, step, true) ? 1 : 0;
        }
        // It takes, it keeps signatures, it settles, and it looks for more.
        assertThat(deaths).isGreaterThanOrEqualTo(2 * 4);
    }

    @Test
    void shouldDeliverOnce_whereverTheReceiverDies() throws IOException {
        int deaths = 0;
        for (int step = 1; step <= MORE_STEPS_THAN_THERE_ARE; step++) {
            deaths += dies(hainan, step, false) ? 1 : 0;
            deaths += dies(hainan, step, true) ? 1 : 0;
        }
        assertThat(deaths).isGreaterThanOrEqualTo(2);
    }

    private boolean dies(TestNode mortal, int step, boolean afterCommit) throws IOException {
        String subject = mortal.name + " dies in step " + step + (afterCommit ? " after" : " before");
        Id<Message> first = shanxi.tell(hainan, subject, "一");
        Id<Message> second = shanxi.tell(hainan, subject, "二");
        FaultyCourier network = new FaultyCourier(shanxi, hainan, List.of());
        mortal.store.dieIn(step, afterCommit);
        try {
            shanxi.dispatch(network).round(hainan.name);
        } catch (MortalStore.DeadNodeException e) {
            assertThat(mortal).isSameAs(shanxi);
        }
        boolean died = mortal.store.revive();

        later(Dispatch.LEASE);
        for (int round = 0; round < 3; round++) {
            shanxi.dispatch(network).round(hainan.name);
            later(Duration.ofHours(1));
        }

        assertThat(hainan.applied(subject)).containsExactly("一", "二");
        for (Id<Message> id : List.of(first, second)) {
            assertThat(shanxi.outbox(id).state()).isEqualTo(OutboxEntry.State.DELIVERED);
            assertThat(EvidenceVerifier.verify(shanxi.evidence(id).get(0)).receipt())
                    .isEqualTo(
                            EvidenceVerifier.verify(hainan.evidence(id).get(0)).receipt());
        }
        return died;
    }

    private void later(Duration by) {
        shanxi.clock.advance(by);
        hainan.clock.advance(by);
    }
}
