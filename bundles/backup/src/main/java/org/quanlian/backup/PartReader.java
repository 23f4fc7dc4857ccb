package org.quanlian.backup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.DigestAlgorithm.Digest;

/** Reads one part, and finds in the end whether it was what the manifest says. */
final class PartReader implements Entries.Source {
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final Part part;
    private final Manifest manifest;
    private final PartSeal seal;

    PartReader(Path folder, Part part, Manifest manifest, PartSeal seal) {
        this.folder = folder;
        this.part = part;
        this.manifest = manifest;
        this.seal = seal;
    }

    /** @throws BackupRefusedException {@code damaged} or {@code missing}, naming the file */
    @Override
    public void each(Entries.Reader reader) throws IOException {
        String name = part.file(manifest.sealing().isPresent());
        try (Digesting file = new Digesting(Files.newInputStream(folder.resolve(name)))) {
            try (ZipInputStream zip =
                    new ZipInputStream(new BufferedInputStream(seal.open(part, new Open(file)), BUFFER))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    reader.read(
                            safe(entry.getName(), name),
                            entry.getLastModifiedTime().toInstant(),
                            new Open(zip));
                    zip.closeEntry();
                }
                drain(zip);
            }
            drain(file);
            Manifest.Seen expected = manifest.parts().get(part);
            if (file.size != expected.size()
                    || !HexFormat.of().formatHex(file.digest.end()).equals(expected.sha256())) {
                throw new BackupRefusedException("damaged", name);
            }
        } catch (NoSuchFileException e) {
            throw new BackupRefusedException(e, "missing", name);
        } catch (ZipException | EOFException e) {
            throw new BackupRefusedException(e, "damaged", name);
        }
    }

    private static String safe(String name, String file) {
        Path path = Path.of(name);
        if (name.isEmpty()
                || path.isAbsolute()
                || path.normalize().startsWith("..")
                || !path.normalize().equals(path)) {
            throw new BackupRefusedException("damaged", file);
        }
        return name;
    }

    private static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int read;
        do {
            read = in.read(buffer);
        } while (read >= 0);
    }

    /** A stream that others may close without closing what it reads. */
    private static final class Open extends FilterInputStream {
        Open(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // What stands behind it is still to be read.
        }
    }

    private static final class Digesting extends FilterInputStream {
        private final Digest digest = DigestAlgorithm.SHA_256.start();
        private long size;

        Digesting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read > 0) {
                digest.update(bytes, offset, read);
                size += read;
            }
            return read;
        }
    }
}
