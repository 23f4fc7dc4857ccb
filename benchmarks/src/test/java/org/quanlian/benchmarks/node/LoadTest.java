package org.quanlian.benchmarks.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final byte[] BODY = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/sized", 200, BODY.length);
        answer("/chunked", 200, 0);
        answer("/broken", 503, BODY.length);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void shouldReadAnswersOfToldLengthAndInChunks() throws IOException {
        for (String path : new String[] {"/sized", "/chunked"}) {
            try (Connection connection = Connection.open(address(path), BODY)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(connection.exchange()).isEqualTo(200);
                    assertThat(connection.body()).isEqualTo("{\"a\":1}");
                    assertThat(connection.bodyLength()).isEqualTo(BODY.length);
                }
            }
        }
    }

    @Test
    void shouldCountEveryAnswer() throws IOException, InterruptedException {
        Duration howLong = Duration.ofMillis(300);

        Load.Outcome outcome = new Load(address("/sized"), BODY, 2).run(howLong);

        assertThat(outcome.perSecond()).isPositive().isLessThanOrEqualTo(asked.get() / 0.3);
        assertThat(outcome.medianMicros()).isPositive().isLessThanOrEqualTo(outcome.slowMicros());
    }

    @Test
    void shouldRefuseToMeasureAServerThatRefuses() {
        assertThatThrownBy(() -> new Load(address("/broken"), BODY, 1).run(Duration.ofMillis(100)))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("answered with 503");
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Answers with the body that came; a length of 0 sends it in chunks. */
    private void answer(String path, int status, int length) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
