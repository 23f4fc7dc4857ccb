package org.quanlian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "frobnicate",
                "assess",
                "assess one two",
                "assess --frobnicate one",
                "assess one --policy",
                "assess --policy a --policy b one",
                "health",
                "health --data",
                "prepare --home here",
                "prepare --home here --data there --port 0 --claims here --for 1",
                "prepare --home here --data there --port 65536 --claims here --for 1",
                "prepare --home here --data there --port 8080x --claims here --for 1",
                "await --data there --pid 1 --seconds 0",
                "console --data there"
            })
    void explainsWhatMakesNoSense(String line) throws IOException {
        CliRun run = CliRun.run(line.isEmpty() ? new String[0] : line.split(" "));

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).matches("(?s).*[\u4e00-\u9fff].*\n.*[a-z].*\n");
    }
}
