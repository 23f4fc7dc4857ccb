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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * A node with a secret of every kind planted in it is asked well and badly, its keys are rotated, it is backed up and brought
 * back elsewhere: no secret stands anywhere but where it belongs.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsIT {
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

    private static final Secrets SECRETS = new Secrets();

    @BeforeAll
    static void up() throws Exception {
        launcher =
                Launcher.in(folder.resolve("node")).withDistribution().with("QUANLIAN_BACKUP_PASSPHRASE", PASSPHRASE);
        again = launcher.with("QUANLIAN_DATA", folder.resolve("restored").toString());
        SECRETS.plant("passphrase", PASSPHRASE);
        SECRETS.plant("password", PASSWORD);
        SECRETS.plant("wrong password", OTHER_PASSWORD);
        SECRETS.plant("identity card", ID_NUMBER);
        etc(
                "org.quanlian.store.cfg",
                "url =\npassword = " + SECRETS.plant("database password", "planted-database-password"));
        etc(
                "org.quanlian.identity.cfg",
                """
                oidc.issuer = https://127.0.0.1:9
                oidc.client.id = node
                oidc.client.secret = %s
                oidc.redirect = https://node.example/api/v1/oidc/callback
                """
                        .formatted(SECRETS.plant("OIDC secret", "planted-oidc-client-secret")));
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
        etc("mail-password", SECRETS.plant("mail password", "planted-mail-password") + "\n");
        node = new NodeClient(start(launcher));
    }

    @AfterAll
    static void down() {
        SECRETS.close();
        launcher.run("down", "--force");
    }

    @Test
    @Order(1)
    void storesSomethingAndIsAskedBadlyToo() throws Exception {
        Path first = launcher.data().resolve("first-operator-password");
        Until.holds("the first account", WITHIN, () -> Files.exists(first) && Files.size(first) > 0);
        String once = SECRETS.plant("one-time password", Files.readString(first).strip());
        SECRETS.plant(
                "console password",
                Files.readString(launcher.data().resolve("console-password")).strip());

        String token = begin("operator", once);
        JsonNode session = given(
                "PUT",
                "/api/v1/accounts/me/password",
                token,
                """
                {"currentPassword": "%s", "newPassword": "%s"}""".formatted(once, PASSWORD));
        token = SECRETS.plant("access token 2", session.at("/accessToken").asText());
        String refresh =
                SECRETS.plant("refresh token 2", session.at("/refreshToken").asText());
        JsonNode account = given(
                "POST",
                "/api/v1/accounts",
                token,
                """
                {"login": "taiyuan.reviewer", "name": "测试初审员", "role": "CITY_REVIEWER", "city": "140100"}""");
        SECRETS.plant("one-time password 2", reset(account, token));

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
        SECRETS.plantKeys(launcher.data().resolve("keys"));
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
        assertThat(get("/api/v1/accounts", SECRETS.of("access token 2")).statusCode())
                .isEqualTo(200);
        assertThat(get("/api/v1/accounts", begin("operator", PASSWORD)).statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void isBackedUpAndBroughtBack_byAPassphrase() throws Exception {
        Path backup = Files.createDirectories(folder.resolve("backups")).resolve("monday");

        Launcher.Outcome done = run(launcher, "backup", backup.toString());
        assertThat(done.exitCode()).as(done.out() + done.err()).isZero();
        Launcher wrong = again.with("QUANLIAN_BACKUP_PASSPHRASE", OTHER_PASSWORD);
        assertThat(run(
                                wrong,
                                "restore",
                                backup.toString(),
                                "--data",
                                again.data().toString())
                        .exitCode())
                .isNotZero();
        Launcher.Outcome restored =
                run(again, "restore", backup.toString(), "--data", again.data().toString());
        assertThat(restored.exitCode()).as(restored.out() + restored.err()).isZero();
    }

    @Test
    @Order(4)
    void hasNoSecretInLogsMeasuresErrorsOutputsAndProcesses() throws IOException {
        SECRETS.close();
        assertThat(SECRETS.count()).isGreaterThan(15);
        assertThat(SECRETS.leaks(launcher.data().resolve("log"))).isEmpty();
        // What was looked at is what there is to look at.
        assertThat(SECRETS.told()).anySatisfy(told -> assertThat(told).contains("-Dkaraf.base=" + launcher.data()));
        assertThat(launcher.data().resolve("log/quanlian.log")).content().contains("/api/v1/sessions");
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
        SECRETS.told(String.join(" ", arguments) + "\n" + outcome.out() + outcome.err());
        return outcome;
    }

    private static String begin(String login, String password) {
        JsonNode session = given("POST", "/api/v1/sessions", "", login(login, password));
        SECRETS.plant(
                "refresh token of " + login + SECRETS.count(),
                session.at("/refreshToken").asText());
        return SECRETS.plant(
                "access token of " + login + SECRETS.count(),
                session.at("/accessToken").asText());
    }

    private static String reset(JsonNode account, String token) {
        String path = "/api/v1/accounts/" + account.at("/id").asText() + "/password-resets";
        return given("POST", path, token, "{}").at("/oneTimePassword").asText();
    }

    private static String login(String login, String password) {
        return "{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}";
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
        SECRETS.told(
                method + " " + answer.statusCode() + "\n" + answer.headers().map() + answer.body());
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
}
