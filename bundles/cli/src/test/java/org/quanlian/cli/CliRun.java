package org.quanlian.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a command line printed and how it ended. */
public record CliRun(ExitCode exitCode, String out, String err) {
    /** Runs the command line with nothing to read. */
    public static CliRun run(String... arguments) throws IOException {
        return reading(new byte[0], arguments);
    }

    /** Runs the command line with something on standard input. */
    public static CliRun reading(byte[] stdin, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode exitCode = Main.run(List.of(arguments), new Streams(new ByteArrayInputStream(stdin), out, err));
        return new CliRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The contract's example of a claim. */
    public static String claim() {
        try (InputStream in = CliRun.class.getResourceAsStream("claim.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
