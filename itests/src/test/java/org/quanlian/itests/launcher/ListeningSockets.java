package org.quanlian.itests.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** On which addresses a process listens, as Linux tells it (proc(5)). */
final class ListeningSockets {
    private static final String LISTEN = "0A";
    private static final int WORD = 4;

    private ListeningSockets() {}

    /** An address on which a process listens. */
    record Listener(InetAddress address, int port) {
        boolean isLoopback() {
            return address.isLoopbackAddress();
        }
    }

    static List<Listener> of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        Set<String> own = sockets(process.resolve("fd"));
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : Files.readAllLines(process.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 9 && columns[3].equals(LISTEN) && own.contains(columns[9])) {
                    listeners.add(listener(columns[1]));
                }
            }
        }
        return listeners;
    }

    private static Set<String> sockets(Path descriptors) throws IOException {
        try (Stream<Path> open = Files.list(descriptors)) {
            return open.map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    /** The address stands there in words of the machine, each turned round on one that is little-endian. */
    private static Listener listener(String told) throws IOException {
        String[] parts = told.split(":", -1);
        byte[] words = HexFormat.of().parseHex(parts[0]);
        ByteBuffer address = ByteBuffer.allocate(words.length);
        for (int i = 0; i < words.length; i += WORD) {
            address.putInt(ByteBuffer.wrap(words, i, WORD)
                    .order(ByteOrder.nativeOrder())
                    .getInt());
        }
        return new Listener(InetAddress.getByAddress(address.array()), Integer.parseInt(parts[1], 16));
    }
}
