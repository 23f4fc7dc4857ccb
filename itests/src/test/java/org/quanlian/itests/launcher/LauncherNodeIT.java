package org.quanlian.itests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.NodeClient;
import org.quanlian.itests.PackVariant;
import org.quanlian.itests.Until;

/** A node from its start to its end, as its operator sees it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherNodeIT {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int NOT_RUNNING = 3;
    private static final int REFUSED = 4;
    private static final int GUESSERS = 4;
    private static final Duration READY_WITHIN = Duration.ofSeconds(25);

    @TempDir
    static Path folder;

    private static Launcher launcher;
    private static int port;
    private static Launcher.Outcome started;

    @BeforeAll
    static void up() throws IOException {
        launcher = Launcher.in(folder.resolve("券 联")).withDistribution();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        started = launcher.run("up", "--port", Integer.toString(port));
    }

    @AfterAll
    static void down() {
        launcher.run("down", "--force");
    }

    @Test
    @Order(1)
    void startsAndTellsItsAddress() {
        assertThat(started.exitCode()).as(started.err()).isEqualTo(DONE);
        assertThat(started.out()).contains("http://127.0.0.1:" + port + "/");
        assertThat(new NodeClient(port).get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(launcher.data().resolve("first-operator-password")).isNotEmptyFile();
    }

    @Test
    @Order(1)
    @EnabledIfSystemProperty(named = "quanlian.long", matches = "true", disabledReason = "needs a machine of its own")
    void startsInTime() {
        assertThat(started.duration()).isLessThan(READY_WITHIN);
    }

    @Test
    @Order(2)
    void isReady() {
        Launcher.Outcome status = launcher.run("status");

        assertThat(status.exitCode()).isEqualTo(DONE);
        assertThat(status.out()).contains("http://127.0.0.1:" + port + "/");
    }

    /** The web, the console and the socket by which the node is stopped; no JMX, no RMI, nothing for another machine. */
    @Test
    @Order(2)
    void listensToThisMachineAlone_asLongAsNobodySaysOtherwise() throws IOException {
        List<ListeningSockets.Listener> listeners = ListeningSockets.of(Long.parseLong(pid()));

        assertThat(listeners).extracting(ListeningSockets.Listener::port).contains(port);
        assertThat(listeners).hasSizeBetween(2, 3).allMatch(ListeningSockets.Listener::isLoopback);
    }

    /** Whatever strangers send, the log stays one object a line, and tells nothing of what they sent. */
    @Test
    @Order(2)
    void logsOneObjectALine_whateverStrangersSend() throws Exception {
        String forged = "x\\r\\n{\\\"level\\\":\\\"FORGED\\\"}\\u001b[31m\\u2028FORGED";
        NodeClient client = new NodeClient(port);
        String trace = client.send(
                        "POST",
                        "/api/v1/sessions",
                        HttpRequest.BodyPublishers.ofString(
                                "{\"login\":\"" + forged + "\",\"password\":\"" + forged + "\"}"),
                        List.of(
                                "Content-Type", "application/json",
                                "X-Forwarded-For", "FORGED, 1.2.3.4",
                                "traceparent", "00-FORGED",
                                "User-Agent", "FORGED"))
                .headers()
                .firstValue("X-Trace-Id")
                .orElseThrow();
        client.get("/FORGED%1b%5b31m%e2%80%a8");

        Path log = launcher.data().resolve("log/quanlian.log");
        Until.holds("the line of the request", Duration.ofSeconds(20), () -> Files.readString(log)
                .contains(trace));
        assertThat(Files.readAllLines(log)).allSatisfy(line -> assertThat(line)
                .startsWith("{\"time\":\"")
                .endsWith("}")
                .doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]")
                .doesNotContain("FORGED"));
    }

    @Test
    @Order(3)
    void isAloneOnItsDataDirectory() throws IOException {
        Launcher.Outcome second = launcher.run("up", "--port", Integer.toString(port));

        assertThat(second.exitCode()).isEqualTo(REFUSED);
        assertThat(second.err()).contains(pid(), launcher.data().toString());
    }

    @Test
    @Order(4)
    void keepsItsSecretsToItsOwner() throws IOException {
        Path password = launcher.data().resolve("console-password");

        assertThat(Files.readString(password)).matches("[A-Za-z0-9]{24,}\n");
        assertThat(permissions(password)).isEqualTo("rw-------");
        assertThat(permissions(launcher.data().resolve("etc/users.properties"))).isEqualTo("rw-------");
        assertThat(permissions(launcher.data())).isEqualTo("rwx------");
        for (String log : new String[] {"log/quanlian.log", "log/console.log"}) {
            assertThat(launcher.data().resolve(log))
                    .content()
                    .doesNotContain(Files.readString(password).strip());
        }
    }

    /** Whoever guesses is soon disconnected; their failures are counted against nobody, so the operator gets in meanwhile. */
    @Test
    @Order(4)
    void endsAConnectionAfterThreeWrongPasswords_andLetsTheOperatorIn() throws Exception {
        int console = Integer.parseInt(
                Files.readString(launcher.data().resolve("run/console-port")).strip());
        Path log = launcher.data().resolve("log/quanlian.log");
        String failed = "Authentication failed - operator";
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService attackers = Executors.newFixedThreadPool(GUESSERS);
        try (ConsoleGuesser guesser = new ConsoleGuesser(console)) {
            guesser.guess(50);
            assertThat(lines(log, failed)).isEqualTo(3);

            List<Future<?>> attacks = new ArrayList<>();
            for (int i = 0; i < GUESSERS; i++) {
                attacks.add(attackers.submit(() -> {
                    while (!over.get()) {
                        guesser.guess(50);
                    }
                    return true;
                }));
            }
            long begin = System.nanoTime();
            Until.holds("many guesses", Duration.ofMinutes(1), () -> lines(log, failed) > 40);

            Launcher.Outcome list = launcher.run("policy", "list");

            over.set(true);
            for (Future<?> attack : attacks) {
                attack.get();
            }
            System.out.printf(
                    "%.0f guesses a second at the password of the console%n",
                    lines(log, failed) / ((System.nanoTime() - begin) / 1e9));
            assertThat(list.exitCode()).as(list.err()).isEqualTo(DONE);
        } finally {
            over.set(true);
            attackers.shutdownNow();
        }
    }

    /** What is set there is taken at once, and nobody loses the database for it. */
    @Test
    @Order(4)
    void chainsItsTrailByAnotherAlgorithm_withoutClosingTheDatabase() throws Exception {
        Path settings = launcher.data().resolve("etc/org.quanlian.audit.cfg");
        Path log = launcher.data().resolve("log/quanlian.log");
        String opened = "\"logger\":\"org.quanlian.store.internal.startup.StoreStartup\"";
        long before = lines(log, opened);
        Files.writeString(settings, Files.readString(settings).replace("algorithm = SHA-256", "algorithm = SM3"));

        Until.holds("an entry that is chained by SM3", Duration.ofMinutes(1), () -> {
            launcher.run("keys", "rotate", "access-tokens");
            Path export = folder.resolve("trail-" + System.nanoTime() + ".jsonl");
            launcher.run("audit", "export", export.toString());
            return Files.readString(export).contains("\"algorithm\":\"SM3\"");
        });

        assertThat(before).isPositive();
        assertThat(lines(log, opened)).as("how often the database was opened").isEqualTo(before);
        assertThat(launcher.run("audit", "verify").exitCode()).isEqualTo(DONE);
    }

    @Test
    @Order(5)
    void listsItsPolicies() {
        Launcher.Outcome list = launcher.run("policy", "list");

        assertThat(list.exitCode()).as(list.err()).isEqualTo(DONE);
        assertThat(list.out()).containsPattern("140000 +2025 +1\\.0\\.0 .*晋科函〔2025〕11号");
    }

    @Test
    @Order(6)
    void takesAPackAndGivesItBack() {
        Path jar = pack("1.0.1").writeTo(folder.resolve("packs/新 版's.jar"));

        Launcher.Outcome installed = launcher.run("policy", "install", jar.toString());
        assertThat(installed.exitCode()).as(installed.err()).isEqualTo(DONE);
        assertThat(installed.out()).contains("140000/2025/1.0.1");
        assertThat(launcher.run("policy", "list").out()).contains("1.0.1");

        Launcher.Outcome removed = launcher.run("policy", "remove", "140000/2025/1.0.1");
        assertThat(removed.exitCode()).as(removed.err()).isEqualTo(DONE);
        assertThat(launcher.run("policy", "list").out()).doesNotContain("1.0.1");
    }

    @Test
    @Order(7)
    void refusesABrokenPackWithTheReason() {
        Path jar = pack("1.0.2")
                .replacing("applicant.province:", "applicant.provinze:")
                .writeTo(folder.resolve("packs/broken.jar"));

        Launcher.Outcome installed = launcher.run("policy", "install", jar.toString());

        assertThat(installed.exitCode()).isEqualTo(FAILED);
        assertThat(installed.out()).isEmpty();
        assertThat(installed.err()).contains("applicant.provinze");
        assertThat(launcher.run("policy", "list").out()).doesNotContain("1.0.2").contains("1.0.0");
    }

    @Test
    @Order(8)
    void refusesToRemoveWhatIsNotThere() {
        assertThat(launcher.run("policy", "remove", "140000/2024").exitCode()).isEqualTo(FAILED);
        assertThat(launcher.run("policy", "install", "/nothing.jar").exitCode()).isEqualTo(BAD_INPUT);
    }

    @Test
    @Order(9)
    void comesBackAfterItWasKilledWithThePacksOfTheOperator() throws Exception {
        Path jar = pack("1.0.3").writeTo(folder.resolve("packs/kept.jar"));
        assertThat(launcher.run("policy", "install", jar.toString()).exitCode()).isEqualTo(DONE);
        ProcessHandle node = ProcessHandle.of(Long.parseLong(pid())).orElseThrow();
        node.destroyForcibly();
        node.onExit().get();
        assertThat(launcher.run("status").exitCode()).isEqualTo(NOT_RUNNING);

        Launcher.Outcome again = launcher.run("up", "--port", Integer.toString(port));

        assertThat(again.exitCode()).as(again.err()).isEqualTo(DONE);
        assertThat(launcher.run("policy", "list").out()).contains("1.0.3");
    }

    @Test
    @Order(10)
    @EnabledIfSystemProperty(named = "quanlian.long", matches = "true")
    void isKilledOnDemandOnlyWhenItDoesNotStop() throws Exception {
        new ProcessBuilder("kill", "-STOP", pid()).start().waitFor();

        Launcher.Outcome hung = launcher.run("status");
        assertThat(hung.exitCode()).isEqualTo(FAILED);
        Launcher.Outcome asked = launcher.run("down");
        assertThat(asked.exitCode()).isEqualTo(FAILED);
        assertThat(asked.err()).contains("--force");

        assertThat(launcher.run("down", "--force").exitCode()).isEqualTo(DONE);
        assertThat(launcher.run("up", "--port", Integer.toString(port)).exitCode())
                .isEqualTo(DONE);
    }

    @Test
    @Order(11)
    void stops() {
        Launcher.Outcome stopped = launcher.run("down");

        assertThat(stopped.exitCode()).as(stopped.err()).isEqualTo(DONE);
        assertThat(launcher.run("status").exitCode()).isEqualTo(NOT_RUNNING);
        assertThat(launcher.run("down").exitCode()).isEqualTo(DONE);
    }

    private static PackVariant pack(String version) {
        return PackVariant.of(Path.of(System.getProperty("quanlian.pack")), version);
    }

    private static long lines(Path log, String text) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.contains(text))
                .count();
    }

    private static String pid() throws IOException {
        return Files.readString(launcher.data().resolve("run/pid")).strip();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
