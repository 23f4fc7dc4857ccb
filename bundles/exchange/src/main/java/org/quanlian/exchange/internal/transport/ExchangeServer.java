package org.quanlian.exchange.internal.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.quanlian.exchange.partner.Pin;
import org.quanlian.exchange.transport.PeerService;
import org.quanlian.keys.CertifiedKey;

/** Answers partners' nodes on a port of its own, by mutual TLS and HTTP/1.1; nobody else gets as far as HTTP. */
public final class ExchangeServer implements AutoCloseable {
    /** How many connections there are at most; further ones wait in the network stack. */
    static final int MAX_CONNECTIONS = 128;
    /** How many threads serve them. */
    static final int MAX_THREADS = 32;
    /** How long a connection may be silent. */
    static final Duration IDLE = Duration.ofSeconds(20);
    /** Bytes of the request line and all headers. */
    static final int MAX_HEADERS = 8 * 1024;

    private static final int MIN_THREADS = 4;
    private static final int WAITING = 64;
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param host the address that it listens on
     * @param port the port; 0 for a free one
     * @param own the key for connections that works now
     * @param pins the certificates that are believed now
     * @param services what there is to ask now
     */
    public ExchangeServer(
            String host,
            int port,
            Supplier<CertifiedKey> own,
            Supplier<List<Pin>> pins,
            Supplier<List<PeerService>> services) {
        this(host, port, own, pins, services, Door.BODY_BOUND);
    }

    ExchangeServer(
            String host,
            int port,
            Supplier<CertifiedKey> own,
            Supplier<List<Pin>> pins,
            Supplier<List<PeerService>> services,
            Duration bodyBound) {
        // Its queue has no bound of its own: a connection has one job at a time, and connections are bounded.
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, (int) IDLE.toMillis());
        threads.setName("quanlian-exchange");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls(own, pins), "HTTP/1.1"), new HttpConnectionFactory(http()));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(WAITING);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        server.setHandler(new Door(new PinnedTrust(pins), services, bodyBound));
        server.setStopTimeout(STOP.toMillis());
    }

    /**
     * Begins to listen.
     *
     * @throws IOException when the address or the port can't be had
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the exchange can't listen", e);
        }
    }

    /** The port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the exchange does not stop listening", e);
        }
    }

    private static SslContextFactory.Server tls(Supplier<CertifiedKey> own, Supplier<List<Pin>> pins) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(MutualTls.context(own, pins));
        tls.setIncludeProtocols(MutualTls.PROTOCOL);
        tls.setNeedClientAuth(true);
        // Certificates are pinned, so names say nothing.
        tls.setEndpointIdentificationAlgorithm(null);
        tls.setSniRequired(false);
        return tls;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(MAX_HEADERS);
        http.setSendServerVersion(false);
        http.setSendDateHeader(false);
        http.setDelayDispatchUntilContent(true);
        http.addCustomizer(new SecureRequestCustomizer(false));
        return http;
    }
}
