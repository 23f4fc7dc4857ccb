package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.Verb;

/** {@code health --data DIR}: whether the node on that data directory is ready, and if not, why. */
public final class HealthVerb implements Verb {
    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data"));
        Optional<String> obstacle = Readiness.obstacle(NodeAddress.recorded(Path.of(parsed.required("--data"))));
        if (obstacle.isEmpty()) {
            return ExitCode.DONE;
        }
        streams.print(obstacle.get() + "\n");
        return ExitCode.FAILED;
    }
}
