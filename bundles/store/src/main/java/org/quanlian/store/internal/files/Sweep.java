package org.quanlian.store.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quanlian.keys.OwnerOnly;

/** Removes files that no document stands on. Others may upload the same contents meanwhile, on this node or another. */
final class Sweep {
    private final Path root;
    private final Path incoming;
    private final Instant before;
    private final Supplier<String> names;

    Sweep(Path root, Path incoming, Instant before, Supplier<String> names) {
        this.root = root;
        this.incoming = incoming;
        this.before = before;
        this.names = names;
    }

    int run(Predicate<String> kept) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int removed = 0;
        for (Path part : filesIn(incoming)) {
            removed += isOld(part) && Files.deleteIfExists(part) ? 1 : 0;
        }
        for (Path first : foldersIn(root)) {
            for (Path second : first.equals(incoming) ? List.<Path>of() : foldersIn(first)) {
                for (Path file : filesIn(second)) {
                    removed += isOld(file) && !kept.test(file.getFileName().toString()) && remove(file) ? 1 : 0;
                }
            }
        }
        return removed;
    }

    /**
     * Takes a file out of its place and looks at it there, because an upload of the same content may have put a young one
     * there since it was looked at.
     */
    private boolean remove(Path file) throws IOException {
        Path aside = OwnerOnly.folder(incoming).resolve(names.get() + ".swept");
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node swept it.
            return false;
        }
        if (!isOld(aside)) {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return false;
        }
        return Files.deleteIfExists(aside);
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            // It was renamed into its place, or removed, since the folder was read.
            return false;
        }
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
