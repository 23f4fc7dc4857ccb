package org.quanlian.itests.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** {@code ./quanlian} in a folder of its own, called as a person or a script would. */
public final class Launcher {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final Path ROOT =
            Path.of(System.getProperty("quanlian.root", "..")).toAbsolutePath().normalize();

    private final Path script;
    private final Path scratch;
    private final Map<String, String> environment;

    private Launcher(Path script, Path scratch, Map<String, String> environment) {
        this.script = script;
        this.scratch = scratch;
        this.environment = environment;
    }

    /**
     * A launcher in that folder, without anything that is built. It runs in the plainest locale, so that nothing depends
     * on a better one.
     */
    public static Launcher in(Path folder) {
        try {
            Path home = Files.createDirectories(folder.resolve("home"));
            Path script = Files.copy(ROOT.resolve("quanlian"), home.resolve("quanlian"));
            Map<String, String> environment = new TreeMap<>(System.getenv());
            environment.keySet().removeIf(name -> name.startsWith("QUANLIAN_") || name.startsWith("KARAF_"));
            environment.put("LC_ALL", "C");
            environment.put("QUANLIAN_DATA", folder.resolve("data").toString());
            return new Launcher(script, Files.createDirectories(folder.resolve("scratch")), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the distribution of this build, which it takes as it is. */
    public Launcher withDistribution() {
        try {
            Files.createSymbolicLink(home().resolve("assembly"), ROOT.resolve("assembly"));
            return with("QUANLIAN_BUILD", "never");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with an environment variable. */
    public Launcher with(String name, String value) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.put(name, value);
        return new Launcher(script, scratch, changed);
    }

    /** The same without an environment variable. */
    Launcher without(String name) {
        Map<String, String> changed = new TreeMap<>(environment);
        changed.remove(name);
        return new Launcher(script, scratch, changed);
    }

    /** The same called by another path. */
    Launcher calledBy(Path path) {
        return new Launcher(path, scratch, environment);
    }

    /** The folder of the script. */
    Path home() {
        return script.getParent();
    }

    /** The data directory. */
    public Path data() {
        return Path.of(environment.get("QUANLIAN_DATA"));
    }

    /** Calls it with nothing to read. */
    public Outcome run(String... arguments) {
        return run(new File("/dev/null"), arguments);
    }

    /** Calls it with a file on standard input. */
    Outcome run(File stdin, String... arguments) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(scratch, "run", ".out");
            Path err = Files.createTempFile(scratch, "run", ".err");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(scratch.toFile())
                    .redirectInput(stdin)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            long begin = System.nanoTime();
            Process process = builder.start();
            if (!process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError("not within " + BOUND + ": " + command + "\n" + Files.readString(err));
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - begin);
            return new Outcome(process.exitValue(), read(out), read(err), duration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** How a call ended. */
    public record Outcome(int exitCode, String out, String err, Duration duration) {}
}
