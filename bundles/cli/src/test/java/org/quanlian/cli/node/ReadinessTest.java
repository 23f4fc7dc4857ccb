package org.quanlian.cli.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.CliRun;
import org.quanlian.cli.ExitCode;

class ReadinessTest {
    private static final int UNAVAILABLE = 503;

    @TempDir
    Path data;

    private final AtomicInteger refusals = new AtomicInteger();
    private HttpServer node;
    private Process process;

    @BeforeEach
    void listen() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/health/ready", exchange -> {
            boolean ready = refusals.getAndDecrement() <= 0;
            byte[] body = "没有政策".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(ready ? 200 : UNAVAILABLE, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        node.start();
        Files.createDirectories(data.resolve("run"));
        new NodeAddress("127.0.0.1", node.getAddress().getPort()).leaveIn(data);
        process = new ProcessBuilder("cat").start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
        process.destroyForcibly();
    }

    @Test
    void isSaidOfANodeThatSaysSoItself() throws IOException {
        assertThat(health().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void isDeniedWithTheReasonOfTheNode() throws IOException {
        refusals.set(1);

        assertThat(health()).isEqualTo(new CliRun(ExitCode.FAILED, "503 没有政策\n", ""));
    }

    @Test
    void isDeniedWhenNobodyAnswers() throws IOException {
        node.stop(0);

        assertThat(health().exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void isAwaited() throws IOException {
        refusals.set(2);

        assertThat(await(30).exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(refusals).hasNegativeValue();
    }

    @Test
    void isAwaitedVisiblyAndNotForever() throws IOException {
        refusals.set(Integer.MAX_VALUE);

        CliRun awaited = await(1);

        assertThat(awaited.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(awaited.out()).isEqualTo(".\n");
        assertThat(awaited.err()).contains("1 秒", "1 seconds", "没有政策");
    }

    @Test
    void isNotAwaitedOfAProcessThatHasEnded() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();

        assertThat(await(30).exitCode()).isEqualTo(ExitCode.NOT_RUNNING);
    }

    private CliRun health() throws IOException {
        return CliRun.run("health", "--data", data.toString());
    }

    private CliRun await(int seconds) throws IOException {
        return CliRun.run(
                "await",
                "--data",
                data.toString(),
                "--pid",
                Long.toString(process.pid()),
                "--seconds",
                Integer.toString(seconds));
    }
}
