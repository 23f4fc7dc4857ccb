package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.Verb;

/**
 * {@code await --data DIR --pid N --seconds N}: waits until the node on that data directory is ready, and shows that it
 * waits.
 *
 * <p>Ends with {@link ExitCode#NOT_RUNNING} as soon as the process has ended, and with {@link ExitCode#FAILED} when the
 * time is over.
 */
public final class AwaitVerb implements Verb {
    private static final int LONGEST_SECONDS = 3_600;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(200);

    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data", "--pid", "--seconds"));
        Path data = Path.of(parsed.required("--data"));
        int pid = parsed.number("--pid", 1, Integer.MAX_VALUE);
        Duration bound = Duration.ofSeconds(parsed.number("--seconds", 1, LONGEST_SECONDS));
        NodeAddress address = NodeAddress.recorded(data);
        Optional<ProcessHandle> node = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        Dots dots = new Dots(streams);
        while (node.isPresent() && !hasEnded(node.get())) {
            Optional<String> obstacle = Readiness.obstacle(address);
            if (obstacle.isEmpty()) {
                dots.end();
                return ExitCode.DONE;
            }
            if (dots.show().compareTo(bound) > 0) {
                dots.end();
                streams.complain(CliTexts.of("await.late", bound.toSeconds(), obstacle.get()));
                return ExitCode.FAILED;
            }
        }
        dots.end();
        streams.complain(CliTexts.of("await.ended", pid));
        return ExitCode.NOT_RUNNING;
    }

    /** Waits a moment for the end of a process. */
    private static boolean hasEnded(ProcessHandle node) {
        try {
            node.onExit().get(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot watch process " + node.pid(), e);
        }
    }
}
