package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Soon.assertThatSoon;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.policy.engine.StandaloneEngine;
import org.quanlian.rest.internal.http.Admission;
import org.quanlian.rest.internal.http.Gateway;
import org.quanlian.rest.internal.http.Problems;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.http.ServedRequest;
import org.quanlian.rest.internal.http.TraceId;
import org.quanlian.vouchers.accounts.Source;
import org.slf4j.MDC;

/** What the door does about a servlet behind it that misbehaves; and its place among servlets of others. */
class GatewayTest {
    private static final List<ServedRequest> OBSERVED = new CopyOnWriteArrayList<>();
    private static final List<String> CONTEXTS = new CopyOnWriteArrayList<>();

    private static RunningNode node;

    @BeforeAll
    static void start() {
        StandaloneEngine engine = Engines.shanxi();
        node = new RunningNode(engine, engine);
        node.register(
                new Gateway(
                        new Misbehaving(),
                        List.of(Route.reading("/door/{behaviour}")),
                        new Problems(),
                        List.of(OBSERVED::add, request -> CONTEXTS.add(MDC.get(TraceId.NAME))),
                        new Admission(RequestLimits.DEFAULT, System::nanoTime),
                        Source::peer),
                "/door/*");
        node.register(new Homepage(), "/*");
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void forget() {
        OBSERVED.clear();
        CONTEXTS.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "send-418,       400, bad-request",
        "send-404,       404, not-found",
        "send-503,       500, internal-error",
        "throw-runtime,  500, internal-error",
        "throw-servlet,  500, internal-error",
        "throw-io,       500, internal-error",
        "throw-error,    500, internal-error",
        "half-then-fail, 500, internal-error"
    })
    void whateverAServletDoesTheAnswerIsAProblemInOurWords(String behaviour, int status, String problem)
            throws IOException {
        String answer = get("/door/" + behaviour);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Content-Type: application/problem+json")
                .contains("\"urn:quanlian:problem:" + problem + "\"")
                .doesNotContain("s3cret")
                .doesNotContain("half an answer");
        assertThatSoon(
                () -> assertThat(OBSERVED).extracting(ServedRequest::status).containsExactly(status));
    }

    @Test
    void anAnswerThatBreaksOffOnTheWireIsNotFollowedByAProblem() throws IOException {
        assertThat(get("/door/flush-then-fail")).contains("half an answer").doesNotContain("problem");
    }

    @Test
    void eachRequestIsObservedOnceByItsRouteWithWhatWasSent() throws IOException {
        get("/door/fine");

        assertThatSoon(() -> assertThat(CONTEXTS).hasSize(1));
        ServedRequest served = OBSERVED.get(0);
        assertThat(OBSERVED).hasSize(1);
        assertThat(served.method()).isEqualTo("GET");
        assertThat(served.route()).isEqualTo("/door/{behaviour}");
        assertThat(served.status()).isEqualTo(200);
        assertThat(served.bytes()).isEqualTo(4);
        assertThat(served.time()).isPositive();
        assertThat(CONTEXTS).containsExactly(served.trace().value());
    }

    @Test
    void theLoggingContextHoldsTheTraceOfTheRequestAndIsEmptyAfterwards() throws IOException {
        for (int i = 0; i < 10; i++) {
            get("/door/context");
            // Served by the same few threads, outside the door.
            assertThat(get("/index.html")).contains("trace of nobody");
        }

        assertThatSoon(
                () -> assertThat(CONTEXTS).hasSize(10).doesNotHaveDuplicates().doesNotContainNull());
    }

    @Test
    void onlyTheHeadersThatAreNeededAreToldInside() throws IOException {
        assertThat(get("/door/headers")).endsWith("Accept, Host, X-Forwarded-For");
    }

    @Test
    void theInterfaceIsBackAfterTheContainerWasRestarted() {
        node.restartContainer();
        node.restartContainer();

        assertThat(node.get("/api/v1/policies").statusCode()).isEqualTo(200);
        assertThat(node.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(node.get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesOfOthersAreServedAndTheInterfaceStaysWhereItIs() throws IOException {
        assertThat(get("/index.html")).contains("a homepage");
        assertThat(get("/")).contains("a homepage");
        assertThat(node.get("/api/nowhere").statusCode()).isEqualTo(404);
        assertThat(node.get("/health/nowhere").statusCode()).isEqualTo(404);
        assertThat(node.get("/api/v1/policies").statusCode()).isEqualTo(200);
        assertThat(node.get("/metrics").statusCode()).isEqualTo(200);
    }

    private static String get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: node\r\nAccept: */*\r\nX-Forwarded-For: 1.2.3.4\r\n"
                + "Connection: close\r\n\r\n";
        try (RunningNode.Connection connection = node.connect()) {
            connection.send(request.getBytes(StandardCharsets.US_ASCII));
            return connection.readAll();
        }
    }

    /** Does what the path says. */
    private static final class Misbehaving extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            switch (request.getPathInfo().substring(1)) {
                case "send-418" -> response.sendError(418, "s3cret");
                case "send-404" -> response.sendError(404);
                case "send-503" -> response.sendError(503, "s3cret");
                case "throw-runtime" -> throw new IllegalArgumentException("s3cret");
                case "throw-servlet" -> throw new ServletException("s3cret");
                case "throw-io" -> throw new IOException("s3cret");
                case "throw-error" -> throw new AssertionError("s3cret");
                case "half-then-fail" -> {
                    write(response, "half an answer");
                    throw new IllegalStateException("s3cret");
                }
                case "flush-then-fail" -> {
                    write(response, "half an answer");
                    response.flushBuffer();
                    throw new IllegalStateException("s3cret");
                }
                case "headers" -> {
                    List<String> names = new ArrayList<>(Collections.list(request.getHeaderNames()));
                    Collections.sort(names);
                    write(response, String.join(", ", names));
                }
                default -> write(response, "fine");
            }
        }
    }

    /** A page of somebody else's, outside the door. */
    private static final class Homepage extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String trace = MDC.get(TraceId.NAME);
            write(response, "a homepage, trace of " + (trace == null ? "nobody" : trace));
        }
    }

    private static void write(HttpServletResponse response, String text) throws IOException {
        response.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
