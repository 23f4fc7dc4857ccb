package org.quanlian.cli.node;

import java.io.IOException;
import java.time.Duration;
import org.quanlian.cli.Streams;

/** A line of dots, one a second, by which a person sees that something is awaited. */
final class Dots {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Streams streams;
    private final long begin = System.nanoTime();
    private long shown;

    Dots(Streams streams) {
        this.streams = streams;
    }

    /** Shows another dot when it is time for one; says how long the wait has been. */
    Duration show() throws IOException {
        Duration waited = Duration.ofNanos(System.nanoTime() - begin);
        if (waited.dividedBy(BETWEEN) > shown) {
            shown++;
            streams.print(".");
            streams.flush();
        }
        return waited;
    }

    /** Ends the line, if there is one. */
    void end() throws IOException {
        if (shown > 0) {
            streams.print("\n");
            streams.flush();
        }
    }
}
