package org.quanlian.cli.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The configuration files of a data directory, kept in step with those that the distribution delivers.
 *
 * <p>A file that the operator has not changed follows the distribution. One that was changed, or deleted, stays as it
 * is, and is named when the distribution's own has changed too.
 */
final class EtcFiles {
    private final Path delivered;
    private final Path own;
    private final Path record;

    /**
     * @param delivered folder of the distribution
     * @param own folder of the data directory
     * @param record file that remembers what was delivered last
     */
    EtcFiles(Path delivered, Path own, Path record) {
        this.delivered = delivered;
        this.own = own;
        this.record = record;
    }

    /** Brings the files up to date, and names those that were left as the operator made them although theirs changed. */
    List<String> update() throws IOException {
        Map<String, String> before = Checksums.read(record);
        Map<String, String> now = Checksums.ofFolder(delivered);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        List<String> kept = new ArrayList<>();
        for (String path : paths) {
            boolean done = update(path, Optional.ofNullable(before.get(path)), Optional.ofNullable(now.get(path)));
            if (!done) {
                kept.add(path);
            }
        }
        Checksums.write(record, now);
        return kept;
    }

    private boolean update(String path, Optional<String> before, Optional<String> now) throws IOException {
        Path file = own.resolve(path);
        Optional<String> current = Checksums.of(file);
        if (current.equals(now) || before.equals(now)) {
            return true;
        }
        if (!current.equals(before)) {
            return false;
        }
        if (now.isEmpty()) {
            Files.delete(file);
        } else {
            replace(file, delivered.resolve(path));
        }
        return true;
    }

    private static void replace(Path file, Path with) throws IOException {
        Files.createDirectories(file.getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.copy(with, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
