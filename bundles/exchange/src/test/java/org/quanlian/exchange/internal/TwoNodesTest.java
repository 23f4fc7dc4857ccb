package org.quanlian.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.exchange.evidence.Evidence;
import org.quanlian.exchange.evidence.EvidenceFile;
import org.quanlian.exchange.evidence.EvidenceVerifier;
import org.quanlian.exchange.evidence.MessageEvidence;
import org.quanlian.exchange.evidence.Proof;
import org.quanlian.exchange.identity.NodeCredentials;
import org.quanlian.exchange.internal.delivery.Delivery;
import org.quanlian.exchange.internal.delivery.DeliverySettings;
import org.quanlian.exchange.internal.transport.ExchangeServer;
import org.quanlian.exchange.internal.transport.HttpCourier;
import org.quanlian.exchange.internal.transport.Messages;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.MessageType;
import org.quanlian.exchange.outbound.Telling.Told;
import org.quanlian.exchange.partner.Endpoint;
import org.quanlian.exchange.partner.Introductions;
import org.quanlian.exchange.partner.Offer;
import org.quanlian.exchange.partner.OwnDescriptor;
import org.quanlian.exchange.partner.PartnerBook;
import org.quanlian.exchange.partner.PartnerUpkeep;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.partner.Terms;
import org.quanlian.exchange.receipt.Receipt;
import org.quanlian.exchange.testing.TestNode;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.keys.CertifiedKey;
import org.quanlian.keys.Profile;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.PartnerCertificate;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** Two nodes of two profiles, introduced by files, over TLS and real databases: all that the exchange is, without data. */
class TwoNodesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<DataClass> CLASSES = Set.of(DataClass.AGREEMENT, DataClass.CREDIT);

    @TempDir
    private Path folder;

    private Node shanxi;
    private Node hainan;

    @BeforeEach
    void introduce() throws IOException {
        shanxi = new Node("140000", Profile.GM);
        hainan = new Node("460000", Profile.INTL);
        OwnDescriptor.Made ofShanxi = shanxi.descriptor.make();
        OwnDescriptor.Made ofHainan = hainan.descriptor.make();
        hainan.introductions.introduce(ofShanxi.bytes(), ofShanxi.fingerprint(), Terms.UNSAID);
        shanxi.introductions.introduce(ofHainan.bytes(), ofHainan.fingerprint(), Terms.UNSAID);
    }

    @AfterEach
    void close() throws IOException {
        shanxi.close();
        hainan.close();
    }

    @Test
    void shouldTellAPartnerOfNewKeys_soThatNobodyThereNeedDoAnything() {
        String signing = shanxi.credentials.rotate(Use.SIGNATURE).fingerprint();
        String transport = shanxi.credentials.rotate(Use.TRANSPORT).fingerprint();
        assertThat(hainan.believed()).doesNotContain(signing, transport);

        Id<Message> id = shanxi.tell(DescriptorNews.told(shanxi.descriptor.make()));
        shanxi.delivery.rounds().begin();

        await(() -> hainan.believed().containsAll(List.of(signing, transport)));
        await(() -> shanxi.receipt(id).isPresent());
        assertThat(shanxi.receipt(id).orElseThrow().stored()).isTrue();
        // Both sides can prove it, to anybody.
        assertThat(hainan.proof(id)).isEqualTo(shanxi.proof(id));
    }

    @Test
    void shouldRefuseWhatIsNoFileOfThePartner_andTellItWhy() {
        Id<Message> id = shanxi.tell(
                DescriptorNews.told(new TestNode("440000", folder, Profile.INTL, Clock.systemUTC()).file()));
        shanxi.delivery.rounds().begin();

        await(() -> shanxi.receipt(id).isPresent());
        assertThat(shanxi.receipt(id).orElseThrow().refusal().orElseThrow().code())
                .isEqualTo("partner.other");
        Id<Message> unknown = shanxi.tell(new Told(
                new MessageType(DataClass.AGREEMENT, "unheard-of", 1),
                "terms",
                Optional.empty(),
                JsonNodeFactory.instance.objectNode()));
        shanxi.delivery.rounds().begin();
        await(() -> shanxi.receipt(unknown).isPresent());
        assertThat(shanxi.receipt(unknown).orElseThrow().refusal().orElseThrow().code())
                .isEqualTo("message.attribute");
    }

    @Test
    void shouldGoOnWithoutLosingAnything_whenTheOldKeyIsRetiredInAHurry() {
        shanxi.credentials.rotate(Use.SIGNATURE);
        shanxi.credentials.rotate(Use.TRANSPORT);
        String signing = shanxi.credentials.working(Use.SIGNATURE).fingerprint();
        String transport = shanxi.credentials.working(Use.TRANSPORT).fingerprint();
        shanxi.credentials.retire(signing);
        shanxi.credentials.retire(transport);
        Id<Message> id = shanxi.tell(DescriptorNews.told(shanxi.descriptor.make()));
        shanxi.delivery.rounds().begin();
        // Hainan knows neither of the new keys, so nothing gets through until its operator adds the file.
        OwnDescriptor.Made file = shanxi.descriptor.make();
        PartnerUpkeep upkeep = new PartnerUpkeep(hainan.store, Clock.systemUTC());
        upkeep.remove(shanxi.credentials.node().province());
        hainan.introductions.introduce(file.bytes(), file.fingerprint(), Terms.UNSAID);
        assertThat(hainan.believed()).doesNotContain(signing, transport);

        await(() -> {
            shanxi.delivery.rounds().begin();
            return shanxi.receipt(id).isPresent();
        });
        assertThat(shanxi.receipt(id).orElseThrow().stored()).isTrue();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", PATIENCE).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A node without its console. */
    private final class Node implements AutoCloseable {
        private final TestDatabase database = TestDatabase.derby();
        private final Store store = database.store(Clock.systemUTC());
        private final AtomicReference<List<PeerService>> services = new AtomicReference<>(List.of());
        private final NodeCredentials credentials;
        private final ExchangeServer server;
        private final OwnDescriptor descriptor;
        private final Introductions introductions;
        private final Delivery delivery;

        Node(String province, Profile profile) throws IOException {
            Clock clock = Clock.systemUTC();
            credentials = new TestNode(province, folder, profile, clock).credentials();
            Supplier<CertifiedKey> own =
                    () -> credentials.working(Use.TRANSPORT).key();
            Supplier<List<Pin>> pins = () -> store.<List<Pin>>read(
                    session -> PartnerBook.connections(session.exchange().partners(), clock.instant()));
            server = new ExchangeServer("127.0.0.1", 0, own, pins, services::get);
            server.start();
            Offer offer = new Offer(
                    new LocalizedText("测试节点", "Test node"),
                    Endpoint.parse("https://127.0.0.1:" + server.port() + "/exchange"),
                    CLASSES,
                    CLASSES);
            descriptor = new OwnDescriptor(credentials, offer, clock);
            introductions = new Introductions(store, clock, credentials, offer);
            delivery = new Delivery(
                    credentials.node(),
                    store,
                    clock,
                    new Ids(clock, new SecureRandom()),
                    new HttpCourier(own, pins),
                    credentials::signer,
                    DeliverySettings.of(Map.of("retryAfter", "PT0.1S", "retryAtMost", "PT0.2S", "breakAfter", "100")),
                    RandomGenerator.getDefault());
            delivery.add(new DescriptorNews(introductions));
            services.set(List.of(new Messages(delivery.reception()::receive)));
        }

        Id<Message> tell(Told told) {
            return store.<Id<Message>>write(
                    session -> delivery.telling().tellAll(session, told).get(0));
        }

        /** What is proved by what is kept, through the file that people are given. */
        Optional<Proof> proof(Id<Message> id) {
            List<Evidence> found = store.<List<Evidence>>read(session -> MessageEvidence.of(session.exchange(), id));
            return found.stream()
                    .findFirst()
                    .map(evidence -> EvidenceVerifier.verify(EvidenceFile.read(EvidenceFile.write(evidence))));
        }

        Optional<Receipt> receipt(Id<Message> id) {
            return proof(id).flatMap(Proof::receipt);
        }

        /** The certificates of all partners that it believes. */
        List<String> believed() {
            return store.<List<String>>read(session -> session.exchange().partners().all().stream()
                    .flatMap(partner -> session.exchange().partners().certificates(partner.province()).stream())
                    .filter(each -> each.believedAt(Clock.systemUTC().instant()))
                    .map(PartnerCertificate::fingerprint)
                    .toList());
        }

        @Override
        public void close() throws IOException {
            delivery.close();
            server.close();
            database.close();
        }
    }
}
