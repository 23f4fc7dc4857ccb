package org.quanlian.exchange.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Agreement;
import org.quanlian.exchange.partner.Endpoint;
import org.quanlian.exchange.partner.KnownCertificate;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageDigests;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.vouchers.Id;

/** What is taken, what is answered again, and what is refused with which reason. */
class AdmissionTest {
    private static final Instant NOW = Instant.parse("2025-07-01T01:00:00Z");
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final NodeName SHANXI = new NodeName(new Area("140000"));
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final SigningIdentity IDENTITY = identity();
    private static final Id<Message> ID = new Id<>("01JYC0QZ3W0000000000000001");

    private final Records records = new Records();
    private NodeName peer = HAINAN;
    private final Admission admission = new Admission(SHANXI, Clock.fixed(NOW, ZoneOffset.UTC), SKEW);

    @Test
    void shouldTakeWhatAPartnerSigned() {
        Message message = new Draft().message();

        assertThat(admission.judge(peer, signed(message), records))
                .isInstanceOfSatisfying(Verdict.Accepted.class, accepted -> {
                    assertThat(accepted.message()).isEqualTo(message);
                    assertThat(accepted.partner().node()).isEqualTo(HAINAN);
                    assertThat(accepted.verified().signedAt()).isEqualTo(NOW);
                });
    }

