package org.quanlian.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.cli.CliRun;
import org.quanlian.cli.ExitCode;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Chain;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.Who;

/** An exported trail on the command line: whole, broken, or no export at all. */
class AuditVerifyVerbTest {
    @TempDir
    private Path folder;

    @Test
    void shouldSayThatAnExportIsWhole_inBothLanguages() throws IOException {
        CliRun run = verify(export(3));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("审计", "3");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldNameTheFirstBrokenEntry_andFail() throws IOException {
        List<String> lines = export(3);
        lines.set(2, lines.get(2).replace("subject-2", "subject-9"));

        CliRun run = verify(lines);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2");
        assertThat(run.err().lines().count()).as("Chinese and English").isGreaterThanOrEqualTo(2);
    }

    @Test
    void shouldFindThatTheEndIsGone() throws IOException {
        List<String> lines = export(3);

        CliRun run = verify(lines.subList(0, lines.size() - 2));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void shouldCallItWrongUse_whenTheFileIsNoExport_orIsNotThere() throws IOException {
        assertThat(verify(List.of("{\"format\":\"something\"}")).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(verify(List.of("no json")).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(verify(List.of()).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(CliRun.run("audit-verify", "--file", binary.toString()).exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
        CliRun missing =
                CliRun.run("audit-verify", "--file", folder.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(missing.err()).contains("none");
        assertThat(CliRun.run("audit-verify", "--file", folder.toString()).exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(CliRun.run("audit-verify", "--file", binary.toString(), "more")
                        .exitCode())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    private CliRun verify(List<String> lines) throws IOException {
        Path file = Files.write(folder.resolve("export.jsonl"), lines);
        return CliRun.run("audit-verify", "--file", file.toString());
    }

    /** An export as a node writes it, without anchors. */
    private static List<String> export(int entries) {
        List<String> lines = new ArrayList<>();
        Head head = Head.NONE;
        lines.add("{\"cut\":0,\"digest\":\"%s\",\"format\":\"quanlian-audit-1\"}".formatted(head.digest()));
        for (int i = 1; i <= entries; i++) {
            AuditEntry entry = Chain.link(
                    head,
                    new AuditEntry.Deed(
                            "entry-" + i,
                            Instant.parse("2026-01-05T01:02:03Z"),
                            Who.CONSOLE,
                            "console",
                            "",
                            "keys-rotate",
                            "subject-" + i),
                    Outcome.DONE,
                    List.of(),
                    ChainHash.SHA_256);
            lines.add(Chain.line(entry));
            head = new Head(entry.seq(), entry.digest());
        }
        lines.add("{\"digest\":\"%s\",\"end\":%d}".formatted(head.digest(), head.seq()));
        return lines;
    }
}
