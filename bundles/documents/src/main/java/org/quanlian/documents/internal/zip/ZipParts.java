package org.quanlian.documents.internal.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a ZIP archive that is in memory, by its directory, as ISO/IEC 21320-1 has it: stored or deflated, one disk,
 * not encrypted, less than 4 GiB. Reading ends at the bounds, before more is inflated than they let in, whatever the archive
 * says of itself.
 *
 * <p>{@link java.util.zip.ZipInputStream} does not read archives that were written as streams with sizes of 64 bits, and
 * reads others than every office program does, which go by the directory.
 */
public final class ZipParts {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int BUFFER = 8 * 1024;

    private final ByteBuffer archive;
    private final Bounds bounds;
    private long left;

    private ZipParts(byte[] archive, Bounds bounds) {
        this.archive = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        this.bounds = bounds;
        this.left = bounds.bytes();
    }

    /**
     * How much is read.
     *
     * @param parts the most parts
     * @param bytes the most bytes of all parts, inflated
     */
    public record Bounds(int parts, long bytes) {}

    /** A part with its name. */
    @SuppressWarnings("ArrayRecordComponent") // Parts are read, never compared.
    public record Part(String name, byte[] bytes) {}

    /**
     * The parts in the order of the directory.
     *
     * @throws IOException when it is no such archive, it is damaged, a name stands there twice, or it is beyond the bounds
     */
    public static List<Part> read(byte[] archive, Bounds bounds) throws IOException {
        try {
            return new ZipParts(archive, bounds).parts();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("the archive is damaged", e);
        }
    }

    private List<Part> parts() throws IOException {
        int end = end();
        int count = unsigned(archive.getShort(end + 10));
        int at = archive.getInt(end + 16);
        if (count > bounds.parts()) {
            throw new IOException("the archive has " + count + " parts, more than " + bounds.parts());
        }
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (archive.getInt(at) != ENTRY) {
                throw new IOException("the directory of the archive is damaged");
            }
            int nameBytes = unsigned(archive.getShort(at + 28));
            String name = text(at + 46, nameBytes);
            if (!names.add(name)) {
                throw new IOException("two parts of the archive have the same name");
            }
            parts.add(new Part(name, bytes(at)));
            at += 46 + nameBytes + unsigned(archive.getShort(at + 30)) + unsigned(archive.getShort(at + 32));
        }
        return parts;
    }

    private int end() throws IOException {
        int last = archive.capacity() - END_BYTES;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (archive.getInt(at) == END) {
                return at;
            }
        }
        throw new IOException("it is no archive, or cut off");
    }

    private byte[] bytes(int entry) throws IOException {
        int flags = archive.getShort(entry + 8);
        int method = archive.getShort(entry + 10);
        int compressed = archive.getInt(entry + 20);
        int local = archive.getInt(entry + 42);
        if ((flags & ENCRYPTED) != 0 || (method != STORED && method != DEFLATED)) {
            throw new IOException("a part of the archive is encrypted, or compressed in another way");
        }
        if (archive.getInt(local) != LOCAL) {
            throw new IOException("a part of the archive is damaged");
        }
        int from =
                local + LOCAL_BYTES + unsigned(archive.getShort(local + 26)) + unsigned(archive.getShort(local + 28));
        ByteBuffer raw = archive.slice(from, compressed);
        return method == STORED ? stored(raw) : inflated(raw);
    }

    private byte[] stored(ByteBuffer raw) throws IOException {
        take(raw.remaining());
        byte[] bytes = new byte[raw.remaining()];
        raw.get(bytes);
        return bytes;
    }

    private byte[] inflated(ByteBuffer raw) throws IOException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(raw);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw new IOException("a part of the archive is cut off");
                }
                take(read);
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        } catch (DataFormatException e) {
            throw new IOException("a part of the archive is damaged", e);
        } finally {
            inflater.end();
        }
    }

    private void take(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the archive has more than " + bounds.bytes() + " bytes");
        }
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        archive.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int unsigned(short number) {
        return Short.toUnsignedInt(number);
    }
}
