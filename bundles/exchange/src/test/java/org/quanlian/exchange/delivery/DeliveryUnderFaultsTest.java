package org.quanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.quanlian.exchange.delivery.FaultyCourier.Fault;
import org.quanlian.exchange.evidence.Evidence;
import org.quanlian.exchange.evidence.EvidenceVerifier;
import org.quanlian.exchange.evidence.Proof;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.exchange.OutboxEntry;

/** Whatever the network does: each message is applied once, in the order of its subject, and both sides can prove it. */
class DeliveryUnderFaultsTest {
    /** More than the longest wait. */
    private static final Duration LATER = Duration.ofHours(1);

    private static final int MOST_ROUNDS = 60;
    private static final AtomicInteger TRIES = new AtomicInteger();

    private static TestNode shanxi;
    private static TestNode hainan;

    @BeforeContainer
    static void meet() {
        shanxi = new TestNode("140000", Profile.INTL);
        hainan = new TestNode("460000", Profile.GM);
        shanxi.meet(hainan);
        hainan.meet(shanxi);
    }

    @AfterContainer
    static void part() {
        shanxi.close();
        hainan.close();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void shouldApplyEachMessageOnce_inTheOrderOfItsSubject(
            @ForAll("subjects") List<Integer> subjects, @ForAll("faults") List<Fault> faults) throws IOException {
        Map<String, List<String>> told = new LinkedHashMap<>();
        List<Id<Message>> messages = new ArrayList<>();
        int run = TRIES.incrementAndGet();
        for (int subject : subjects) {
            String name = "run " + run + " subject " + subject;
            List<String> texts = told.computeIfAbsent(name, key -> new ArrayList<>());
            texts.add("第 " + texts.size());
            messages.add(shanxi.tell(hainan, name, texts.get(texts.size() - 1)));
        }
        FaultyCourier network = new FaultyCourier(shanxi, hainan, faults);

        deliverAll(network);

        told.forEach((subject, texts) -> assertThat(hainan.applied(subject)).isEqualTo(texts));
        messages.forEach(DeliveryUnderFaultsTest::requireProof);
    }

    private static void deliverAll(FaultyCourier network) throws IOException {
        for (int round = 0; shanxi.unsettled(hainan) > 0; round++) {
            assertThat(round).as(() -> "rounds; " + shanxi.stuck()).isLessThan(MOST_ROUNDS);
            shanxi.dispatch(network).round(hainan.name);
            shanxi.clock.advance(LATER);
            hainan.clock.advance(LATER);
        }
        network.deliverLate();
    }

    /** Both sides prove the same: the receipt that the sender has is the one that the receiver keeps. */
    private static void requireProof(Id<Message> id) {
        assertThat(shanxi.outbox(id).state()).isEqualTo(OutboxEntry.State.DELIVERED);
        List<Evidence> sent = shanxi.evidence(id);
        List<Evidence> received = hainan.evidence(id);
        assertThat(sent).hasSize(1);
        assertThat(received).hasSize(1);
        Proof proof = EvidenceVerifier.verify(sent.get(0));
        assertThat(proof.receipt())
                .hasValueSatisfying(receipt -> assertThat(receipt.stored()).isTrue());
        assertThat(EvidenceVerifier.verify(received.get(0)).receipt()).isEqualTo(proof.receipt());
        assertThat(received.get(0).answered().orElseThrow().signature())
                .isEqualTo(sent.get(0).answered().orElseThrow().signature());
    }

    @Provide
    Arbitrary<List<Integer>> subjects() {
        return Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Fault>> faults() {
        return Arbitraries.of(Fault.class).list().ofMaxSize(25);
    }
}
