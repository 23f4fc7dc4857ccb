package org.quanlian.exchange.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.MessageFormat;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.partner.Agreement;
import org.quanlian.exchange.partner.Endpoint;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.signature.SignatureVerifier;
import org.quanlian.exchange.testing.MovableClock;
import org.quanlian.exchange.testing.TestNode;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.keys.Profile;
import org.quanlian.model.DateRange;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.exchange.PartnerCertificate.Use;

/** Connections between nodes, by real sockets on loopback: who gets in, what is carried, and what is let go. */
class TransportTest {
    private static final Arrived MESSAGE = new Arrived(bytes("{\"a\":1}"), bytes("signature"));

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Clock clock = new MovableClock(now);
    private final Map<NodeName, List<Pin>> believed = new ConcurrentHashMap<>();
    private final List<NodeName> peers = new CopyOnWriteArrayList<>();
    private final AtomicReference<Arrived> arrived = new AtomicReference<>();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private final AtomicReference<List<PeerService>> services = new AtomicReference<>(List.of());

    private TestNode shanxi;
    private TestNode hainan;
    private TestNode stranger;
    private ExchangeServer server;
    private HttpCourier courier;

    @BeforeEach
    void start() throws IOException {
        shanxi = new TestNode("140000", folder, Profile.GM, clock);
        hainan = new TestNode("460000", folder, Profile.INTL, clock);
        stranger = new TestNode("440000", folder, Profile.INTL, clock);
        believe(shanxi, hainan);
        services.set(List.of(new Messages(this::receive)));
        server = new ExchangeServer("127.0.0.1", 0, hainan::connectionKey, this::pins, services::get);
        server.start();
        courier = new HttpCourier(shanxi::connectionKey, this::pins, Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void shouldCarryAMessageAndItsReceipt_andTellWhoSentIt() throws IOException {
        Answer answer = courier.deliver(partner(), MESSAGE);

        assertThat(answer.receipt()).isEqualTo(bytes("receipt"));
        assertThat(answer.signature()).isEqualTo(bytes("its signature"));
        assertThat(arrived.get().message()).isEqualTo(MESSAGE.message());
        assertThat(arrived.get().signature()).isEqualTo(MESSAGE.signature());
        assertThat(peers).containsExactly(shanxi.name());
    }

    @Test
    void shouldCarryTheBiggestMessage_andNothingBigger() throws IOException {
        courier.deliver(
                partner(), new Arrived(new byte[MessageFormat.MAX_BYTES], new byte[SignatureVerifier.MAX_BYTES]));

        assertThat(arrived.get().message()).hasSize(MessageFormat.MAX_BYTES);
        assertThatThrownBy(() -> courier.deliver(
                        partner(), new Arrived(new byte[MessageFormat.MAX_BYTES + 100], new byte[20_000])))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("413")
                .hasMessageContaining("transport.size");
    }

    @Test
    void shouldTellTheOtherPartnersName_whenAnotherPartnersCertificateConnects() throws IOException {
        believe(shanxi, hainan, stranger);

        new HttpCourier(stranger::connectionKey, this::pins).deliver(partner(), MESSAGE);

        // Whether that may be is for who receives: the message names its source.
        assertThat(peers).containsExactly(stranger.name());
    }

    @Test
    void shouldLetNobodyIn_whoseCertificateIsNoPartners() {
        HttpCourier wrong = new HttpCourier(stranger::connectionKey, this::pins);

        assertThatThrownBy(() -> wrong.deliver(partner(), MESSAGE)).isInstanceOf(IOException.class);
        assertThat(peers).isEmpty();
    }

    @Test
    void shouldLetNobodyIn_whoShowsNoCertificate() throws Exception {
        SSLContext nobody = SSLContext.getInstance("TLSv1.3");
        nobody.init(null, new TrustManager[] {new PinnedTrust(this::pins)}, null);

        assertThatThrownBy(() -> post(nobody, "messages", bytes("{}"))).isInstanceOf(IOException.class);
        assertThat(peers).isEmpty();
    }

    @Test
    void shouldLetNobodyIn_whoSpeaksAnOlderTls() throws Exception {
        SSLContext context = MutualTls.context(shanxi::connectionKey, this::pins);
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
    }

    @Test
    void shouldAnswerNoPlainHttp() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes("POST /exchange/v1/messages HTTP/1.1\r\nHost: x\r\n\r\n"));

            assertThat(new String(all(socket.getInputStream()), StandardCharsets.ISO_8859_1))
                    .doesNotContain("HTTP/");
        }
        assertThat(peers).isEmpty();
    }

    @Test
    void shouldEndAtOnce_whatACertificateOpenedThatIsRevoked() throws IOException {
        courier.deliver(partner(), MESSAGE);
        believed.put(shanxi.name(), List.of());

        // The same connection as before: it was opened while the certificate was good.
        assertThatThrownBy(() -> courier.deliver(partner(), MESSAGE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("transport.peer");
        assertThatThrownBy(() -> courier.deliver(partner(), MESSAGE)).isInstanceOf(IOException.class);
        assertThat(peers).hasSize(1);

        believe(shanxi);
        courier.deliver(partner(), MESSAGE);
        assertThat(peers).hasSize(2);
    }

    @Test
    void shouldCarryNothing_toANodeWhoseCertificateIsRevokedOrAnothers() throws IOException {
        courier.deliver(partner(), MESSAGE);
        believed.put(hainan.name(), List.of());
        assertThatThrownBy(() -> courier.deliver(partner(), MESSAGE)).hasMessageContaining("no certificate");

        // Hainan's node is said to be the stranger's, whose certificate is another.
        believed.put(
                hainan.name(), List.of(new Pin(hainan.name(), stranger.pin().certificate())));
        assertThatThrownBy(() -> courier.deliver(partner(), MESSAGE)).isInstanceOf(IOException.class);
        // It is not enough that some partner has it.
        believed.put(
                stranger.name(), List.of(new Pin(stranger.name(), hainan.pin().certificate())));
        assertThatThrownBy(() -> courier.deliver(partner(), MESSAGE)).isInstanceOf(IOException.class);
        assertThat(peers).hasSize(1);
    }

    @Test
    void shouldGoOnWithTheNewKey_whenOneTakesThePlaceOfAnother() throws IOException {
        courier.deliver(partner(), MESSAGE);
        String before = shanxi.pin().fingerprint();
        believed.put(
                shanxi.name(),
                List.of(
                        shanxi.pin(),
                        new Pin(
                                shanxi.name(),
                                shanxi.credentials().rotate(Use.TRANSPORT).certificate())));
        courier.deliver(partner(), MESSAGE);
        assertThat(shanxi.pin().fingerprint()).isEqualTo(before);

        now.set(now.get().plus(TestNode.OVERLAP));
        courier.deliver(partner(), MESSAGE);

        assertThat(shanxi.pin().fingerprint()).isNotEqualTo(before);
        assertThat(peers).hasSize(3).containsOnly(shanxi.name());
    }

    @Test
    void shouldSayWhatIsWrong_withARequest() throws Exception {
        SSLContext context = MutualTls.context(shanxi::connectionKey, this::pins);

        assertThat(post(context, "messages", bytes("{\"message\":\"AA==\"}")).body())
                .contains("envelope.member");
        assertThat(post(context, "messages", bytes("{\"message\":\"%\",\"signature\":\"AA==\"}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(context, "messages", bytes("no json")).body()).contains("json.syntax");
        assertThat(post(context, "else", bytes("{}")).statusCode()).isEqualTo(404);
        assertThat(send(context, request("messages").GET()).statusCode()).isEqualTo(405);
        assertThat(send(context, request("messages").POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        failure.set(new StoreUnavailableException(new IOException("the database is away")));
        assertThat(post(context, "messages", envelope()).statusCode()).isEqualTo(503);
        failure.set(new IllegalStateException("a mistake"));
        HttpResponse<String> failed = post(context, "messages", envelope());
        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(failed.body()).doesNotContain("a mistake").contains("transport.failed");
        services.set(List.of());
        assertThat(post(context, "messages", envelope()).statusCode()).isEqualTo(503);
        assertThat(peers).isEmpty();
    }

    @Test
    void shouldRefuseABodyThatGrowsTooBig_whileItArrives() throws Exception {
        HttpResponse<String> answer = send(
                MutualTls.context(shanxi::connectionKey, this::pins),
                request("messages")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(new byte[Envelope.MAX_MESSAGE + 1]))));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void shouldWaitForNoAnswerForEver_andTakeNoneThatIsTooBig() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        services.set(List.of(service(question -> {
            await(end);
            return question;
        })));
        HttpCourier impatient = new HttpCourier(shanxi::connectionKey, this::pins, Duration.ofMillis(500));
        assertThatThrownBy(() -> impatient.ask(partner(), "test", bytes("{}"), 100))
                .isInstanceOf(IOException.class);
        end.countDown();
        services.set(List.of(service(question -> new byte[101])));
        assertThatThrownBy(() -> courier.ask(partner(), "test", bytes("{}"), 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 100 bytes");
        assertThat(courier.ask(partner(), "test", bytes("{}"), 101)).hasSize(101);
    }

    private interface Question {
        byte[] answer(byte[] question);
    }

    private static PeerService service(Question asked) {
        return new PeerService() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public int maxBytes() {
                return 100;
            }

            @Override
            public byte[] answer(NodeName peer, byte[] question) {
                return asked.answer(question);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer receive(NodeName peer, Arrived message) {
        if (failure.get() != null) {
            throw failure.get();
        }
        peers.add(peer);
        arrived.set(message);
        return new Answer(bytes("receipt"), bytes("its signature"));
    }

    private void believe(TestNode... nodes) {
        for (TestNode node : nodes) {
            believed.put(node.name(), List.of(node.pin()));
        }
    }

    private List<Pin> pins() {
        List<Pin> all = new ArrayList<>();
        believed.values().forEach(all::addAll);
        return all;
    }

    private Partner partner() {
        return new Partner(
                hainan.name(),
                Endpoint.parse("https://127.0.0.1:" + server.port() + "/exchange"),
                List.of(),
                new Agreement(new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)), Set.of(), Set.of()));
    }

    private static byte[] envelope() {
        return Envelope.of(MESSAGE);
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + "/exchange/v1/" + name));
    }

    private HttpResponse<String> post(SSLContext context, String name, byte[] body) throws Exception {
        return send(
                context,
                request(name)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static HttpResponse<String> send(SSLContext context, HttpRequest.Builder request) throws Exception {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return HttpClient.newBuilder()
                .sslContext(context)
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] all(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            // Cut off, which is an answer too.
            return new byte[0];
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
