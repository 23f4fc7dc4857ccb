package org.quanlian.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.DigestAlgorithm.Digest;

/** Reads a backup whole, and finds whatever was damaged, cut, exchanged, taken away or added since it was made. */
public final class Verification {
    private static final int BUFFER = 64 * 1024;
    /** A manifest has some twenty lines. */
    private static final int MOST_MANIFEST_BYTES = 64 * 1024;

    private final Path folder;

    /** @param folder of the backup */
    public Verification(Path folder) {
        this.folder = folder;
    }

    /** A backup that is whole. */
    record Verified(Manifest manifest, PartSeal seal) {}

    /**
     * Verifies it.
     *
     * @throws BackupRefusedException naming the file that is wrong: {@code missing}, {@code damaged}, {@code foreign}, {@code
     *     future}; or {@code passphrase.missing}, {@code passphrase.wrong}
     * @throws IOException when the disk fails
     */
    public Manifest verify(Optional<Passphrase> passphrase) throws IOException {
        return open(passphrase).manifest();
    }

    Verified open(Optional<Passphrase> passphrase) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BackupRefusedException("no-backup", folder);
        }
        byte[] bytes = small(Manifest.FILE);
        byte[] check = small(Manifest.CHECK_FILE);
        Manifest manifest = Manifest.read(bytes);
        if (manifest.sealing().isPresent() && passphrase.isEmpty()) {
            throw new BackupRefusedException("passphrase.missing", folder);
        }
        PartSeal seal = manifest.sealing()
                .map(how -> PartSeal.of(how, passphrase.orElseThrow()))
                .orElseGet(PartSeal::open);
        if (!seal.checks(bytes, check)) {
            throw manifest.sealing().isPresent()
                    ? new BackupRefusedException("passphrase.wrong", Manifest.FILE, Manifest.CHECK_FILE)
                    : new BackupRefusedException("damaged", Manifest.FILE);
        }
        requireNothingElse(manifest.sealing().isPresent());
        for (Part part : Part.values()) {
            requireAsWritten(part, manifest);
        }
        for (Part part : Part.values()) {
            new PartReader(folder, part, manifest, seal).each((name, changed, in) -> drain(in));
        }
        return new Verified(manifest, seal);
    }

    private byte[] small(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return in.readNBytes(MOST_MANIFEST_BYTES);
        } catch (NoSuchFileException e) {
            throw new BackupRefusedException(e, "missing", name);
        }
    }

    private void requireNothingElse(boolean sealed) throws IOException {
        Set<String> known = new HashSet<>(Set.of(Manifest.FILE, Manifest.CHECK_FILE));
        for (Part part : Part.values()) {
            known.add(part.file(sealed));
        }
        try (Stream<Path> all = Files.list(folder)) {
            Optional<String> foreign = all.map(file -> file.getFileName().toString())
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .findFirst();
            if (foreign.isPresent()) {
                throw new BackupRefusedException("added", foreign.get());
            }
        }
    }

    private void requireAsWritten(Part part, Manifest manifest) throws IOException {
        String name = part.file(manifest.sealing().isPresent());
        Digest digest = DigestAlgorithm.SHA_256.start();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
        } catch (NoSuchFileException e) {
            throw new BackupRefusedException(e, "missing", name);
        }
        Manifest.Seen expected = manifest.parts().get(part);
        if (size != expected.size() || !HexFormat.of().formatHex(digest.end()).equals(expected.sha256())) {
            throw new BackupRefusedException("damaged", name);
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read;
        do {
            read = in.read(buffer);
        } while (read >= 0);
    }
}
