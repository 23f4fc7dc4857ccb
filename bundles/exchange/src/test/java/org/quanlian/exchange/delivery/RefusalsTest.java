package org.quanlian.exchange.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.delivery.FaultyCourier.Fault;
import org.quanlian.exchange.evidence.EvidenceVerifier;
import org.quanlian.exchange.evidence.Proof;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.receipt.ReceiptFormat;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.DeliveryProblem;
import org.quanlian.vouchers.exchange.InboxRefusal;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxEntry.State;

/** What is refused, how the sender sees it, and how it goes on. */
class RefusalsTest {
    private static final String SUBJECT = "91110000600037341L";

    private final TestNode shanxi = new TestNode("140000", Profile.INTL);
    private final TestNode hainan = new TestNode("460000", Profile.GM);

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
    void shouldShowTheSenderThatItsMessageExpired_andGoOnWithTheNext() {
        Id<Message> old = shanxi.tell(hainan, SUBJECT, "一");
        later(Duration.ofDays(31));
        Id<Message> next = shanxi.tell(hainan, SUBJECT, "二");

        send();

        OutboxEntry entry = shanxi.outbox(old);
        assertThat(entry.state()).isEqualTo(State.REFUSED);
        assertThat(problem(old).code()).isEqualTo("message.expired");
        assertThat(problem(old).text().zh()).contains("失效");
        assertThat(shanxi.outbox(next).state()).isEqualTo(State.DELIVERED);
        assertThat(hainan.applied(SUBJECT)).containsExactly("二");
        // Both sides can prove that it was refused, and why.
        Proof proof = EvidenceVerifier.verify(shanxi.evidence(old).get(0));
        assertThat(proof.receipt().flatMap(Receipt::refusal).map(Refusal::code)).contains("message.expired");
        assertThat(EvidenceVerifier.verify(hainan.evidence(old).get(0)).receipt())
                .isEqualTo(proof.receipt());
    }

    @Test
    void shouldTellAnewWhatWasRefused_underAnotherName() {
        Id<Message> old = shanxi.tell(hainan, SUBJECT, "一");
        later(Duration.ofDays(31));
        send();

        Id<Message> anew = shanxi.inStore(session -> shanxi.telling().tellAnew(session, old))
                .orElseThrow();
        send();

        assertThat(shanxi.outbox(old).successor()).contains(new Id<>(anew.value()));
        assertThat(shanxi.outbox(anew).state()).isEqualTo(State.DELIVERED);
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
        assertThat(shanxi.<Optional<Id<Message>>>inStore(
                        session -> shanxi.telling().tellAnew(session, anew)))
                .isEmpty();
    }

    @Test
    void shouldWaitUntilClocksAgree() {
        hainan.clock.set(TestNode.START.minus(Duration.ofMinutes(6)));
        Id<Message> early = shanxi.tell(hainan, SUBJECT, "一");

        send();
        assertThat(shanxi.outbox(early).state()).isEqualTo(State.OWED);
        assertThat(problem(early).code()).isEqualTo("message.early");
        assertThat(problem(early).text().en()).contains("clock");
        later(Duration.ofHours(1));
        hainan.clock.set(shanxi.clock.instant());
        send();

        assertThat(shanxi.outbox(early).state()).isEqualTo(State.DELIVERED);
        assertThat(shanxi.outbox(early).problem()).isEmpty();
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
    }

