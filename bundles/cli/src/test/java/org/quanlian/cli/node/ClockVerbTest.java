package org.quanlian.cli.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;

class ClockVerbTest {
    private static final Instant MACHINE = Instant.parse("2026-11-25T06:00:00Z");
    private static final String JULY = "2025-07-01T09:00:00+08:00";

    @TempDir
    private Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void shouldTellTheTimeOfTheMachine_whenNobodyMovedIt() throws IOException {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(said()).isEqualTo("2026-11-25T14:00+08:00\n");
    }

    @Test
    void shouldMakeAPracticeNode_ofADirectoryThatNoNodeHasUsed() throws IOException {
        assertThat(run(JULY)).isEqualTo(ExitCode.DONE);

        assertThat(Files.readString(data.resolve("etc").resolve("org.quanlian.clock.cfg")))
                .contains("offset = PT-12293H");
        out.reset();
        run();
        assertThat(said()).isEqualTo("2025-07-01T09:00+08:00\n");
    }

    @Test
    void shouldLeaveARealNodeAlone() throws IOException {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run").resolve("address"), "http://127.0.0.1:8080/\n");

        assertThat(run(JULY)).isEqualTo(ExitCode.REFUSED);
        assertThat(Files.exists(data.resolve("etc"))).isFalse();
    }

    @Test
    void shouldMoveAPracticeNodeForwardOnly() throws IOException {
        run(JULY);
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run").resolve("address"), "http://127.0.0.1:8080/\n");

        assertThat(run("2025-08-01T09:00:00+08:00")).isEqualTo(ExitCode.DONE);
        assertThat(run(JULY)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2025-08-01T09:00+08:00");
    }

    @Test
    void shouldRefuseWhatIsNoInstant() {
        assertThatThrownBy(() -> run("2025-07-01")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> run(JULY, JULY)).isInstanceOf(UsageException.class);
    }

    private ExitCode run(String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--data", data.toString()));
        arguments.addAll(List.of(words));
        return new ClockVerb(Clock.fixed(MACHINE, ZoneOffset.UTC))
                .run(arguments, new Streams(new ByteArrayInputStream(new byte[0]), out, err));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
