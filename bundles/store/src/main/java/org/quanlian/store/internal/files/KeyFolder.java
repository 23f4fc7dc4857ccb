package org.quanlian.store.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.quanlian.vouchers.documents.PersonalDataException;

/**
 * The folder of the node's own keys, outside the database: owner-only files, made when they are first needed, one key in each
 * as Base64. Of the master keys the one whose file name comes last seals; all open what they sealed.
 */
public final class KeyFolder {
    private static final String MASTER = "personal-";
    private static final String SUFFIX = ".key";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * @param folder where the keys are
     * @param clock tells when a key is made
     * @param random makes keys
     */
    public KeyFolder(Path folder, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A secret for one purpose, for example to name people by a keyed hash. It is never another, as long as its file is there.
     *
     * @param purpose lower-case letters and dashes
     * @throws PersonalDataException when its file is not what it was
     * @throws IOException when the disk fails
     */
    public byte[] secret(String purpose) throws IOException {
        if (!purpose.matches("[a-z-]{1,40}") || purpose.startsWith(MASTER)) {
            throw new IllegalArgumentException("no purpose of a secret: " + purpose);
        }
        Path file = folder.resolve(purpose + SUFFIX);
        if (!Files.exists(file)) {
            try {
                write(file, fresh());
            } catch (FileAlreadyExistsException e) {
                // Another node on the same folder made it at the same time: that one counts.
                return read(file);
            }
        }
        return read(file);
    }

    /** The master key that seals; made when there is none. */
    MasterKey current() throws IOException {
        Map<String, MasterKey> keys = masterKeys();
        if (keys.isEmpty()) {
            byte[] bytes = fresh();
            String name = new MasterKey(bytes).name();
            write(folder.resolve(MASTER + TIME.format(clock.instant()) + "-" + name + SUFFIX), bytes);
            keys = masterKeys();
        }
        return List.copyOf(keys.values()).get(keys.size() - 1);
    }

    /** The master key of that name, if it is there. */
    Optional<MasterKey> named(byte[] id) throws IOException {
        return masterKeys().values().stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .findFirst();
    }

    /** Where the keys are, for messages. */
    Path folder() {
        return folder;
    }

    private Map<String, MasterKey> masterKeys() throws IOException {
        Map<String, MasterKey> keys = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    String name = file.getFileName().toString();
                    if (name.startsWith(MASTER) && name.endsWith(SUFFIX)) {
                        keys.put(name, new MasterKey(read(file)));
                    }
                }
            }
        }
        return keys;
    }

    private byte[] fresh() {
        byte[] bytes = new byte[MasterKey.BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write(Path file, byte[] bytes) throws IOException {
        OwnerOnly.folder(folder);
        // Under its name it is whole, or not there: a half key would seal what nobody opens again.
        Path half = folder.resolve(file.getFileName() + "." + Long.toUnsignedString(random.nextLong(), 36) + ".new");
        String text = Base64.getEncoder().encodeToString(bytes) + "\n";
        try {
            try (FileChannel channel = OwnerOnly.create(half)) {
                ByteBuffer left = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            // A link, because a move would write over the key that another made meanwhile.
            Files.createLink(file, half);
        } finally {
            Files.deleteIfExists(half);
        }
        OwnerOnly.force(folder);
    }

    private static byte[] read(Path file) throws IOException {
        if (OwnerOnly.isOpenToOthers(file)) {
            throw new PersonalDataException("the key " + file
                    + " may be read or written by others than its owner: chmod 600 it, and ask who may have read it");
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length == MasterKey.BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new PersonalDataException("the key " + file + " is no Base64: restore it from a backup", e);
        }
        throw new PersonalDataException(
                "the key " + file + " has not " + MasterKey.BYTES + " bytes: restore it from a backup");
    }
}
