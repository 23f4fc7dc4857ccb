package org.quanlian.itests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Secrets that were planted, and everything that was told to anybody since; command lines of all processes are read too. */
final class Secrets implements AutoCloseable {
    private static final int SHORTEST = 12;

    /** What must not be found, by what it is. */
    private final Map<String, String> planted = new TreeMap<>();

    private final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
    private final Set<String> commands = ConcurrentHashMap.newKeySet();
    private final Thread watch = new Thread(this::watchProcesses, "watch-processes");
    private volatile boolean over;

    /** From now on processes are watched. */
    Secrets() {
        watch.setDaemon(true);
        watch.start();
    }

    /** Makes something a secret; it is long enough to be found by chance nowhere. */
    synchronized String plant(String what, String secret) {
        assertThat(secret).as(what).hasSizeGreaterThanOrEqualTo(SHORTEST);
        planted.put(what, secret);
        return secret;
    }

    /** Makes the material of all keys in a folder secrets. */
    void plantKeys(Path folder) throws IOException {
        int before = count();
        for (Path file : below(folder)) {
            Files.readString(file)
                    .lines()
                    .filter(line -> line.startsWith("secret: "))
                    .forEach(line -> plant("key " + count(), line.substring("secret: ".length())));
        }
        assertThat(count()).isGreaterThan(before);
    }

    /** How many there are. */
    synchronized int count() {
        return planted.size();
    }

    /** A secret. */
    synchronized String of(String what) {
        return planted.get(what);
    }

    /** Somebody was told that, who was not to be given a secret by it. */
    void told(String text) {
        told.add(text);
    }

    /** Everything that was told. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** The secrets that were told, or stand in a file of a folder; each with the place. */
    synchronized List<String> leaks(Path folder) throws IOException {
        List<String> leaks = new ArrayList<>();
        planted.forEach((what, secret) -> told.stream()
                .filter(text -> text.contains(secret))
                .findFirst()
                .ifPresent(text -> leaks.add(
                        what + " was told: " + text.lines().findFirst().orElse(""))));
        for (Path file : below(folder)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            planted.forEach((what, secret) -> {
                if (text.contains(new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                    leaks.add(what + " stands in " + file);
                }
            });
        }
        return leaks;
    }

    /** Watches processes no more. */
    @Override
    public void close() {
        over = true;
    }

    private void watchProcesses() {
        while (!over) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            ProcessHandle.allProcesses().forEach(process -> {
                Path arguments = Path.of("/proc/" + process.pid() + "/cmdline");
                String text;
                try {
                    text = Files.readString(arguments, StandardCharsets.ISO_8859_1)
                            .replace('\0', ' ');
                } catch (IOException e) {
                    // It has ended.
                    text = "";
                }
                if (!text.isEmpty() && commands.add(text)) {
                    told.add(text);
                }
            });
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
