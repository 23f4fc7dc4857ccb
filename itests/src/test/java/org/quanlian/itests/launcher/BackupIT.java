package org.quanlian.itests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.NodeClient;
import org.quanlian.itests.Until;

/**
 * A node with a secret of every kind planted in it is asked well and badly, its keys are rotated, it is backed up under load and
 * brought back elsewhere: everything is back, and no secret stands anywhere but where it belongs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    private static final Duration WITHIN = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSPHRASE = "planted-passphrase-of-backups";
    private static final String PASSWORD = "planted password of a person";
    private static final String OTHER_PASSWORD = "another planted password";
    private static final String ID_NUMBER = "11010519491231002X";

    @TempDir
    static Path folder;

    private static Launcher launcher;
    private static Launcher again;
    private static NodeClient node;

    /** What must not be found, by what it is. */
    private static final Map<String, String> SECRETS = new TreeMap<>();

    /** Everything that was told to anybody, save for the answers by which somebody is given a secret of their own. */
    private static final ConcurrentLinkedQueue<String> TOLD = new ConcurrentLinkedQueue<>();

    private static final AtomicBoolean OVER = new AtomicBoolean();
    private static final Thread WATCH = new Thread(BackupIT::watchProcesses, "watch-processes");

    @BeforeAll
    static void up() throws Exception {
        launcher =
                Launcher.in(folder.resolve("node")).withDistribution().with("QUANLIAN_BACKUP_PASSPHRASE", PASSPHRASE);
        again = launcher.with("QUANLIAN_DATA", folder.resolve("restored").toString());
        plant("passphrase", PASSPHRASE);
        plant("password", PASSWORD);
        plant("wrong password", OTHER_PASSWORD);
        plant("identity card", ID_NUMBER);
        etc("org.quanlian.store.cfg", "url =\npassword = " + plant("database password", "planted-database-password"));
        etc(
                "org.quanlian.identity.cfg",
                """
                oidc.issuer = https://127.0.0.1:9
                oidc.client.id = node
                oidc.client.secret = %s
                oidc.redirect = https://node.example/api/v1/oidc/callback
                """
                        .formatted(plant("OIDC secret", "planted-oidc-client-secret")));
        etc(
                "org.quanlian.mail.cfg",
                """
                host = 127.0.0.1
                port = 9
                security = starttls
                user = node
                passwordFile = etc/mail-password
                from = node@example.org
                publicUrl = https://node.example/
                """);
        etc("mail-password", plant("mail password", "planted-mail-password") + "\n");
        WATCH.setDaemon(true);
        WATCH.start();
        node = new NodeClient(start(launcher));
    }

    @AfterAll
    static void down() {
        OVER.set(true);
        launcher.run("down", "--force");
        again.run("down", "--force");
    }

    @Test
    @Order(1)
    void storesSomethingAndIsAskedBadlyToo() throws Exception {
        Path first = launcher.data().resolve("first-operator-password");
        Until.holds("the first account", WITHIN, () -> Files.exists(first) && Files.size(first) > 0);
        String once = plant("one-time password", Files.readString(first).strip());
        plant(
                "console password",
                Files.readString(launcher.data().resolve("console-password")).strip());

        String token = begin("operator", once);
        JsonNode session = given(
                "PUT",
                "/api/v1/accounts/me/password",
                token,
                """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(once, PASSWORD));
        token = plant("access token 2", session.at("/accessToken").asText());
        String refresh = plant("refresh token 2", session.at("/refreshToken").asText());
        JsonNode account = given(
                "POST",
                "/api/v1/accounts",
                token,
                """
                {"login": "taiyuan.reviewer", "name": "测试初审员", "role": "CITY_REVIEWER", "city": "140100"}""");
        plant("one-time password 2", reset(account, token));

        tell(
                "POST",
                "/api/v1/enterprises",
                "",
                """
                {"uscc": "91140100MA0YEAR016", "name": "示例新材料有限公司", "area": "140105", "independentLegalPerson": true,
                 "representative": {"name": "张示例", "idNumber": "%s"}, "scale": {"industry": "SOFTWARE", "employees": 45,
                 "revenue": "8000000.00", "assets": "5000000.00"}, "researchSpending": [], "qualifications": [],
                 "account": {"login": "enterprise", "name": "王示例", "password": "%s"}}"""
                        .formatted(ID_NUMBER, PASSWORD));
        for (int i = 0; i < 6; i++) {
            tell("POST", "/api/v1/sessions", "", login("somebody", OTHER_PASSWORD));
            tell("POST", "/api/v1/sessions", "", login("somebody", OTHER_PASSWORD) + "}");
            tell(
                    "POST",
                    "/api/v1/sessions",
                    "",
                    "{\"login\": \"" + PASSWORD + "\", \"password\": [\"" + PASSWORD + "\"]}");
            tell("POST", "/api/v1/sessions/refresh", "", "{\"refreshToken\": \"" + refresh + "x\"}");
            tell("PUT", "/api/v1/accounts/me/password", token, "{\"currentPassword\": \"" + PASSWORD + "\"}");
            tell(
                    "POST",
                    "/api/v1/enterprises",
                    "",
                    "{\"representative\": {\"idNumber\": \"" + ID_NUMBER + "\", \"x\": 1}}");
            tell("GET", "/api/v1/accounts", token + "x", "");
            tell("GET", "/api/v1/accounts", token, "");
            tell("GET", "/api/v1/oidc/login", "", "");
            tell("GET", "/metrics", "", "");
            tell("GET", "/health/ready", "", "");
            tell("GET", "/api/v1/accounts?access_token=" + token, "", "");
        }
        for (String file : NodeFiles.keys(launcher.data().resolve("keys"))) {
            plant("key " + SECRETS.size(), file);
        }
    }

    @Test
    @Order(2)
    void rotatesItsKeys_withoutARestart() {
        for (String purpose : List.of("access-tokens", "personal-data", "audit-anchors")) {
            Launcher.Outcome rotated = run(launcher, "keys", "rotate", purpose);
            assertThat(rotated.exitCode()).as(rotated.err()).isZero();
            assertThat(rotated.out()).contains(purpose);
        }
        assertThat(run(launcher, "keys", "rotate", "person-names").err()).contains("can't be rotated");
        assertThat(run(launcher, "keys", "rotate", "nonsense").err()).contains("nonsense", "access-tokens");
        Launcher.Outcome list = run(launcher, "keys", "list");
        assertThat(list.out().lines().filter(line -> line.startsWith("access-tokens")))
                .hasSize(2);
        // The token of before is good, and so is one of the new key.
        assertThat(get("/api/v1/accounts", SECRETS.get("access token 2")).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/accounts", begin("operator", PASSWORD)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void isBackedUpUnderLoad_andBroughtBack() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        String token = begin("operator", PASSWORD);
        Thread load = new Thread(() -> {
            while (!enough.get()) {
                JsonNode account = given(
                        "POST",
                        "/api/v1/accounts",
                        token,
                        """
                        {"login": "load.%d", "name": "测试人员", "role": "CITY_REVIEWER", "city": "140100"}"""
                                .formatted(made.incrementAndGet()));
                assertThat(account.at("/login").asText()).startsWith("load.");
            }
        });
        load.start();
        Until.holds("the load", WITHIN, () -> made.get() > 3);
        Path backup = Files.createDirectories(folder.resolve("backups")).resolve("monday");

        Launcher.Outcome done = run(launcher, "backup", backup.toString());
        enough.set(true);
        load.join();

        assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
        assertThat(done.out()).contains(backup.toString()).doesNotContain("not sealed");
        assertThat(launcher.data().resolve("run").toFile().list()).noneMatch(name -> name.startsWith("passphrase"));

        // Not with another passphrase, and not over a node.
        assertThat(run(
                                again.with("QUANLIAN_BACKUP_PASSPHRASE", OTHER_PASSWORD),
                                "restore",
                                backup.toString(),
                                "--data",
                                again.data().toString())
                        .err())
                .contains("passphrase is wrong");
        assertThat(run(
                                launcher,
                                "restore",
                                backup.toString(),
                                "--data",
                                launcher.data().toString())
                        .err())
                .contains("no empty folder");
        Launcher.Outcome restored =
                run(again, "restore", backup.toString(), "--data", again.data().toString());
        assertThat(restored.exitCode()).as(restored.out() + restored.err()).isZero();

        List<JsonNode> before = accounts(node, token);
        NodeClient elsewhere = new NodeClient(start(again));
        List<JsonNode> after = accounts(elsewhere, token);
        // Who was there when the backup began is there as they were; the load went on behind it.
        assertThat(after).hasSizeGreaterThan(4).isSubsetOf(before);
        assertThat(run(again, "keys", "list").out())
                .isEqualTo(run(launcher, "keys", "list").out());
        assertThat(run(again, "policy", "list").out())
                .isEqualTo(run(launcher, "policy", "list").out());
    }

    @Test
    @Order(4)
    void refusesADamagedBackup_namingThePart() throws IOException {
        Path backup = folder.resolve("backups/monday");
        Path part = backup.resolve("documents.zip.sealed");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);
        Path to = folder.resolve("damaged");

        Launcher.Outcome refused = run(launcher, "restore", backup.toString(), "--data", to.toString());

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("documents.zip.sealed");
        assertThat(to).doesNotExist();
    }

    @Test
    @Order(5)
    void hasNoSecretInLogsMeasuresErrorsOutputsAndProcesses() throws IOException {
        OVER.set(true);
        assertThat(SECRETS).hasSizeGreaterThan(15);
        List<String> leaks = new ArrayList<>();
        for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
            TOLD.stream()
                    .filter(told -> told.contains(secret.getValue()))
                    .findFirst()
                    .ifPresent(told -> leaks.add(secret.getKey() + " was told: "
                            + told.lines().findFirst().orElse("")));
        }
        for (Launcher one : List.of(launcher, again)) {
            for (Path log : NodeFiles.below(one.data().resolve("log"))) {
                String text = new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1);
                SECRETS.forEach((what, secret) -> {
                    if (text.contains(
                            new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                        leaks.add(what + " stands in " + log);
                    }
                });
            }
        }
        assertThat(leaks).isEmpty();
        // What was looked at is what there is to look at.
        assertThat(TOLD).anySatisfy(told -> assertThat(told).contains("-Dkaraf.base=" + launcher.data()));
        assertThat(launcher.data().resolve("log/quanlian.log")).content().contains("/api/v1/sessions");
    }

    private static String plant(String what, String secret) {
        assertThat(secret).as(what).hasSizeGreaterThan(11);
        synchronized (SECRETS) {
            SECRETS.put(what, secret);
        }
        return secret;
    }

    private static void etc(String name, String text) throws IOException {
        Path file = launcher.data().resolve("etc").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static int start(Launcher one) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Launcher.Outcome up = run(one, "up", "--port", Integer.toString(port));
        assertThat(up.exitCode()).as(up.out() + up.err()).isZero();
        return port;
    }

    private static Launcher.Outcome run(Launcher one, String... arguments) {
        Launcher.Outcome outcome = one.run(arguments);
        TOLD.add(String.join(" ", arguments) + "\n" + outcome.out() + outcome.err());
        return outcome;
    }

    private static String begin(String login, String password) {
        JsonNode session = given("POST", "/api/v1/sessions", "", login(login, password));
        plant(
                "refresh token of " + login + SECRETS.size(),
                session.at("/refreshToken").asText());
        return plant(
                "access token of " + login + SECRETS.size(),
                session.at("/accessToken").asText());
    }

    private static String reset(JsonNode account, String token) {
        String path = "/api/v1/accounts/" + account.at("/id").asText() + "/password-resets";
        return given("POST", path, token, "{}").at("/oneTimePassword").asText();
    }

    private static String login(String login, String password) {
        return "{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}";
    }

    private static List<JsonNode> accounts(NodeClient at, String token) {
        List<JsonNode> all = new ArrayList<>();
        String path = "/api/v1/accounts?limit=100";
        String next = "";
        do {
            JsonNode page = json(
                    at.send("GET", path + next, BodyPublishers.noBody(), List.of("Authorization", "Bearer " + token)));
            page.at("/items").forEach(all::add);
            next = page.at("/next").isTextual() ? "&cursor=" + page.at("/next").asText() : "";
        } while (!next.isEmpty());
        return all;
    }

    private static HttpResponse<String> get(String path, String token) {
        return ask("GET", path, token, "");
    }

    /** Asks for what gives somebody a secret of their own. */
    private static JsonNode given(String method, String path, String token, String body) {
        HttpResponse<String> answer = ask(method, path, token, body);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        return json(answer);
    }

    /** Asks for what gives nobody a secret. */
    private static void tell(String method, String path, String token, String body) {
        HttpResponse<String> answer = ask(method, path, token, body);
        TOLD.add(method + " " + answer.statusCode() + "\n" + answer.headers().map() + answer.body());
    }

    private static HttpResponse<String> ask(String method, String path, String token, String body) {
        List<String> headers = new ArrayList<>(List.of("Content-Type", "application/json"));
        if (!token.isEmpty()) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }
        return node.send(
                method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the command lines of all processes, again and again. */
    private static void watchProcesses() {
        while (!OVER.get()) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            ProcessHandle.allProcesses().forEach(process -> {
                Path arguments = Path.of("/proc/" + process.pid() + "/cmdline");
                String text;
                try {
                    text = Files.readString(arguments, StandardCharsets.ISO_8859_1)
                            .replace('\0', ' ');
                } catch (IOException e) {
                    // It has ended.
                    text = "";
                }
                if (!text.isEmpty() && SEEN.add(text)) {
                    TOLD.add(text);
                }
            });
        }
    }

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    /** Files of the node. */
    private static final class NodeFiles {
        static List<Path> below(Path folder) throws IOException {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile).toList();
            }
        }

        /** The material of all keys, as it stands in their files. */
        static List<String> keys(Path folder) throws IOException {
            List<String> secrets = new ArrayList<>();
            for (Path file : below(folder)) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.startsWith("secret: "))
                        .forEach(line -> secrets.add(line.substring(8)));
            }
            assertThat(secrets).isNotEmpty();
            return secrets;
        }
    }
}
