package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;

/** Accounts and logins over HTTP, each answer held to the document. */
@EachDatabase
class AccountsTest {
    @TempDir
    private Path data;

    private final TestDatabase database;
    private NodeWithAccounts node;
    private String operator;

    AccountsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        node = new NodeWithAccounts(database, data);
        operator = node.accessToken(node.account(Role.OPERATOR));
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldLeadFromANewAccountToItsOwnPasswordAndOut() {
        HttpResponse<String> made = send("POST", "/api/v1/accounts", operator, newAccount("EXPERT", ""));
        assertThat(made.statusCode()).isEqualTo(201);
        String path = made.headers().firstValue("Location").orElseThrow();
        String login = json(made.body()).get("login").asText();
        String oneTime = json(send("POST", path + "/password-resets", operator, "{}")
                        .body())
                .get("oneTimePassword")
                .asText();

        JsonNode first = json(logIn(login, oneTime).body());
        assertThat(first.get("mustSetPassword").asBoolean()).isTrue();
        String token = first.get("accessToken").asText();
        assertThat(send("GET", "/api/v1/notifications", token, "").statusCode()).isEqualTo(403);
        assertThat(json(send("GET", "/api/v1/accounts/me", token, "").body())
                        .get("state")
                        .asText())
                .isEqualTo("PASSWORD_EXPIRED");

        HttpResponse<String> set = send(
                "PUT",
                "/api/v1/accounts/me/password",
                token,
                "{\"currentPassword\":\"" + oneTime + "\",\"newPassword\":\"" + NodeWithAccounts.PASSWORD + "\"}");
        assertThat(set.statusCode()).isEqualTo(200);
        JsonNode tokens = json(set.body());
        assertThat(tokens.get("mustSetPassword").asBoolean()).isFalse();
        assertThat(send("GET", "/api/v1/accounts/me", token, "").statusCode()).isEqualTo(401);

        JsonNode refreshed = json(send(
                        "POST",
                        "/api/v1/sessions/refresh",
                        "",
                        "{\"refreshToken\":\"" + tokens.get("refreshToken").asText() + "\"}")
                .body());
        String last = refreshed.get("accessToken").asText();
        assertThat(json(send("GET", "/api/v1/accounts/me", last, "").body())
                        .get("login")
                        .asText())
                .isEqualTo(login);
        assertThat(send("DELETE", "/api/v1/sessions/current", last, "").statusCode())
                .isEqualTo(204);
        assertThat(send("GET", "/api/v1/accounts/me", last, "").statusCode()).isEqualTo(401);
    }

    @Test
    void shouldTellWhenToTryAgain_whenPasswordsAreGuessed() {
        String login = node.account(Role.AUDITOR).login();
        for (int i = 0; i < 5; i++) {
            assertThat(logIn(login, "wrong").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> answer = logIn(login, NodeWithAccounts.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(1);
        assertThat(json(answer.body()).get("code").asText()).isEqualTo("signin.attempts");
    }

    @Test
    void shouldChangeWhatWasRead_andNothingElse() {
        String path = "/api/v1/accounts/" + node.account(Role.EXPERT).id();
        String expert = node.accessToken(node.account(Role.EXPERT));
        HttpResponse<String> read = send("GET", path, operator, "");
        String tag = read.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> changed =
                send("PATCH", path, operator, "{\"name\":\"另一测试人员\",\"disabled\":true}", "If-Match", tag);

        assertThat(json(changed.body()).get("state").asText()).isEqualTo("DISABLED");
        assertThat(send("GET", "/api/v1/accounts/me", expert, "").statusCode()).isEqualTo(401);
        assertThat(send("PATCH", path, operator, "{}", "If-Match", tag).statusCode())
                .isEqualTo(412);
        assertThat(send("PATCH", path, operator, "{}").statusCode()).isEqualTo(428);
        assertThat(send("POST", path + "/password-resets", operator, "{}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void shouldRefuseWithTheField_whenAnAccountDoesNotFitItsRole() {
        List<String> wrong = List.of(
                newAccount("CITY_REVIEWER", ""),
                newAccount("EXPERT", ",\"city\":\"140100\""),
                newAccount("ENTERPRISE", ""),
                newAccount("EXPERT", ",\"organisation\":\"01JD9XK5V7Q3M8T2W4Y6Z0ABCD\""),
                newAccount("EXPERT", ",\"email\":\"nobody\""),
                "{\"login\":\"x\",\"name\":\"测试\",\"role\":\"EXPERT\"}",
                "{}");

        assertThat(wrong).allSatisfy(body -> {
            HttpResponse<String> answer = send("POST", "/api/v1/accounts", operator, body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer.body()).get("errors")).isNotEmpty();
        });
        assertThat(send(
                                "POST",
                                "/api/v1/accounts",
                                operator,
                                "{\"login\":\""
                                        + node.account(Role.EXPERT).login().toUpperCase(java.util.Locale.ROOT)
                                        + "\",\"name\":\"测试\",\"role\":\"EXPERT\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void shouldPageThroughAllAccounts_andMaskMailForTheAuditor() {
        String auditor = node.accessToken(node.account(Role.AUDITOR));
        Set<String> seen = new HashSet<>();
        List<String> mails = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = json(
                    send("GET", "/api/v1/accounts?limit=3" + next, auditor, "").body());
            page.get("items").forEach(item -> {
                assertThat(seen.add(item.get("id").asText())).isTrue();
                mails.add(item.get("email").asText());
            });
            next = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asText();
        } while (!next.isEmpty());

        assertThat(seen)
                .contains(
                        node.account(Role.OPERATOR).id().value(),
                        node.account(Role.HOST).id().value());
        assertThat(mails).doesNotContain("somebody@example.org").contains("s***@example.org");
        assertThat(send("GET", "/api/v1/accounts?limit=100", operator, "").body())
                .contains("somebody@example.org");
    }

    @Test
    void shouldSayThatThereIsNoProvider_whenNoneIsConfigured() {
        assertThat(send("GET", "/api/v1/oidc/login", "", "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/v1/oidc/callback?state=a&code=b", "", "").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> logIn(String login, String password) {
        return send("POST", "/api/v1/sessions", "", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }

    private static String newAccount(String role, String more) {
        return "{\"login\":\"new-" + Long.toString(System.nanoTime(), 36) + "\",\"name\":\"测试人员\",\"role\":\"" + role
                + "\"" + more + "}";
    }

    private HttpResponse<String> send(String method, String path, String token, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of(more));
        if (!token.isEmpty()) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }
        if (body.isEmpty()) {
            headers.addAll(List.of("Accept", "application/json"));
            return node.running()
                    .send(method, path, HttpRequest.BodyPublishers.noBody(), headers.toArray(String[]::new));
        }
        headers.addAll(List.of("Content-Type", "application/json"));
        return node.running()
                .send(method, path, HttpRequest.BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }
}
