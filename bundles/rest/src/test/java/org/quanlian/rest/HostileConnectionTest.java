package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.rest.internal.http.RequestLimits;

/** Connections that no decent client would make, to the container as the distribution sets it. */
@Timeout(300)
@ExtendWith(SharedNode.class)
class HostileConnectionTest {
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String SMUGGLED = "GET /health/live HTTP/1.1\r\nHost: node\r\n\r\n";

    private final RunningNode node;

    HostileConnectionTest(RunningNode node) {
        this.node = node;
    }

    /** Whatever a proxy in front would have taken for the end of the request, the node takes none of the rest for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
                "Content-Length: 0, 44\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "X: y\r\n Content-Length: 0\r\n\r\n",
                "X\r\nContent-Length: 0\r\n\r\n",
                "Content-Length: 0\rX: y\r\n\r\n",
                "Host: other\r\nContent-Length: 0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"
            })
    void shouldAnswerOneRequest_whenItsEndIsTold_inTwoWays(String rest) throws IOException {
        String answer = answerTo("POST " + ASSESSMENTS + " HTTP/1.1\r\nHost: node\r\nContent-Type: application/json\r\n"
                + rest
                + SMUGGLED);

        assertThat(statuses(answer)).hasSize(1);
        assertThat(statuses(answer).get(0)).isIn("400", "411", "501");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/live\r\n\r\n",
                "GET /health/live HTTP/0.9\r\n\r\n",
                "GET /health/live HTTP/9.9\r\nHost: node\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "CONNECT other:443 HTTP/1.1\r\nHost: other:443\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"
            })
    void shouldTellNothingOfItself_whenItIsNoRequest(String message) throws IOException {
        String answer = answerTo(message);

        assertThat(answer)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("felix")
                .doesNotContain("Server:")
                .doesNotContain("200 OK");
    }

    /** Pages of the container, which nothing of ours writes, are as inert as the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%00 HTTP/1.1\r\nHost: node\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: node\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n"
            })
    void shouldBeInert_whenTheContainerAnswers(String message) throws IOException {
        assertThat(answerTo(message))
                .startsWith("HTTP/1.1 400 ")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; sandbox")
                .contains("X-Frame-Options: DENY")
                .doesNotContain("at org.");
    }

    @Test
    void shouldRefuseHeaders_thatAreTooManyOrTooLong() throws IOException {
        String many = "X-A: b\r\n".repeat(4000);
        String longOne = "X-A: " + "b".repeat(20_000) + "\r\n";

        for (String headers : List.of(many, longOne)) {
            assertThat(answerTo("GET /health/live HTTP/1.1\r\nHost: node\r\n" + headers + "\r\n"))
                    .startsWith("HTTP/1.1 431 ");
        }
        assertThat(answerTo("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: node\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
    }

    /** Two hundred connections that never finish their headers, or their bodies: others are served meanwhile. */
    @Test
    void shouldServeOthers_whenManyConnectionsDrip() throws IOException {
        List<RunningNode.Connection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                RunningNode.Connection connection = node.connect();
                slow.add(connection);
                String source = "X-Forwarded-For: 192.0.2." + i % 2 + "\r\n";
                connection.send((i % 2 == 0
                                ? "GET /health/live HTTP/1.1\r\nHost: no"
                                : "POST " + ASSESSMENTS + " HTTP/1.1\r\nHost: node\r\n" + source
                                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                        .getBytes(StandardCharsets.US_ASCII));
            }

            assertThat(node.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(node.get("/api/v1/policies").statusCode()).isEqualTo(200);
            assertThat(node.post(ASSESSMENTS, claim()).statusCode()).isEqualTo(200);
            assertThat(node.admission().arriving())
                    .as("of one source no more than its share")
                    .isLessThanOrEqualTo(RequestLimits.DEFAULT.bodiesOfOneSource());
        } finally {
            for (RunningNode.Connection connection : slow) {
                connection.close();
            }
        }
    }

    /** A page of somebody else's can't make a browser ask in its user's name: there is nothing that a browser adds by itself. */
    @Test
    void shouldGiveNothingToPagesOfOthers() {
        for (String origin : List.of("https://attacker.example", "null")) {
            HttpResponse<String> preflight = node.send(
                    "OPTIONS",
                    "/api/v1/claims",
                    HttpRequest.BodyPublishers.noBody(),
                    "Origin",
                    origin,
                    "Access-Control-Request-Method",
                    "POST",
                    "Access-Control-Request-Headers",
                    "authorization");
            HttpResponse<String> simple = node.post(
                    "/api/v1/claims",
                    "{}".getBytes(StandardCharsets.UTF_8),
                    "Origin",
                    origin,
                    "Content-Type",
                    "text/plain",
                    "Cookie",
                    "token=x; session=y; Authorization=Bearer z");

            for (HttpResponse<String> answer : List.of(preflight, simple)) {
                assertThat(answer.headers().map().keySet())
                        .noneMatch(
                                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"))
                        .doesNotContain("set-cookie");
            }
            assertThat(simple.statusCode()).as("no cookie is a token").isEqualTo(401);
            assertThat(simple.headers().firstValue("Connection"))
                    .as("its body was not read, so nothing may follow it")
                    .hasValue("close");
        }
    }

    @Test
    void shouldAskForEncryption_whereItIsThereAlready() {
        assertThat(node.get("/health/live", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .hasValue("max-age=31536000");
        assertThat(node.get("/health/live").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    /** A source beyond its rate is told when to come again; another one, the machine itself and health are not touched. */
    @Test
    void shouldTellASourceToComeLater_andServeTheOthers() {
        String greedy = "GET /nowhere HTTP/1.1\r\nHost: node\r\nX-Forwarded-For: 198.51.100.1\r\n";
        int most = RequestLimits.DEFAULT.source().burst() / 5;
        String answers = "";
        for (int i = 0; i < most && !answers.contains("HTTP/1.1 429 "); i++) {
            answers = raw(greedy, 100);
        }

        assertThat(answers).contains("HTTP/1.1 429 ", "Retry-After: 1", "urn:quanlian:problem:too-many-requests");
        assertThat(node.get("/nowhere", "X-Forwarded-For", "198.51.100.2").statusCode())
                .isEqualTo(404);
        assertThat(raw("GET /nowhere HTTP/1.1\r\nHost: node\r\n", 100)).doesNotContain("HTTP/1.1 429 ");
        assertThat(node.get("/health/live", "X-Forwarded-For", "198.51.100.1").statusCode())
                .isEqualTo(200);
    }

    /** The same request many times on one connection. */
    private String raw(String request, int times) {
        try (RunningNode.Connection connection = node.connect()) {
            connection.send(((request + "\r\n").repeat(times - 1) + request + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return connection.readAll();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is answered until the node closes the connection, which it does, or the client does its half. */
    private String answerTo(String message) throws IOException {
        try (RunningNode.Connection connection = node.connect()) {
            connection.send(message.getBytes(StandardCharsets.ISO_8859_1));
            connection.socket().shutdownOutput();
            return connection.readAll();
        }
    }

    private static List<String> statuses(String answer) {
        List<String> statuses = new ArrayList<>();
        Matcher matcher = ANSWER.matcher(answer);
        while (matcher.find()) {
            statuses.add(matcher.group(1));
        }
        return statuses;
    }
}
