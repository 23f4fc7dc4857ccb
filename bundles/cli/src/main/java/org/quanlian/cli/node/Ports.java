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
     * The first port of the loopback interface from one on that is free and that nobody else is about to use; it is claimed
     * then.
     *
     * @param taken a port that the same start uses otherwise
     * @throws IllegalStateException when there is none
     */
    static int firstFree(int from, int taken, PortClaims claims) throws IOException {
        for (int port = from; port <= HIGHEST; port++) {
            if (port != taken && isFree(port, claims)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + from + " on is free");
    }

    /** Whether a port of the loopback interface is free, and nobody else is about to use it; it is claimed then. */
    static boolean isFree(int port, PortClaims claims) throws IOException {
        // In this order: who listened meanwhile is seen by the second.
        if (!claims.claim(port)) {
            return false;
        }
        if (obstacle(LOOPBACK, port).isPresent()) {
            claims.release(port);
            return false;
        }
        return true;
    }
}
