package org.quanlian.exchange.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.inbound.Answer;
import org.quanlian.exchange.inbound.Arrived;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.outbound.Courier;
import org.quanlian.exchange.partner.Partner;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.keys.CertifiedKey;

/**
 * Carries messages by mutual TLS. Connections to a partner are kept while neither its certificates nor this node's change;
 * else new ones are made, so that a certificate that was revoked carries nothing more.
 */
public final class HttpCourier implements Courier {
    /** How long a connection may take to come about. */
    static final Duration CONNECT_BOUND = Duration.ofSeconds(10);
    /** How long until the whole answer is there. */
    static final Duration ANSWER_BOUND = Duration.ofSeconds(60);

    private static final int MAX_QUOTED = 300;

    private final Supplier<CertifiedKey> own;
    private final Supplier<List<Pin>> pins;
    private final Duration answerBound;
    private final Map<NodeName, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param own the key for connections that works now
     * @param pins the certificates that are believed now
     */
    public HttpCourier(Supplier<CertifiedKey> own, Supplier<List<Pin>> pins) {
        this(own, pins, ANSWER_BOUND);
    }

    HttpCourier(Supplier<CertifiedKey> own, Supplier<List<Pin>> pins, Duration answerBound) {
        this.own = own;
        this.pins = pins;
        this.answerBound = answerBound;
    }

    /** Connections to a partner, and the certificates of both that they were made by. */
    private record Line(List<String> certificates, HttpClient client) {}

    @Override
    public Answer deliver(Partner partner, Arrived message) throws IOException {
        byte[] answer = ask(partner, Messages.NAME, Envelope.of(message), Envelope.MAX_RECEIPT);
        try {
            return Envelope.answer(answer);
        } catch (RefusedMessageException e) {
            throw new IOException(partner.node() + " answered no receipt: " + e.getMessage(), e);
        }
    }

    /**
     * Asks a partner's node something, JSON for JSON.
     *
     * @param name the end of the path, see {@link org.quanlian.exchange.transport.PeerService}
     * @param most the most bytes of the answer
     * @throws IOException when no answer came, or none of 200
     */
    public byte[] ask(Partner partner, String name, byte[] question, int most) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address(partner, name))
                .timeout(answerBound)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        CompletableFuture<HttpResponse<byte[]>> coming =
                client(partner.node()).sendAsync(request, info -> new BoundedBody(most));
        try {
            HttpResponse<byte[]> response = coming.get(answerBound.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                String said = new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
                throw new IOException(partner.node() + " answered " + response.statusCode() + ": "
                        + said.substring(0, Math.min(said.length(), MAX_QUOTED)));
            }
            return response.body();
        } catch (ExecutionException e) {
            throw new IOException(partner.node() + " did not answer: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new IOException(partner.node() + " did not answer within " + answerBound.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("told to stop while " + partner.node() + " was asked");
        }
    }

    private static URI address(Partner partner, String name) {
        String endpoint = partner.endpoint().address().toString();
        return URI.create((endpoint.endsWith("/") ? endpoint : endpoint + "/") + "v1/" + name);
    }

    private HttpClient client(NodeName node) throws IOException {
        CertifiedKey key = own.get();
        List<String> certificates = new ArrayList<>();
        certificates.add(key.id());
        pinsOf(node).forEach(pin -> certificates.add(pin.fingerprint()));
        if (certificates.size() == 1) {
            throw new IOException(node + " has no certificate for connections that is believed now");
        }
        return lines.compute(
                        node,
                        (name, line) -> line != null && line.certificates().equals(certificates)
                                ? line
                                : new Line(List.copyOf(certificates), open(node)))
                .client();
    }

    private HttpClient open(NodeName node) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {MutualTls.PROTOCOL});
        return HttpClient.newBuilder()
                .sslContext(MutualTls.context(own, () -> pinsOf(node)))
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_BOUND)
                .build();
    }

    private List<Pin> pinsOf(NodeName node) {
        return pins.get().stream().filter(pin -> pin.node().equals(node)).toList();
    }
}
