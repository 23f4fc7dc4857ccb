package org.quanlian.cli;

import java.io.IOException;
import java.util.List;

/** One thing that the command line can do. */
@FunctionalInterface
public interface Verb {
    /**
     * Does it.
     *
     * @param arguments what stands behind the verb
     * @throws UsageException when the arguments make no sense
     */
    ExitCode run(List<String> arguments, Streams streams) throws IOException;
}
