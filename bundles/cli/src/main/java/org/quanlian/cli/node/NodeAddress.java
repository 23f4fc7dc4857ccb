package org.quanlian.cli.node;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where a node answers HTTP, as seen from its own machine.
 *
 * @param host host to ask
 * @param port port of the node
 */
record NodeAddress(String host, int port) {
    private static final String EVERYWHERE = "0.0.0.0";

    /** The address with that port, on the host that the operator set in the configuration of the node. */
    static NodeAddress configured(Path etc, int port) throws IOException {
        Properties settings = new Properties();
        Path file = etc.resolve("custom.system.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                settings.load(reader);
            }
        }
        String host = settings.getProperty("quanlian.http.host", Ports.LOOPBACK).strip();
        return new NodeAddress(host.isEmpty() || host.equals(EVERYWHERE) ? Ports.LOOPBACK : host, port);
    }

    /** The address that a start left in a data directory. */
    static NodeAddress recorded(Path data) throws IOException {
        URI uri = URI.create(Files.readString(record(data)).strip());
        return new NodeAddress(uri.getHost(), uri.getPort());
    }

    /** Leaves the address in a data directory. */
    void leaveIn(Path data) throws IOException {
        Files.writeString(record(data), this + "\n");
    }

    private static Path record(Path data) {
        return data.resolve("run").resolve("address");
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port + "/";
    }
}
