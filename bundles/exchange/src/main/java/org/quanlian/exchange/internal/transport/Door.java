package org.quanlian.exchange.internal.transport;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.quanlian.exchange.Refusal;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.CanonicalJson;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.vouchers.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What partners ask, over HTTP: a POST of JSON to {@code /exchange/v1/NAME}, and nothing else. Who asks is looked up for each
 * request, so that a certificate that was revoked ends the connections that it opened.
 */
final class Door extends Handler.Abstract {
    /** How long a body may take to arrive. */
    static final Duration BODY_BOUND = Duration.ofSeconds(30);
    /** After how long to ask again what can't be answered now. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String ROOT = "/exchange/v1/";
    private static final String JSON = "application/json";
    private static final int BUFFER = 16 * 1024;

    private final PinnedTrust trust;
    private final Supplier<List<PeerService>> services;
    private final Duration bodyBound;

    /**
     * @param trust tells whose a certificate is
     * @param services what there is to ask now
     * @param bodyBound how long a body may take to arrive
     */
    Door(PinnedTrust trust, Supplier<List<PeerService>> services, Duration bodyBound) {
        this.trust = trust;
        this.services = services;
        this.bodyBound = bodyBound;
    }

    /** What is answered. */
    @SuppressWarnings("ArrayRecordComponent") // Written as it is; none are compared.
    private record Reply(int status, byte[] body, boolean last) {
        static Reply refused(int status, Refusal why) {
            return new Reply(
                    status,
                    CanonicalJson.write(JsonNodeFactory.instance
                            .objectNode()
                            .put("code", why.code())
                            .put("zh-CN", why.text().zh())
                            .put("en", why.text().en())),
                    true);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Reply reply;
        try {
            reply = reply(request);
        } catch (RefusedMessageException e) {
            reply = Reply.refused(400, e.refusal());
        } catch (StoreUnavailableException e) {
            LOG.warn("a partner is asked to come again: {}", e.getMessage());
            reply = Reply.refused(503, Refusals.forNow("transport.later"));
        } catch (TimeoutException e) {
            reply = Reply.refused(408, Refusals.forNow("transport.slow", bodyBound.toSeconds()));
        } catch (IOException e) {
            // The other end is gone, or was silent for too long; there may be nobody to tell.
            callback.failed(e);
            return true;
        } catch (RuntimeException e) {
            LOG.error("what a partner asked could not be answered", e);
            reply = Reply.refused(500, Refusals.forNow("transport.failed"));
        }
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (reply.status() == 503) {
            response.getHeaders().put(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(RETRY_AFTER.toSeconds())));
        }
        if (reply.last()) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
    }

    private Reply reply(Request request) throws IOException, TimeoutException {
        Optional<Pin> peer = peer(request);
        if (peer.isEmpty()) {
            return Reply.refused(403, Refusals.forNow("transport.peer"));
        }
        String path = request.getHttpURI().getCanonicalPath();
        Optional<PeerService> asked = services.get().stream()
                .filter(service -> (ROOT + service.name()).equals(path))
                .findFirst();
        if (asked.isEmpty()) {
            return path != null && path.equals(ROOT + Messages.NAME)
                    ? Reply.refused(503, Refusals.forNow("transport.later"))
                    : Reply.refused(404, Refusals.lasting("transport.path"));
        }
        if (!HttpMethod.POST.is(request.getMethod())) {
            return Reply.refused(405, Refusals.lasting("transport.method"));
        }
        if (!JSON.equals(request.getHeaders().get(HttpHeader.CONTENT_TYPE))) {
            return Reply.refused(415, Refusals.lasting("transport.type"));
        }
        int most = asked.get().maxBytes();
        if (request.getLength() > most) {
            return Reply.refused(413, Refusals.lasting("transport.size", most));
        }
        Optional<byte[]> body = body(request, most);
        if (body.isEmpty()) {
            return Reply.refused(413, Refusals.lasting("transport.size", most));
        }
        return new Reply(200, asked.get().answer(peer.get().node(), body.get()), false);
    }

    private Optional<Pin> peer(Request request) {
        if (request.getAttribute(EndPoint.SslSessionData.ATTRIBUTE) instanceof EndPoint.SslSessionData session) {
            X509Certificate[] chain = session.peerCertificates();
            return chain == null || chain.length == 0 ? Optional.empty() : trust.pinOf(chain[0]);
        }
        return Optional.empty();
    }

    /** The whole body; empty when it is too big. */
    private Optional<byte[]> body(Request request, int most) throws IOException, TimeoutException {
        long end = System.nanoTime() + bodyBound.toNanos();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[BUFFER];
        try (InputStream in = Request.asInputStream(request)) {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                all.write(some, 0, read);
                if (all.size() > most) {
                    return Optional.empty();
                }
                // Each read ends within the connection's idle time, so a drip is seen here.
                if (System.nanoTime() - end > 0) {
                    throw new TimeoutException("the body is too slow");
                }
            }
        }
        return Optional.of(all.toByteArray());
    }
}