    @Test
    void shouldAnswerAsBefore_whenTheSameComesAgain_evenAfterTheAgreementEnded() {
        Arrived arrived = signed(new Draft().message());
        Answer first = remember(arrived);
        records.partner = partner(new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 6, 30)));
        records.last = 1;

        assertThat(admission.judge(peer, arrived, records)).isEqualTo(new Verdict.Repeated(first));
    }

    @Test
    void shouldRefuseOtherContentUnderTheSameName() {
        remember(signed(new Draft().message()));
        Draft other = new Draft();
        other.text = "other";

        assertThat(refused(signed(other.message())).refusal().code()).isEqualTo("message.reused");
        assertThat(refused(signed(other.message())).remembered()).isTrue();
    }

    @Test
    void shouldNotLetStrangersReachWhatIsRemembered() {
        Message message = new Draft().message();
        remember(signed(message));
        byte[] forged =
                new MessageSigner(identity(), Clock.fixed(NOW, ZoneOffset.UTC)).sign(MessageFormat.write(message));

        Verdict.Refused refused = refused(new Arrived(MessageFormat.write(message), forged));

        assertThat(refused.refusal().code()).isEqualTo("signature.unknown");
        assertThat(refused.remembered()).isFalse();
        assertThat(records.asked).isFalse();
    }

    @Test
    void shouldRefuseWhatCannotBeRead() {
        Verdict.Refused refused = refused(new Arrived("{".getBytes(StandardCharsets.UTF_8), new byte[0]));

        assertThat(refused.refusal().code()).isEqualTo("json.syntax");
        assertThat(refused.message()).isEmpty();
        assertThat(refused.remembered()).isFalse();
    }

    @Test
    void shouldRefuseWhatIsForOthers_orFromStrangers() {
        Draft forHainan = new Draft();
        forHainan.recipient = HAINAN;
        Draft stranger = new Draft();
        stranger.source = new NodeName(new Area("110000"));

        assertThat(refused(signed(forHainan.message())).refusal().code()).isEqualTo("recipient.other");
        assertThat(refused(signed(stranger.message())).refusal().code()).isEqualTo("sender.other");
        peer = stranger.source;
        assertThat(refused(signed(stranger.message())).refusal().code()).isEqualTo("sender.unknown");
        assertThat(refused(signed(stranger.message())).refusal().lasting()).isFalse();
    }

    @Test
    void shouldRefuseWhatWasNotAgreed_untilItIs() {
        Draft settlement = new Draft();
        settlement.type = new MessageType(DataClass.SETTLEMENT, "stated", 1);
        assertThat(refused(signed(settlement.message())).refusal().code()).isEqualTo("class.denied");

        records.partner = partner(new DateRange(LocalDate.of(2025, 7, 2), LocalDate.of(2025, 12, 31)));
        assertThat(refused(signed(new Draft().message())).refusal().code()).isEqualTo("agreement.ended");
        assertThat(refused(signed(new Draft().message())).remembered()).isFalse();
        // The day is that of China: at 01:00 in London it is 09:00 there.
        records.partner = partner(new DateRange(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 1)));
        assertThat(admission.judge(peer, signed(new Draft().message()), records))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void shouldKeepTheOrderOfASubject() {
        records.last = 4;
        assertThat(refused(sequence(4)).refusal().code()).isEqualTo("order.passed");
        assertThat(refused(sequence(4)).remembered()).isTrue();
        assertThat(admission.judge(peer, sequence(5), records)).isInstanceOf(Verdict.Accepted.class);
        assertThat(refused(sequence(6)).refusal().code()).isEqualTo("order.gap");
        assertThat(refused(sequence(6)).remembered()).isFalse();
    }

    @Test
    void shouldBearClocksThatAreApart_andNoMore() {
        assertThat(admission.judge(peer, timed(NOW.plus(SKEW), NOW.plus(Duration.ofDays(1))), records))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(refused(timed(NOW.plus(SKEW).plusMillis(1), NOW.plus(Duration.ofDays(1))))
                        .refusal()
                        .code())
                .isEqualTo("message.early");
        Instant before = NOW.minus(Duration.ofDays(1));
        assertThat(admission.judge(peer, timed(before, NOW.minus(SKEW).plusMillis(1)), records))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(refused(timed(before, NOW.minus(SKEW))).refusal().code()).isEqualTo("message.expired");
        assertThat(refused(timed(before, NOW.minus(SKEW))).remembered()).isTrue();
    }

    @Test
    void shouldNotBelieveARevokedCertificate() {
        records.partner = new Partner(
                HAINAN,
                Endpoint.parse("https://hainan.example/exchange"),
                List.of(new KnownCertificate(IDENTITY.certificate(), Optional.of(NOW))),
                agreement(new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31))));

        assertThat(refused(signed(new Draft().message())).refusal().code()).isEqualTo("signature.unknown");
        // The sender may sign the same message with its next certificate.
        assertThat(refused(signed(new Draft().message())).refusal().lasting()).isFalse();
    }

    private Verdict.Refused refused(Arrived arrived) {
        Verdict verdict = admission.judge(peer, arrived, records);
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }

    private Answer remember(Arrived arrived) {
        Answer answer = new Answer(new byte[] {1}, new byte[] {2});
        records.known.put(ID, new Known(MessageDigests.of(Profile.INTL, arrived.message()), answer));
        return answer;
    }

    private static Arrived sequence(long sequence) {
        Draft draft = new Draft();
        draft.sequence = sequence;
        return signed(draft.message());
    }

    private static Arrived timed(Instant time, Instant expires) {
        Draft draft = new Draft();
        draft.time = time;
        draft.expires = expires;
        return signed(draft.message());
    }

    private static Arrived signed(Message message) {
        byte[] bytes = MessageFormat.write(message);
        return new Arrived(bytes, new MessageSigner(IDENTITY, Clock.fixed(NOW, ZoneOffset.UTC)).sign(bytes));
    }

    private static SigningIdentity identity() {
        return Certificates.selfSigned(
                Profile.INTL, HAINAN, NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(30)), new SecureRandom());
    }

    private static Partner partner(DateRange validity) {
        return new Partner(
                HAINAN,
                Endpoint.parse("https://hainan.example/exchange"),
                List.of(new KnownCertificate(IDENTITY.certificate(), Optional.empty())),
                agreement(validity));
    }

    private static Agreement agreement(DateRange validity) {
        return new Agreement(validity, Set.of(DataClass.CREDIT, DataClass.INSTITUTIONS), Set.of());
    }

    /** A message that is right, until a test changes something. */
    private static final class Draft {
        private NodeName source = HAINAN;
        private NodeName recipient = SHANXI;
        private MessageType type = new MessageType(DataClass.CREDIT, "suspended", 1);
        private long sequence = 1;
        private Instant time = NOW.minusSeconds(10);
        private Instant expires = NOW.plus(Duration.ofDays(7));
        private String text = "2028-06-30";

        Message message() {
            return new Message(
                    ID,
                    source,
                    recipient,
                    type,
                    "91110000600037341L",
                    sequence,
                    time,
                    expires,
                    Optional.empty(),
                    JsonNodeFactory.instance.objectNode().put("until", text));
        }
    }

    private static final class Records implements InboundRecords {
        private final Map<Id<Message>, Known> known = new HashMap<>();
        private Partner partner =
                AdmissionTest.partner(new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        private long last;
        private boolean asked;

        @Override
        public Optional<Partner> partner(NodeName node) {
            return Optional.of(partner).filter(each -> each.node().equals(node));
        }

        @Override
        public Optional<Known> known(Message message) {
            asked = true;
            return Optional.ofNullable(known.get(message.id()));
        }

        @Override
        public long lastSequence(NodeName source, String subject) {
            return last;
        }
    }
}
