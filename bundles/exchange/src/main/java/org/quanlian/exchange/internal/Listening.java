package org.quanlian.exchange.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.exchange.internal.transport.ExchangeServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server for partners, begun again and again until its port can be had. Used by one thread at a time. */
public final class Listening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Supplier<ExchangeServer> making;
    private Optional<ExchangeServer> server = Optional.empty();
    private boolean closed;

    /** @param making makes a server that does not listen yet */
    public Listening(Supplier<ExchangeServer> making) {
        this.making = making;
    }

    /** Begins to listen, unless it does. */
    public synchronized void round() {
        if (closed || server.isPresent()) {
            return;
        }
        ExchangeServer made = making.get();
        try {
            made.start();
            server = Optional.of(made);
            LOG.info("partners are answered on port {}", made.port());
        } catch (IOException e) {
            LOG.error("partners can't be answered, and it is tried again: {}", e.getMessage());
            stop(made);
        }
    }

    /** Whether it listens. */
    public synchronized boolean listens() {
        return server.isPresent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.ifPresent(Listening::stop);
        server = Optional.empty();
    }

    private static void stop(ExchangeServer server) {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("the server for partners did not stop: {}", e.getMessage());
        }
    }
}
