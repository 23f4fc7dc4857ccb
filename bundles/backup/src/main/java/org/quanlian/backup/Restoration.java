package org.quanlian.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.quanlian.keys.OwnerOnly;

/** Brings a node back from a backup, onto an empty data directory and an empty database: all of it, or nothing. */
public final class Restoration {
    private static final String STORE = "etc/org.quanlian.store.cfg";
    private static final String DOCUMENTS = "etc/org.quanlian.documents.cfg";
    private static final int UNGUESSABLE_BYTES = 8;

    private final List<DatabaseRestorer> restorers;
    private final SecureRandom random;

    /** @param restorers one for each kind of database */
    public Restoration(List<DatabaseRestorer> restorers, SecureRandom random) {
        this.restorers = List.copyOf(restorers);
        this.random = random;
    }

    /**
     * Restores.
     *
     * @param from the folder of the backup
     * @param to the data directory, which is new or empty
     * @param store a file that takes the place of the backup's {@code org.quanlian.store.cfg}
     * @return what was restored
     * @throws BackupRefusedException when the backup is not whole, or a place is not empty; then nothing was changed
     * @throws IOException when the disk fails; then nothing is left of it
     */
    public Manifest restore(Path from, Path to, Optional<Path> store, Optional<Passphrase> passphrase)
            throws IOException {
        Path target = to.toAbsolutePath().normalize();
        Trees.requireNewOrEmpty(target, "data");
        Verification.Verified backup = new Verification(from).open(passphrase);
        Manifest manifest = backup.manifest();
        DatabaseRestorer restorer = restorers.stream()
                .filter(one -> one.kind().equals(manifest.database()))
                .findFirst()
                .orElseThrow(() -> new BackupRefusedException("kind.unknown", manifest.database()));
        if (manifest.schema() > restorer.newestSchema()) {
            throw new BackupRefusedException("schema.future", manifest.schema(), restorer.newestSchema());
        }
        OwnerOnly.folder(target.getParent());
        Path beside = target.resolveSibling("." + target.getFileName() + "." + unguessable() + ".part");
        try {
            OwnerOnly.folder(beside);
            for (Part part : Part.values()) {
                if (part != Part.DATABASE) {
                    unpack(from, part, backup, beside);
                }
            }
            if (store.isPresent()) {
                Files.createDirectories(beside.resolve(STORE).getParent());
                OwnerOnly.write(beside.resolve(STORE), Files.readString(store.get()));
            }
            keepDocumentsInside(beside.resolve(DOCUMENTS));
            Map<String, String> settings = settings(beside.resolve(STORE));
            restorer.check(settings, beside);
            restorer.restore(
                    new PartReader(from, Part.DATABASE, manifest, backup.seal()), manifest.schema(), settings, beside);
            forceFolders(beside);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.force(target.getParent());
            return manifest;
        } finally {
            Trees.delete(beside);
        }
    }

    private static void unpack(Path from, Part part, Verification.Verified backup, Path into) throws IOException {
        new PartReader(from, part, backup.manifest(), backup.seal()).each((name, changed, in) -> {
            Path file = into.resolve(name);
            OwnerOnly.folder(file.getParent());
            try (FileChannel channel = OwnerOnly.create(file)) {
                OutputStream out = Channels.newOutputStream(channel);
                in.transferTo(out);
                channel.force(true);
            }
            Files.setLastModifiedTime(file, FileTime.from(changed));
        });
    }

    /** Wherever the documents lay, they lie in the data directory now. */
    private static void keepDocumentsInside(Path file) throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file);
            String inside = text.replaceAll("(?m)^\\s*folder\\s*[=:].*$", "folder = documents");
            if (!inside.equals(text)) {
                OwnerOnly.write(file, inside);
            }
        }
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new HashMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        }
        return settings;
    }

    private static void forceFolders(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                OwnerOnly.force(folder);
            }
        }
    }

    private String unguessable() {
        byte[] name = new byte[UNGUESSABLE_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
