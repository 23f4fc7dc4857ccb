package org.quanlian.exchange.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quanlian.exchange.evidence.Evidence;
import org.quanlian.exchange.evidence.MessageEvidence;
import org.quanlian.exchange.inbound.Admission;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Applier;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.inbound.Reception;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.outbound.Backoff;
import org.quanlian.exchange.outbound.Breaker;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.outbound.Dispatch;
import org.quanlian.exchange.outbound.DispatchSettings;
import org.quanlian.exchange.outbound.Expiries;
import org.quanlian.exchange.outbound.Telling;
import org.quanlian.exchange.signature.Certificates;
import org.quanlian.exchange.signature.MessageSigner;
import org.quanlian.exchange.signature.Profile;
import org.quanlian.exchange.signature.SigningIdentity;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RepeatedRequests;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerRecord;

/** A province's node without its web: a real database, and all that messages pass through. */
final class TestNode implements AutoCloseable {
    static final Instant START = Instant.parse("2025-07-01T01:00:00Z");
    static final MessageType SUSPENDED = new MessageType(DataClass.CREDIT, "suspended", 1);

    private static final String APPLIED = "applied";

    final NodeName name;
    final SettableClock clock = new SettableClock(START);
    final MortalStore store;
    final Ids ids = new Ids(clock, new SecureRandom());
    SigningIdentity identity;
    Optional<Applier> applier = Optional.of(new RecordingApplier());

    private final TestDatabase database = TestDatabase.derby();
    private final Profile profile;

    TestNode(String province, Profile profile) {
        name = new NodeName(new Area(province));
        this.profile = profile;
        store = new MortalStore(database.store(clock));
        identity = newIdentity();
    }

    /** A new key and certificate, good for ten years. */
    SigningIdentity newIdentity() {
        return Certificates.selfSigned(
                profile, name, START.minus(Duration.ofDays(2)), START.plus(Duration.ofDays(3_650)), new SecureRandom());
    }

    /** Makes another node a partner, in both directions, of credit. */
    void meet(TestNode other) {
        meet(other, new TreeSet<>(List.of("credit")), LocalDate.of(2040, 12, 31));
    }

    void meet(TestNode other, SortedSet<String> classes, LocalDate until) {
        inStore(session -> {
            session.exchange()
                    .partners()
                    .add(new PartnerRecord(
                            other.name.province(),
                            new LocalizedText("节点", "Node"),
                            "https://node.example/exchange",
                            "AAAA",
                            new DateRange(LocalDate.of(2025, 1, 1), until),
                            classes,
                            classes,
                            PartnerRecord.State.ACTIVE,
                            clock.instant(),
                            1));
            return true;
        });
        believe(other, other.identity);
    }

    /** Changes what was agreed with a partner. */
    void agree(TestNode other, SortedSet<String> classes, LocalDate until) {
        inStore(session -> {
            PartnerRecord before =
                    session.exchange().partners().find(other.name.province()).orElseThrow();
            session.exchange()
                    .partners()
                    .update(
                            before,
                            new PartnerRecord(
                                    before.province(),
                                    before.name(),
                                    before.endpoint(),
                                    before.agreementKey(),
                                    new DateRange(LocalDate.of(2025, 1, 1), until),
                                    classes,
                                    classes,
                                    before.state(),
                                    before.addedAt(),
                                    before.version() + 1));
            return true;
        });
    }

    void believe(TestNode other, SigningIdentity theirs) {
        inStore(session -> {
            session.exchange()
                    .partners()
                    .add(new PartnerCertificate(
                            other.name.province(),
                            PartnerCertificate.Use.SIGNATURE,
                            Certificates.fingerprint(theirs.certificate()),
                            Certificates.pem(theirs.certificate()),
                            clock.instant(),
                            Optional.empty()));
            return true;
        });
    }

    void revoke(TestNode other, SigningIdentity theirs) {
        inStore(session -> session.exchange()
                .partners()
                .revoke(other.name.province(), Certificates.fingerprint(theirs.certificate()), clock.instant()));
    }

