package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.wire.ClaimReader;

class BrokenConnectionTest {
    private static final String START = "POST " + ASSESSMENTS + " HTTP/1.1";
    private static final String HEAD = START + "\r\nHost: node\r\nContent-Type: application/json\r\n";

    /** Short, so that a test of a slow client is quick, and long enough for a busy machine. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(2);

    private static RunningNode node;

    @BeforeAll
    static void start() {
        StandaloneEngine engine = Engines.shanxi();
        node = new RunningNode(engine, engine, IDLE_TIMEOUT);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void aBodyThatStopsHalfwayIsCutOffAndToldSo() throws IOException {
        long start = System.nanoTime();

        String answer = answerTo(HEAD + "Content-Length: 1000\r\n\r\n{\"asOf\":");

        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(IDLE_TIMEOUT.minusMillis(100), IDLE_TIMEOUT.plusSeconds(20));
    }

    @Test
    void aHugeDeclaredLengthIsRefusedBeforeAnythingIsRead() throws IOException {
        String answer = answerTo(HEAD + "Content-Length: 9999999999999\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("Connection: close");
    }

    @Test
    void aClientThatAsksFirstIsNotToldToSendABodyThatIsTooBig() throws IOException {
        String answer = answerTo(HEAD + "Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aChunkedBodyWithoutEndIsRefusedAtTheLimit() throws IOException {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RunningNode.Connection connection = node.connect()) {
            connection.send((HEAD + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            for (int sent = 0; sent <= ClaimReader.MAX_BYTES; sent += 0x10000) {
                connection.send(chunk);
            }

            assertThat(node.checked(START, connection.readAll())).startsWith("HTTP/1.1 413 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "2\r\n{}}\r\n0\r\n\r\n"})
    void aBrokenChunkIsABadRequest(String chunks) throws IOException {
        assertThat(answerTo(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks))
                .startsWith("HTTP/1.1 400 ")
                .contains("urn:quanlian:problem:unreadable-body");
    }

    @Test
    void aClientThatHangsUpDisturbsNobodyElse() throws IOException {
        for (int i = 0; i < 20; i++) {
            try (RunningNode.Connection connection = node.connect()) {
                connection.send((HEAD + "Content-Length: 1000\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
            }
        }

        assertThat(node.post(ASSESSMENTS, claim()).statusCode()).isEqualTo(200);
    }

    @Test
    void twoRequestsOnOneConnectionAreAnsweredInOrderWithTheirOwnTraces() throws IOException {
        String get = "GET /health/live HTTP/1.1\r\nHost: node\r\n";
        String one = "00-" + "1".repeat(32) + "-1111111111111111-01";
        String two = "00-" + "2".repeat(32) + "-1111111111111111-01";
        try (RunningNode.Connection connection = node.connect()) {
            connection.send((get + "traceparent: " + one + "\r\n\r\n" + get + "traceparent: " + two
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));

            assertThat(connection.readAll())
                    .containsSubsequence("X-Trace-Id: " + "1".repeat(32), "X-Trace-Id: " + "2".repeat(32));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /health/live HTTP/1.1\r\n\r\n",
                "GET /api/v1/policies%2F140000 HTTP/1.1\r\nHost: node\r\n\r\n",
                "GET /api/v1/policies/%00 HTTP/1.1\r\nHost: node\r\n\r\n",
                "POST /health/live HTTP/1.1\r\nHost: node\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /health/live HTTP/1.1\r\nHost: node\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            })
    void aMessageThatIsNotHttpIsRefusedByTheContainerWithoutItsNameOrVersion(String message) throws IOException {
        try (RunningNode.Connection connection = node.connect()) {
            connection.send(message.getBytes(StandardCharsets.US_ASCII));

            assertThat(connection.readAll())
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContainIgnoringCase("jetty")
                    .doesNotContainIgnoringCase("felix")
                    .doesNotContain("Server:")
                    .doesNotContain("at org.");
        }
    }

    private String answerTo(String message) throws IOException {
        try (RunningNode.Connection connection = node.connect()) {
            connection.send(message.getBytes(StandardCharsets.US_ASCII));
            return node.checked(START, connection.readAll());
        }
    }
}
