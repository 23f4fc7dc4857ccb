package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import org.quanlian.itests.launcher.Launcher;

/** A node of this build's distribution at a time that is set, from its start to its end. */
final class PracticeNode implements AutoCloseable {
    private final Launcher launcher;
    private final int port;

    private PracticeNode(Launcher launcher, int port) {
        this.launcher = launcher;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param folder empty; for all of its files
     * @param time at which it begins
     * @param etc names and contents of files that are in its {@code etc} beforehand
     */
    static PracticeNode start(Path folder, OffsetDateTime time, Map<String, String> etc) {
        Launcher launcher = Launcher.in(folder).withDistribution();
        succeed(launcher, "clock", time.toString());
        PracticeNode node = new PracticeNode(launcher, freePort());
        etc.forEach((name, text) -> write(launcher.data().resolve("etc").resolve(name), text));
        try {
            succeed(launcher, "up", "--port", Integer.toString(node.port));
        } catch (AssertionError e) {
            node.close();
            throw e;
        }
        return node;
    }

    /** The port on which it answers. */
    int port() {
        return port;
    }

    /** The one-time password of its first account: a node that is ready has made it. */
    String firstPassword() throws IOException {
        return Files.readString(launcher.data().resolve("first-operator-password"))
                .strip();
    }

    /** Lets it be later, and returns when the node says so. */
    void moveTo(OffsetDateTime time) {
        succeed(launcher, "clock", time.toString());
    }

    @Override
    public void close() {
        launcher.run("down", "--force");
    }

    private static void succeed(Launcher launcher, String... arguments) {
        Launcher.Outcome outcome = launcher.run(arguments);
        assertThat(outcome.exitCode())
                .as("%s: %s%s", String.join(" ", arguments), outcome.out(), outcome.err())
                .isZero();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
