package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.quanlian.itests.launcher.Launcher;

/** A node of this build's distribution at a time that is set, from its start to its end. */
public final class PracticeNode implements AutoCloseable {
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
    public static PracticeNode start(Path folder, OffsetDateTime time, Map<String, String> etc) {
        return start(Launcher.in(folder).withDistribution(), time, etc);
    }

    /**
     * Starts one as a launcher does, with the environment that this has.
     *
     * @param launcher whose data directory is not there yet
     * @param time at which it begins
     * @param etc names and contents of files that are in its {@code etc} beforehand
     */
    public static PracticeNode start(Launcher launcher, OffsetDateTime time, Map<String, String> etc) {
        succeed(launcher, "clock", time.toString());
        PracticeNode node = new PracticeNode(launcher, freePort());
        etc.forEach((name, text) -> write(launcher.data().resolve("etc").resolve(name), text));
        try {
            node.up();
        } catch (AssertionError e) {
            node.close();
            throw e;
        }
        return node;
    }

    /** Starts one that was brought back from a backup, at the time at which the other was. */
    public static PracticeNode restored(Launcher launcher) {
        PracticeNode node = new PracticeNode(launcher, freePort());
        node.up();
        return node;
    }

    /** The port on which it answers. */
    public int port() {
        return port;
    }

    /** The one-time password of its first account: a node that is ready has made it. */
    public String firstPassword() throws IOException {
        return Files.readString(launcher.data().resolve("first-operator-password"))
                .strip();
    }

    /** Lets it be later, and returns when the node says so. */
    public void moveTo(OffsetDateTime time) {
        succeed(launcher, "clock", time.toString());
    }

    /** Starts it again, and returns when it is ready; tells how long that took. */
    public Duration up() {
        return succeed(launcher, "up", "--port", Integer.toString(port)).duration();
    }

    /** Stops it as an operator does. */
    public void down() {
        succeed(launcher, "down");
    }

    /** Ends its process at once, as a failing machine would, and returns when it is gone. */
    public void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Its process, if it runs. */
    public Optional<ProcessHandle> process() {
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(data().resolve("run/pid")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its data directory. */
    public Path data() {
        return launcher.data();
    }

    /** Has the launcher do something about it. */
    public Launcher.Outcome ask(String... arguments) {
        return launcher.run(arguments);
    }

    @Override
    public void close() {
        launcher.run("down", "--force");
    }

    private static Launcher.Outcome succeed(Launcher launcher, String... arguments) {
        Launcher.Outcome outcome = launcher.run(arguments);
        assertThat(outcome.exitCode())
                .as("%s: %s%s", String.join(" ", arguments), outcome.out(), outcome.err())
                .isZero();
        return outcome;
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
