package org.quanlian.rest.internal.osgi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.quanlian.vouchers.registry.PersonKeys;

/**
 * The file with the key under which people are named: made at first start, readable by its owner alone. It is backed up
 * with the configuration, never with the database; several nodes of a province share it.
 */
final class PersonKeyFile {
    private static final String NAME = "person-names.key";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private PersonKeyFile() {}

    /** @throws UncheckedIOException when the key can't be read or made, or others may read it */
    static PersonKeys in(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            if (Files.notExists(file)) {
                make(folder, file);
            }
            if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IOException(file + " can be read by others than its owner: take that away (chmod 600)");
            }
            return new PersonKeys(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** At no moment half of a key, and at no moment anybody else's. */
    private static void make(Path folder, Path file) throws IOException {
        byte[] key = new byte[PersonKeys.MIN_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(folder);
        Path beside = Files.createTempFile(folder, NAME, ".new", PosixFilePermissions.asFileAttribute(OWNER));
        Files.writeString(beside, HexFormat.of().formatHex(key) + "\n");
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // Another start was faster: its key is the key.
            Files.delete(beside);
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(beside);
    }
}
