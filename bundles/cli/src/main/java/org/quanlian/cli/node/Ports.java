package org.quanlian.cli.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;

/** Ports of this machine. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";
    static final int LOWEST = 1;
    static final int HIGHEST = 65_535;

    private Ports() {}

    /** What keeps a server from listening there now, if anything does. */
    static Optional<String> obstacle(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The first free port of the loopback interface from one on.
     *
     * @param taken a port that is about to be used, and so not free
     * @throws IllegalStateException when none is
     */
    static int firstFree(int from, int taken) {
        for (int port = from; port <= HIGHEST; port++) {
            if (port != taken && obstacle(LOOPBACK, port).isEmpty()) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + from + " on is free");
    }
}