    @Test
    void shouldWaitUntilTheClassIsAgreed() {
        hainan.agree(shanxi, new TreeSet<>(List.of("institutions")), LocalDate.of(2040, 12, 31));
        Id<Message> denied = shanxi.tell(hainan, SUBJECT, "一");

        send();
        assertThat(problem(denied).code()).isEqualTo("class.denied");
        assertThat(hainan.applied(SUBJECT)).isEmpty();
        assertThat(refusals(hainan)).extracting(each -> each.refusal().code()).containsExactly("class.denied");
        hainan.agree(shanxi, new TreeSet<>(List.of("credit")), LocalDate.of(2040, 12, 31));
        later(Duration.ofHours(1));
        send();

        assertThat(shanxi.outbox(denied).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void shouldSendNothing_whenOurOwnAgreementNoLongerCoversIt() {
        Id<Message> owed = shanxi.tell(hainan, SUBJECT, "一");
        shanxi.agree(hainan, new TreeSet<>(List.of("institutions")), LocalDate.of(2040, 12, 31));

        send();
        assertThat(problem(owed).code()).isEqualTo("class.withheld");
        shanxi.agree(hainan, new TreeSet<>(List.of("credit")), LocalDate.of(2025, 6, 30));
        later(Duration.ofHours(1));
        send();

        assertThat(refusals(hainan)).isEmpty();
        assertThat(hainan.applied(SUBJECT)).isEmpty();
        assertThat(shanxi.outbox(owed).attempts()).isEqualTo(1);
        assertThat(shanxi.<Optional<Id<Message>>>inStore(
                        session -> shanxi.telling().tell(session, hainan.name, TestNode.told(SUBJECT, "二"))))
                .isEmpty();
        assertThat(shanxi.<List<Id<Message>>>inStore(
                        session -> shanxi.telling().tellAll(session, TestNode.told(SUBJECT, "二"))))
                .isEmpty();
    }

    @Test
    void shouldAnswerAReplayWithTheFirstReceipt() {
        Arrived arrived = shanxi.signed(message(1, "一"));

        Answer first = hainan.receive(shanxi, arrived);
        later(Duration.ofDays(40));
        Answer again = hainan.receive(shanxi, arrived);

        assertThat(again.receipt()).isEqualTo(first.receipt());
        assertThat(again.signature()).isEqualTo(first.signature());
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
    }

    @Test
    void shouldRefuseAndWriteDownOtherBytesUnderTheSameName() {
        Message first = message(1, "一");
        Message other = new Message(
                first.id(),
                first.source(),
                first.recipient(),
                first.type(),
                SUBJECT,
                2,
                first.time(),
                first.expires(),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("text", "二"));
        Answer receipt = hainan.receive(shanxi, shanxi.signed(first));

        assertThat(refused(shanxi, shanxi.signed(other)).code()).isEqualTo("message.reused");

        assertThat(refusals(hainan)).hasSize(1);
        assertThat(refusals(hainan).get(0).refusal().code()).isEqualTo("message.reused");
        assertThat(refusals(hainan).get(0).message())
                .contains(new Id<>(first.id().value()));
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
        assertThat(hainan.receive(shanxi, shanxi.signed(first)).receipt()).isEqualTo(receipt.receipt());
    }

    @Test
    void shouldRefuseAGapForNow_andWhatWasPassedForEver() {
        assertThat(refused(shanxi, shanxi.signed(message(2, "二"))).code()).isEqualTo("order.gap");
        assertThat(refused(shanxi, shanxi.signed(message(2, "二"))).lasting()).isFalse();
        hainan.receive(shanxi, shanxi.signed(message(1, "一")));
        Arrived passed = shanxi.signed(message(1, "又一"));

        Answer refusal = hainan.receive(shanxi, passed);

        assertThat(code(refusal)).contains("order.passed");
        // For ever: the same refusal, however late.
        later(Duration.ofDays(1));
        assertThat(hainan.receive(shanxi, passed).signature()).isEqualTo(refusal.signature());
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
    }

    @Test
    void shouldRefuseStrangers_othersMessages_andOthersInboxes() {
        try (TestNode beijing = new TestNode("110000", Profile.INTL)) {
            Message stranger = message(beijing.name, hainan.name);
            assertThat(refused(beijing, beijing.signed(stranger)).code()).isEqualTo("sender.unknown");
            hainan.meet(beijing);
            assertThat(refused(beijing, beijing.signed(message(beijing.name, shanxi.name)))
                            .code())
                    .isEqualTo("recipient.other");
            // What Shanxi signed does not come from Beijing.
            assertThat(refused(beijing, shanxi.signed(message(shanxi.name, hainan.name)))
                            .code())
                    .isEqualTo("sender.other");
            // What Beijing signed in the name of Shanxi does not come from Shanxi either.
            assertThat(refused(shanxi, beijing.signed(message(shanxi.name, hainan.name)))
                            .code())
                    .isEqualTo("signature.unknown");
            assertThat(refusals(hainan)).hasSize(4).noneMatch(InboxRefusal::signed);
        }
        assertThat(hainan.applied(SUBJECT)).isEmpty();
    }

    @Test
    void shouldShowTheSenderThatItIsNoPartner() {
        try (TestNode beijing = new TestNode("110000", Profile.INTL)) {
            beijing.meet(hainan);
            Id<Message> id = beijing.tell(hainan, SUBJECT, "一");

            beijing.dispatch(new FaultyCourier(beijing, hainan, List.of())).round(hainan.name);

            assertThat(beijing.outbox(id).problem().orElseThrow().code()).isEqualTo("sender.unknown");
            assertThat(EvidenceVerifier.verify(beijing.evidence(id).get(0)).receipt())
                    .isPresent();
        }
    }

    @Test
    void shouldTakeNothingOfWhatAnApplierRefuses_andTellItsReason() {
        Applier works = hainan.applier.orElseThrow();
        Id<Message> id = shanxi.tell(hainan, SUBJECT, "一");
        hainan.applier = Optional.of(after(works, new RefusedMessageException(Refusals.forNow("class.unready", "x"))));

        send();
        assertThat(problem(id).code()).isEqualTo("class.unready");
        assertThat(hainan.applied(SUBJECT)).isEmpty();
        hainan.applier = Optional.of(after(works, new IllegalStateException("a bug")));
        later(Duration.ofHours(1));
        send();
        assertThat(problem(id).code()).isEqualTo("applier.failed");
        assertThat(hainan.applied(SUBJECT)).isEmpty();
        hainan.applier = Optional.empty();
        later(Duration.ofHours(1));
        send();
        assertThat(problem(id).code()).isEqualTo("class.unready");
        hainan.applier = Optional.of(works);
        later(Duration.ofHours(1));
        send();

        assertThat(shanxi.outbox(id).state()).isEqualTo(State.DELIVERED);
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
    }

    @Test
    void shouldBelieveAReceiptForTheFormerSignature_whenTheCertificateWasReplacedMeanwhile() {
        Id<Message> id = shanxi.tell(hainan, SUBJECT, "一");
        send(Fault.RECEIPT_LOST);
        shanxi.identity = shanxi.newIdentity();
        hainan.believe(shanxi, shanxi.identity);
        later(Duration.ofHours(1));

        send();

        assertThat(shanxi.outbox(id).state()).isEqualTo(State.DELIVERED);
        assertThat(EvidenceVerifier.verify(shanxi.evidence(id).get(0)).receipt())
                .isEqualTo(EvidenceVerifier.verify(hainan.evidence(id).get(0)).receipt());
    }

    @Test
    void shouldSignAnew_whenTheCertificateIsNotBelievedAnyMore() {
        Id<Message> id = shanxi.tell(hainan, SUBJECT, "一");
        hainan.revoke(shanxi, shanxi.identity);
        send();
        assertThat(problem(id).code()).isEqualTo("signature.unknown");
        assertThat(shanxi.outbox(id).state()).isEqualTo(State.OWED);

        shanxi.identity = shanxi.newIdentity();
        hainan.believe(shanxi, shanxi.identity);
        later(Duration.ofHours(1));
        send();

        assertThat(shanxi.outbox(id).state()).isEqualTo(State.DELIVERED);
        assertThat(hainan.applied(SUBJECT)).containsExactly("一");
    }

    private static Applier after(Applier works, RuntimeException failure) {
        return new Applier() {
            @Override
            public DataClass dataClass() {
                return works.dataClass();
            }

            @Override
            public void apply(Session session, Message message) {
                works.apply(session, message);
                throw failure;
            }
        };
    }

    private void send(Fault... faults) {
        shanxi.dispatch(new FaultyCourier(shanxi, hainan, List.of(faults))).round(hainan.name);
    }

    private void later(Duration by) {
        shanxi.clock.advance(by);
        hainan.clock.advance(by);
    }

    private DeliveryProblem problem(Id<Message> id) {
        return shanxi.outbox(id).problem().orElseThrow();
    }

    private static List<InboxRefusal> refusals(TestNode node) {
        return node.inStore(
                        session -> session.exchange().inbox().refusals(Optional.<Area>empty(), Page.Request.first()))
                .items();
    }

    /** What Hainan signs that it does not take. */
    private Refusal refused(TestNode peer, Arrived arrived) {
        Answer answer = hainan.receive(peer, arrived);
        SignatureVerifier.verify(
                answer.receipt(), answer.signature(), List.of(hainan.identity.certificate()), hainan.clock.instant());
        return ReceiptFormat.read(answer.receipt()).refusal().orElseThrow();
    }

    private static Optional<String> code(Answer answer) {
        return ReceiptFormat.read(answer.receipt()).refusal().map(Refusal::code);
    }

    private Message message(NodeName source, NodeName recipient) {
        return message(source, recipient, 1, "一");
    }

    private Message message(long sequence, String text) {
        return message(shanxi.name, hainan.name, sequence, text);
    }

    private Message message(NodeName source, NodeName recipient, long sequence, String text) {
        return new Message(
                shanxi.ids.next(),
                source,
                recipient,
                TestNode.SUSPENDED,
                SUBJECT,
                sequence,
                shanxi.clock.instant(),
                shanxi.clock.instant().plus(Duration.ofDays(30)),
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("text", text));
    }
}
