package org.quanlian.identity.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner may read: at no moment anybody else, and at no moment half of a file. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Puts a text into a file, in place of what was there. */
    public static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(FILE));
        Files.writeString(beside, text, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes a folder, unless it is there; one that others may look into is closed to them. */
    public static void folder(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
        }
        Files.setPosixFilePermissions(folder, FOLDER);
    }

    /**
     * The text of a file.
     *
     * @throws IOException when others than the owner may read it, so that it is no secret any more
     */
    public static String read(Path file) throws IOException {
        if (!FILE.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException(
                    file + " can be read by others than its owner: take that away (chmod 600), or the file");
        }
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
