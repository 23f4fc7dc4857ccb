package org.quanlian.cli.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;
import org.quanlian.cli.Verb;

/** {@code console --data DIR -- COMMAND ARGUMENT …}: runs one command on the console of the node on that data directory. */
public final class ConsoleVerb implements Verb {
    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"));
        if (parsed.words().isEmpty()) {
            throw new UsageException(CliTexts.of("usage.missing", "COMMAND"));
        }
        String command = parsed.words().stream().map(ShellWords::quote).collect(Collectors.joining(" "));
        Path data = Path.of(parsed.required("--data"));
        try {
            RemoteConsole.Answer answer = new RemoteConsole(
                            Integer.parseInt(Files.readString(data.resolve("run/console-port"))
                                    .strip()),
                            Files.readString(data.resolve("console-password")).strip(),
                            data.resolve("etc/host.key.pub"))
                    .run(command, streams.err());
            if (answer.succeeded()) {
                streams.print(answer.text());
                return ExitCode.DONE;
            }
            streams.complain(answer.text().strip().getBytes(StandardCharsets.UTF_8));
            return ExitCode.FAILED;
        } catch (IOException e) {
            streams.complain(CliTexts.of("console.unreachable", String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }
}
