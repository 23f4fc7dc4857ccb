package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.Verb;

/**
 * {@code prepare --home DIR --data DIR --port N --claims DIR --for PID}: makes a data directory ready for a start, and prints the options with
 * which the node is to be started.
 *
 * <p>A distribution that is new to the data directory, or has changed since its last start, is compared with its checksums
 * first, and refused when a file differs.
 *
 * <p>Ports are claimed for the process PID in the folder of {@code --claims}, so that no other start takes them before the
 * node listens there.
 *
 * <p>In the folder {@code run} it leaves the address of the node, the port of its console, and {@code build.next}, which
 * the launcher renames to {@code build} when the node is ready: it says what the node last ran from.
 */
public final class PrepareVerb implements Verb {
    private static final int USUAL_CONSOLE_PORT = 8101;

    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--home", "--data", "--port", "--claims", "--for"));
        Distribution distribution = new Distribution(Path.of(parsed.required("--home")));
        Path data = Path.of(parsed.required("--data"));
        int port = parsed.number("--port", Ports.LOWEST, Ports.HIGHEST);
        PortClaims claims =
                new PortClaims(Path.of(parsed.required("--claims")), parsed.number("--for", 1, Integer.MAX_VALUE));
        String identity = distribution.identity();
        boolean sameAsBefore = identity.equals(read(data.resolve("run/build")).orElse(""));
        List<String> differing = sameAsBefore ? List.of() : distribution.differing();
        if (!differing.isEmpty()) {
            streams.complain(CliTexts.of("distribution.differs", distribution.home(), String.join(", ", differing)));
            return ExitCode.REFUSED;
        }
        for (String folder : List.of("deploy", "data", "log", "run")) {
            Files.createDirectories(data.resolve(folder));
        }
        Path etc = data.resolve("etc");
        Path run = data.resolve("run");
        for (String path : new EtcFiles(distribution.etc(), etc, run.resolve("etc.sums")).update()) {
            streams.complain(
                    CliTexts.of("etc.kept", "etc/" + path, distribution.etc().resolve(path)));
        }
        NodeAddress address = NodeAddress.configured(etc, port);
        Optional<String> obstacle = claims.claim(port)
                ? Ports.obstacle(address.host(), port)
                : Optional.of(CliTexts.of("port.claimed").en());
        if (obstacle.isPresent()) {
            streams.complain(CliTexts.of("port.taken", Integer.toString(port), obstacle.get()));
            return ExitCode.REFUSED;
        }
        address.leaveIn(data);
        int consolePort = consolePort(run.resolve("console-port"), port, claims);
        Files.writeString(run.resolve("build.next"), identity + "\n");
        streams.print("-Dquanlian.http.port=" + port + " -Dquanlian.console.port=" + consolePort
                + (sameAsBefore ? "" : " -Dkaraf.clean.cache=true") + "\n");
        return ExitCode.DONE;
    }

    /** The port of last time if it is free, or else the first free one. */
    private static int consolePort(Path record, int httpPort, PortClaims claims) throws IOException {
        int last = read(record).map(Integer::valueOf).orElse(USUAL_CONSOLE_PORT);
        int port = last != httpPort && Ports.isFree(last, claims)
                ? last
                : Ports.firstFree(USUAL_CONSOLE_PORT, httpPort, claims);
        Files.writeString(record, port + "\n");
        return port;
    }

    private static Optional<String> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    }
}
