package org.quanlian.store.internal.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.keys.Purpose;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DamagedContentException;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentRefusals;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;

/**
 * Contents of documents as files. A file's path is its own digest, {@code ab/cd/abcd…}, and nothing else; a new one comes
 * there by a rename, when it is whole and durable.
 */
public final class FileContents implements ContentStore {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
    /** Name of the folder where uploads lie that are not whole yet. */
    public static final String INCOMING = "incoming";

    private static final int BUFFER = 16 * 1024;

    private final Path root;
    private final DocumentLimits limits;
    private final SealedForm sealed;
    private final SecureRandom random;
    private final TypeSniffer sniffer = new TypeSniffer();

    /**
     * @param root the folder in which they lie
     * @param limits how much may be uploaded
     * @param keys the keys of the node
     * @param random makes data keys, and names of files that are not whole yet
     */
    public FileContents(Path root, DocumentLimits limits, NodeKeys keys, SecureRandom random) {
        this.root = root;
        this.limits = limits;
        this.random = random;
        this.sealed = new SealedForm(keys.sealing(Purpose.PERSONAL_DATA), random);
    }

    @Override
    public DocumentLimits limits() {
        return limits;
    }

    @Override
    public KeptContent keep(InputStream in, Arriving arriving) throws IOException {
        try {
            return keepOnDisk(in, arriving);
        } catch (BrokenOffException e) {
            throw e.client();
        } catch (IOException e) {
            // The disk is full or fails: nothing was kept, and the client may try again.
            throw new StoreUnavailableException(e);
        }
    }

    private KeptContent keepOnDisk(InputStream in, Arriving arriving) throws IOException {
        Path part = OwnerOnly.folder(root.resolve(INCOMING)).resolve(unguessable() + ".part");
        try {
            Taken taken = take(in, arriving, part);
            DocumentType type = sniffer.sniff(taken.head(), arriving.personal() ? Optional.empty() : Optional.of(part));
            if (!type.mayBeDeclaredAs(arriving.declared())) {
                throw DocumentRefusals.declared(arriving.declared(), type);
            }
            if (arriving.personal() && type == DocumentType.XML) {
                throw DocumentRefusals.personalType(type);
            }
            Path place = place(taken.address());
            OwnerOnly.folder(place.getParent());
            // Over the same content, if it is there: then it is as young as this one, and is not swept.
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.force(place.getParent());
            OwnerOnly.force(place.getParent().getParent());
            OwnerOnly.force(root);
            return new KeptContent(
                    taken.address(), type, taken.size(), taken.sha256(), taken.sm3(), arriving.personal());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(KeptContent content) throws IOException {
        Path place = place(content.address());
        FileChannel channel;
        try {
            channel = FileChannel.open(place, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            throw new DamagedContentException(
                    "the content " + content.address() + " is not there: restore it from a backup");
        }
        try {
            // Through once, so that not a byte is given of what is not whole; the file can't change, as it is never
            // written.
            requireWhole(content, plain(content, Channels.newInputStream(channel)));
            channel.position(0);
            return plain(content, new ClosingStream(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int sweep(Instant before, Predicate<String> kept) throws IOException {
        return new Sweep(root, root.resolve(INCOMING), before, this::unguessable).run(kept);
    }

    private InputStream plain(KeptContent content, InputStream file) throws IOException {
        return content.sealed() ? sealed.open(new BufferedInputStream(file, BUFFER)) : file;
    }

    private static void requireWhole(KeptContent content, InputStream plain) throws IOException {
        Digests digests = new Digests();
        byte[] buffer = new byte[BUFFER];
        for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
            digests.update(buffer, read);
        }
        if (!digests.sha256().equals(content.sha256())) {
            throw new DamagedContentException(
                    "the content " + content.address() + " was damaged: restore it from a backup");
        }
    }

    private Taken take(InputStream in, Arriving arriving, Path part) throws IOException {
        Digests plain = new Digests();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        long size = 0;
        try (FileChannel channel = OwnerOnly.create(part)) {
            DigestingStream file = new DigestingStream(Channels.newOutputStream(channel), () -> channel.force(true));
            try (OutputStream out = arriving.personal() ? sealed.seal(file) : file) {
                byte[] buffer = new byte[BUFFER];
                for (int read = arrived(in, buffer); read >= 0; read = arrived(in, buffer)) {
                    size += read;
                    if (size > arriving.limit()) {
                        throw DocumentRefusals.tooLarge(arriving.limit());
                    }
                    plain.update(buffer, read);
                    head.write(buffer, 0, Math.min(read, TypeSniffer.HEAD - head.size()));
                    out.write(buffer, 0, read);
                }
                if (size == 0) {
                    throw DocumentRefusals.empty();
                }
            }
            return new Taken(head.toByteArray(), size, plain.sha256(), plain.sm3(), file.sha256());
        }
    }

    private static int arrived(InputStream in, byte[] buffer) throws BrokenOffException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenOffException(e);
        }
    }

    /** The only way from an address to a path. */
    private Path place(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("no address of a content");
        }
        return root.resolve(address.substring(0, 2))
                .resolve(address.substring(2, 4))
                .resolve(address);
    }

    private String unguessable() {
        byte[] name = new byte[16];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }

    /** What came in. */
    @SuppressWarnings("ArrayRecordComponent") // It is read once, and never compared.
    private record Taken(byte[] head, long size, String sha256, String sm3, String address) {}

    /** It is the client that failed, and not the disk. */
    private static final class BrokenOffException extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOffException(IOException client) {
            super(client);
        }

        IOException client() {
            return (IOException) getCause();
        }
    }

    /** Reads a file, and closes it in the end. */
    private static final class ClosingStream extends FilterInputStream {
        private final FileChannel channel;

        ClosingStream(FileChannel channel) {
            super(Channels.newInputStream(channel));
            this.channel = channel;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
