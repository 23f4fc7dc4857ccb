package org.quanlian.cli.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;

/** The practice clock of a data directory: how far its node's time is from that of the machine. */
final class PracticeClock {
    private static final String OFFSET = "offset";

    private final Path data;
    private final Clock machine;

    /**
     * The clock of a data directory.
     *
     * @param machine the time of the machine
     */
    PracticeClock(Path data, Clock machine) {
        this.data = data;
        this.machine = machine;
    }

    /** Whether the node of this directory has worked at the real time, so that its data may be somebody's rights. */
    boolean isOfARealNode() {
        return distance().isEmpty() && Files.exists(data.resolve("run").resolve("address"));
    }

    /** The node's time, if it is not the real one. */
    Optional<Instant> now() {
        return distance().map(machine.instant()::plus);
    }

    /** Moves the node's time; a running node follows within seconds. */
    void moveTo(Instant time) throws IOException {
        Duration distance = Duration.between(machine.instant(), time).truncatedTo(ChronoUnit.SECONDS);
        Path etc = Files.createDirectories(file().getParent());
        Path next = Files.createTempFile(etc, "clock", ".next");
        Files.writeString(
                next, "# Written by ./quanlian clock: this is a practice node.\n" + OFFSET + " = " + distance + "\n");
        // Moved, so that the node never sees half of it.
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Optional<Duration> distance() {
        if (!Files.exists(file())) {
            return Optional.empty();
        }
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Optional.ofNullable(settings.getProperty(OFFSET))
                .map(String::strip)
                .map(Duration::parse);
    }

    private Path file() {
        return data.resolve("etc").resolve("org.quanlian.clock.cfg");
    }
}