    <T> T inStore(Function<Session, T> work) {
        return store.write(work);
    }

    /** Tells a partner something about a subject. */
    Id<Message> tell(TestNode other, String subject, String text) {
        return inStore(session -> telling().tell(session, other.name, told(subject, text)))
                .orElseThrow();
    }

    Telling telling() {
        return new Telling(name, clock, ids, new Expiries(Map.of()));
    }

    static Telling.Told told(String subject, String text) {
        return new Telling.Told(
                SUSPENDED,
                subject,
                Optional.empty(),
                JsonNodeFactory.instance.objectNode().put("text", text));
    }

    Dispatch dispatch(Courier courier) {
        return dispatch(courier, 3, Duration.ofDays(365));
    }

    Dispatch dispatch(Courier courier, int breakAfter, Duration giveUpAfter) {
        return new Dispatch(
                name,
                store,
                clock,
                courier,
                this::signer,
                new DispatchSettings(8, 4, giveUpAfter),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(30), new Random(1)),
                new Breaker(breakAfter, new Backoff(Duration.ofSeconds(30), Duration.ofMinutes(20), new Random(2))));
    }

    Answer receive(TestNode from, Arrived arrived) {
        return new Reception(
                        name,
                        store,
                        clock,
                        ids,
                        new Admission(name, clock, Duration.ofMinutes(5)),
                        this::signer,
                        dataClass -> applier.filter(each -> each.dataClass() == dataClass))
                .receive(from.name, arrived);
    }

    MessageSigner signer() {
        return new MessageSigner(identity, clock);
    }

    Arrived signed(Message message) {
        byte[] bytes = MessageFormat.write(message);
        return new Arrived(bytes, signer().sign(bytes));
    }

    /** What was applied about a subject, in the order in which it was. */
    List<String> applied(String subject) {
        return inStore(session -> {
            List<String> texts = new ArrayList<>();
            for (Optional<RepeatedRequests.Answer> next = at(session, subject, 1);
                    next.isPresent();
                    next = at(session, subject, texts.size() + 1)) {
                texts.add(next.get().body());
            }
            return texts;
        });
    }

    OutboxEntry outbox(Id<Message> id) {
        return inStore(session -> session.exchange().outbox().find(new Id<>(id.value())))
                .orElseThrow();
    }

    List<Evidence> evidence(Id<Message> id) {
        return inStore(session -> MessageEvidence.of(session.exchange(), id));
    }

    /** How many messages to a partner are not settled. */
    long unsettled(TestNode partner) {
        return inStore(session -> session.exchange().outbox().counts().stream()
                .filter(count -> count.partner().equals(partner.name.province()))
                .filter(count -> count.state() != OutboxEntry.State.REFUSED)
                .collect(Collectors.summingLong(count -> count.messages())));
    }

    /** What is not settled, for a test that waits for it in vain. */
    List<OutboxEntry> stuck() {
        return inStore(session -> session.exchange()
                .outbox()
                .page(Optional.empty(), Optional.of(OutboxEntry.State.OWED), Page.Request.first())
                .items());
    }

    @Override
    public void close() {
        database.close();
    }

    private static Optional<RepeatedRequests.Answer> at(Session session, String subject, int place) {
        return session.repeatedRequests().find(APPLIED, subject + "#" + place);
    }

    /** Writes into the database what it was told, so that it happens with its message or not at all. */
    private static final class RecordingApplier implements Applier {
        @Override
        public DataClass dataClass() {
            return DataClass.CREDIT;
        }

        @Override
        public void apply(Session session, Message message) {
            int next = 1;
            while (at(session, message.subject(), next).isPresent()) {
                next++;
            }
            session.repeatedRequests()
                    .keep(
                            APPLIED,
                            message.subject() + "#" + next,
                            new RepeatedRequests.Answer(
                                    "applied",
                                    200,
                                    "",
                                    message.data().get("text").textValue(),
                                    message.time()));
        }
    }
}
