package org.quanlian.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.keys.crypto.DigestAlgorithm;
import org.quanlian.keys.crypto.DigestAlgorithm.Digest;

/** Writes one part: a zip, perhaps sealed, into a file of the owner's alone; durable when it is closed. */
final class PartWriter implements Entries.Sink, AutoCloseable {
    private final Counting file;
    private final ZipOutputStream zip;

    PartWriter(Path folder, Part part, boolean sealed, PartSeal seal, SecureRandom random) throws IOException {
        FileChannel channel = OwnerOnly.create(folder.resolve(part.file(sealed)));
        try {
            file = new Counting(channel);
            zip = new ZipOutputStream(seal.seal(part, file, random));
            // Documents are compressed as they are; the rest is text, of which little effort takes most away.
            zip.setLevel(Deflater.BEST_SPEED);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void add(String name, Instant changed, Entries.Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(changed));
        zip.putNextEntry(entry);
        content.writeTo(new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() {
                // The next file goes on in the same stream.
            }
        });
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** What was written, once it is closed. */
    Manifest.Seen seen() {
        return new Manifest.Seen(file.size, HexFormat.of().formatHex(file.digest.end()));
    }

    private static final class Counting extends OutputStream {
        private final FileChannel channel;
        private final OutputStream to;
        private final Digest digest = DigestAlgorithm.SHA_256.start();
        private long size;

        Counting(FileChannel channel) {
            this.channel = channel;
            this.to = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            to.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            try (channel) {
                if (channel.isOpen()) {
                    channel.force(true);
                }
            }
        }
    }
}
