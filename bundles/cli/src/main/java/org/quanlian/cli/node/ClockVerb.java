package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.cli.Arguments;
import org.quanlian.cli.CliTexts;
import org.quanlian.cli.ExitCode;
import org.quanlian.cli.Streams;
import org.quanlian.cli.UsageException;
import org.quanlian.cli.Verb;
import org.quanlian.model.ChinaTime;

/**
 * {@code clock --data DIR [--running yes] [INSTANT]}: tells the node's time, or makes a practice node of a directory that no
 * node has used, or moves a practice node's time forward. With {@code --running yes} it waits until the node follows.
 */
public final class ClockVerb implements Verb {
    private static final Duration FOLLOWS_WITHIN = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(300);
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Clock machine;

    /** The verb on this machine's time. */
    public ClockVerb() {
        this(Clock.systemUTC());
    }

    ClockVerb(Clock machine) {
        this.machine = machine;
    }

    @Override
    public ExitCode run(List<String> arguments, Streams streams) throws IOException {
        Arguments parsed = Arguments.parse(arguments, Set.of("--data", "--running"));
        Path data = Path.of(parsed.required("--data"));
        PracticeClock clock = new PracticeClock(data, machine);
        if (parsed.words().isEmpty()) {
            streams.print(told(clock.now().orElse(machine.instant())) + "\n");
            return ExitCode.DONE;
        }
        Instant time = parse(parsed.words());
        if (clock.isOfARealNode()) {
            streams.complain(CliTexts.of("clock.real", data));
            return ExitCode.REFUSED;
        }
        Optional<Instant> now = clock.now();
        if (now.isPresent() && time.isBefore(now.get())) {
            streams.complain(CliTexts.of("clock.back", told(time), told(now.get())));
            return ExitCode.REFUSED;
        }
        clock.moveTo(time);
        if (parsed.option("--running").isPresent() && !follows(NodeAddress.recorded(data), time)) {
            streams.complain(CliTexts.of("clock.late", FOLLOWS_WITHIN.toSeconds()));
            return ExitCode.FAILED;
        }
        streams.print(told(time) + "\n");
        return ExitCode.DONE;
    }

    private boolean follows(NodeAddress node, Instant time) throws IOException {
        Instant bound = machine.instant().plus(FOLLOWS_WITHIN);
        while (machine.instant().isBefore(bound)) {
            Optional<Instant> told = Readiness.time(node);
            if (told.isPresent() && Duration.between(time, told.get()).abs().compareTo(TOLERANCE) < 0) {
                return true;
            }
            try {
                Thread.sleep(BETWEEN_QUESTIONS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static Instant parse(List<String> words) {
        if (words.size() == 1) {
            try {
                return OffsetDateTime.parse(words.get(0)).toInstant();
            } catch (DateTimeException e) {
                throw new UsageException(CliTexts.of("clock.form", words.get(0)));
            }
        }
        throw new UsageException(CliTexts.of("clock.form", String.join(" ", words)));
    }

    private static String told(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS)
                .atZone(ChinaTime.ZONE)
                .toOffsetDateTime()
                .toString();
    }
}
