package org.quanlian.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.CliRun;
import org.quanlian.cli.ExitCode;

class PrepareVerbTest {
    @TempDir
    Path folder;

    private Path home;
    private Path data;

    @BeforeEach
    void distribute() throws IOException {
        home = folder.resolve("the distribution");
        data = folder.resolve("数据");
        for (String part : new String[] {"etc", "lib", "system"}) {
            Files.createDirectories(home.resolve(part));
            Files.writeString(home.resolve(part).resolve("file"), part);
        }
        sum();
    }

    @Test
    void makesTheDataDirectoryAndPrintsTheOptionsOfTheStart() throws IOException {
        int port = freePort();

        CliRun prepared = prepare(port);

        assertThat(prepared.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(prepared.out())
                .matches("-Dquanlian.http.port=" + port + " -Dquanlian.console.port=\\d+ -Dkaraf.clean.cache=true\n");
        assertThat(data.resolve("etc/file")).hasContent("etc");
        assertThat(data.resolve("deploy")).isDirectory();
        assertThat(data.resolve("log")).isDirectory();
        assertThat(data.resolve("run/address")).hasContent("http://127.0.0.1:" + port + "/");
    }

    @Test
    void keepsTheCacheOfANodeThatLastRanFromTheSameDistribution() throws IOException {
        prepare(freePort());
        becomeReady();

        assertThat(prepare(freePort()).out()).doesNotContain("clean");
    }

    @Test
    void cleansTheCacheWhenTheDistributionHasChanged() throws IOException {
        prepare(freePort());
        becomeReady();
        Files.writeString(home.resolve("system/file"), "newer");
        sum();

        assertThat(prepare(freePort()).out()).contains("-Dkaraf.clean.cache=true");
        assertThat(prepare(freePort()).out())
                .as("until the node was ready once")
                .contains("-Dkaraf.clean.cache=true");
    }

    @Test
    void cleansTheCacheAgainWhenThatStartFailed() throws IOException {
        prepare(freePort());

        assertThat(prepare(freePort()).out()).contains("-Dkaraf.clean.cache=true");
    }

    @Test
    void refusesADistributionThatIsNotAsItWasDelivered_andNamesTheFiles() throws IOException {
        Files.writeString(home.resolve("system/file"), "tampered with");
        Files.delete(home.resolve("lib/file"));

        CliRun prepared = prepare(freePort());

        assertThat(prepared.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(prepared.out()).isEmpty();
        assertThat(prepared.err())
                .contains("system/file", "lib/file", "SHA256SUMS")
                .doesNotContain("etc/file");
        assertThat(data).as("nothing is made ready").doesNotExist();
    }

    @Test
    void refusesADistributionThatChangedSinceItLastRan() throws IOException {
        prepare(freePort());
        becomeReady();
        Files.writeString(home.resolve("system/file"), "tampered with");

        assertThat(prepare(freePort()).exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void refusesADistributionWithoutChecksums() throws IOException {
        Files.delete(home.resolve("SHA256SUMS"));

        assertThat(prepare(freePort()).err()).contains("SHA256SUMS");
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = listen(0)) {
            CliRun prepared = prepare(taken.getLocalPort());

            assertThat(prepared.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(prepared.out()).isEmpty();
            assertThat(prepared.err())
                    .contains(Integer.toString(taken.getLocalPort()))
                    .contains("--port");
        }
    }

    @Test
    void takesTheConsolePortOfLastTimeOrElseAnotherOne() throws IOException {
        int port = freePort();
        int consolePort = freePort();
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/console-port"), Integer.toString(consolePort));

        assertThat(prepare(port).out()).contains("-Dquanlian.console.port=" + consolePort + " ");
        try (ServerSocket taken = listen(consolePort)) {
            assertThat(prepare(port).out()).doesNotContain("port=" + taken.getLocalPort() + " ");
        }
    }

    /** Neither listens yet, so both would find the same port free. */
    @Test
    void givesTwoNodesThatAreStartedAtOnceTwoConsolePorts() throws IOException {
        long other = ProcessHandle.current().parent().orElseThrow().pid();

        CliRun one = prepare(freePort());
        CliRun two = prepare(folder.resolve("another"), freePort(), other);

        assertThat(one.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(two.exitCode()).as(two.err()).isEqualTo(ExitCode.DONE);
        assertThat(consolePort(folder.resolve("another"))).isNotEqualTo(consolePort(data));
    }

    @Test
    void doesNotTakeThePortThatAnotherStartIsAboutToUse() throws IOException {
        int port = freePort();
        prepare(port);

        CliRun two = prepare(
                folder.resolve("another"),
                port,
                ProcessHandle.current().parent().orElseThrow().pid());

        assertThat(two.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(two.err()).contains(Integer.toString(port), "is being started");
    }

    @Test
    void takesAPortThatALauncherClaimedWhichHasEnded() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        int port = freePort();
        prepare(folder.resolve("another"), port, ended.pid());

        assertThat(prepare(port).exitCode()).isEqualTo(ExitCode.DONE);
    }

    private static String consolePort(Path directory) throws IOException {
        return Files.readString(directory.resolve("run/console-port")).strip();
    }

    @Test
    void looksForTheNodeWhereTheOperatorPutIt() throws IOException {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/custom.system.properties"), "quanlian.http.host = 127.0.0.2\n");
        int port = freePort();

        prepare(port);

        assertThat(data.resolve("run/address")).hasContent("http://127.0.0.2:" + port + "/");
    }

    private CliRun prepare(int port) throws IOException {
        return prepare(data, port, ProcessHandle.current().pid());
    }

    private CliRun prepare(Path directory, int port, long launcher) throws IOException {
        Path claims = Files.createDirectories(folder.resolve("claims"));
        return CliRun.run(
                "prepare",
                "--home",
                home.toString(),
                "--data",
                directory.toString(),
                "--port",
                Integer.toString(port),
                "--claims",
                claims.toString(),
                "--for",
                Long.toString(launcher));
    }

    /** As the build does. */
    private void sum() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (String part : new String[] {"etc", "lib", "system"}) {
            sums.append(sha256(home.resolve(part).resolve("file")))
                    .append("  ")
                    .append(part)
                    .append("/file\n");
        }
        Files.writeString(home.resolve("SHA256SUMS"), sums);
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void becomeReady() throws IOException {
        Files.move(data.resolve("run/build.next"), data.resolve("run/build"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listen(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
