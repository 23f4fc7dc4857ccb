package org.quanlian.cli.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of this machine's loopback interface. */
final class Ports {
    static final int LOWEST = 1;
    static final int HIGHEST = 65_535;

    private Ports() {}

    /** Whether a server could listen there now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The first free port from one on.
     *
     * @param taken a port that is about to be used, and so not free
     * @throws IllegalStateException when none is
     */
    static int firstFree(int from, int taken) {
        for (int port = from; port <= HIGHEST; port++) {
            if (port != taken && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port from " + from + " on is free");
    }
}
