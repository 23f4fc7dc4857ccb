package org.quanlian.itests.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quanlian.itests.launcher.Launcher;
import org.quanlian.itests.year.HeldNode;
import org.quanlian.itests.year.People;

/** The node of a province, a process of its own, which exchanges with others. */
final class ProvinceNode implements AutoCloseable {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{4}( [0-9a-f]{4}){15}");

    private final String province;
    private final Launcher launcher;
    private final int port = freePort();
    private People people;

    private ProvinceNode(String province, Path folder) {
        this.province = province;
        this.launcher = Launcher.in(folder.resolve(province)).withDistribution();
    }

    /** Starts one that has exchanged nothing yet. */
    static ProvinceNode start(String province, String nameZh, String nameEn, Path folder) throws IOException {
        ProvinceNode node = new ProvinceNode(province, folder);
        int exchangePort = freePort();
        write(
                node.launcher.data().resolve("etc/org.quanlian.exchange.cfg"),
                """
                province = %s
                nameZh = %s
                nameEn = %s
                endpoint = https://127.0.0.1:%d/exchange
                host = 127.0.0.1
                port = %d
                """
                        .formatted(province, nameZh, nameEn, exchangePort, exchangePort));
        write(
                node.launcher.data().resolve("etc/org.quanlian.delivery.cfg"),
                """
                pause = PT0.2S
                retryAfter = PT0.5S
                retryAtMost = PT1S
                restAfter = PT0.5S
                restAtMost = PT1S
                """);
        node.up();
        node.people = new People(
                new HeldNode(node.port),
                Files.readString(node.launcher.data().resolve("first-operator-password"))
                        .strip());
        return node;
    }

    String province() {
        return province;
    }

    HeldNode node() {
        return new HeldNode(port);
    }

    People people() {
        return people;
    }

    /** Starts it again. */
    void up() {
        succeed("up", "--port", Integer.toString(port));
    }

    /** Ends its process at once, as a failing machine would. */
    void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readString(launcher.data().resolve("run/pid")).strip());
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    /** Introduces another node to this one, as the operators do who compare fingerprints. */
    void introduce(ProvinceNode other, Path folder) {
        Path file = folder.resolve(other.province + "-for-" + province + ".json");
        String exported = other.succeed("partner", "export", file.toString()).out();
        Matcher fingerprint = FINGERPRINT.matcher(exported);
        assertThat(fingerprint.find()).as(exported).isTrue();

        Launcher.Outcome shown = launcher.run("partner", "add", file.toString());
        assertThat(shown.exitCode()).as(shown.out() + shown.err()).isEqualTo(2);
        succeed("partner", "add", file.toString(), "--fingerprint", fingerprint.group());
    }

    Launcher.Outcome succeed(String... arguments) {
        Launcher.Outcome outcome = launcher.run(arguments);
        assertThat(outcome.exitCode())
                .as("%s: %s%s", String.join(" ", arguments), outcome.out(), outcome.err())
                .isZero();
        return outcome;
    }

    @Override
    public void close() {
        launcher.run("down", "--force");
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
