package org.quanlian.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.keys.OwnerOnly;
import org.quanlian.keys.Profile;
import org.quanlian.keys.crypto.Algorithm;
import org.quanlian.keys.crypto.PassphraseKey;

/**
 * Makes backups of a node while it works. One is written beside its place, made durable, read back, and only then renamed; so a
 * folder of that name is a whole backup, or there is none.
 */
public final class Backup {
    private static final int UNGUESSABLE_BYTES = 8;

    private final String version;
    private final NodeFolders folders;
    private final DatabaseSnapshot database;
    private final Profile profile;
    private final Clock clock;
    private final SecureRandom random;
    private final PassphraseKey.Effort effort;

    /**
     * @param version of the node
     * @param profile which algorithms seal
     * @param clock tells when a backup was made
     */
    public Backup(
            String version,
            NodeFolders folders,
            DatabaseSnapshot database,
            Profile profile,
            Clock clock,
            SecureRandom random) {
        this(version, folders, database, profile, clock, random, PassphraseKey.Effort.USUAL);
    }

    Backup(
            String version,
            NodeFolders folders,
            DatabaseSnapshot database,
            Profile profile,
            Clock clock,
            SecureRandom random,
            PassphraseKey.Effort effort) {
        this.version = version;
        this.folders = folders;
        this.database = database;
        this.profile = profile;
        this.clock = clock;
        this.random = random;
        this.effort = effort;
    }

    /**
     * Makes one.
     *
     * @param to the folder, which is new or empty
     * @param passphrase by which it is sealed; without it, all keys of the node lie open in it
     * @return what was made, and read back
     * @throws BackupRefusedException {@code target}, when there is something in the folder
     * @throws IOException when the disk fails; then there is no backup
     */
    public Manifest make(Path to, Optional<Passphrase> passphrase) throws IOException {
        Path target = to.toAbsolutePath().normalize();
        Trees.requireNewOrEmpty(target, "target");
        if (target.startsWith(folders.data().toAbsolutePath())) {
            throw new BackupRefusedException("target.inside", target, folders.data());
        }
        Instant begun = clock.instant();
        Optional<Manifest.Sealing> sealing = passphrase.map(given -> sealing());
        PartSeal seal =
                sealing.map(how -> PartSeal.of(how, passphrase.orElseThrow())).orElseGet(PartSeal::open);
        OwnerOnly.folder(target.getParent());
        Path beside = target.resolveSibling("." + target.getFileName() + "." + unguessable() + ".part");
        Path work = folders.data().resolve("backup-work-" + unguessable());
        try {
            OwnerOnly.folder(beside);
            Map<Part, Manifest.Seen> seen = new EnumMap<>(Part.class);
            int schema = 0;
            for (Part part : Part.values()) {
                PartWriter writer = new PartWriter(beside, part, sealing.isPresent(), seal, random);
                try (writer) {
                    if (part == Part.DATABASE) {
                        schema = database.write(OwnerOnly.folder(work), writer);
                    } else {
                        addFiles(part, writer);
                    }
                }
                seen.put(part, writer.seen());
            }
            Manifest manifest = new Manifest(begun, version, database.kind(), schema, sealing, seen);
            String text = new String(manifest.bytes(), StandardCharsets.UTF_8);
            OwnerOnly.write(beside.resolve(Manifest.CHECK_FILE), seal.check(manifest.bytes()));
            OwnerOnly.write(beside.resolve(Manifest.FILE), text);
            OwnerOnly.force(beside);
            new Verification(beside).verify(passphrase);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            OwnerOnly.force(target.getParent());
            return manifest;
        } finally {
            Trees.delete(beside);
            Trees.delete(work);
        }
    }

    private void addFiles(Part part, PartWriter writer) throws IOException {
        for (Map.Entry<String, Path> single : new TreeMap<>(folders.single(part)).entrySet()) {
            add(single.getKey(), single.getValue(), writer);
        }
        for (NodeFolders.Tree tree : folders.trees(part)) {
            for (Path file : Trees.files(tree.folder(), tree.taken())) {
                String name = tree.folder().relativize(file).toString();
                add(tree.name() + "/" + name.replace(file.getFileSystem().getSeparator(), "/"), file, writer);
            }
        }
    }

    private static void add(String name, Path file, PartWriter writer) throws IOException {
        Instant changed;
        try {
            changed = Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException e) {
            // It was taken away since its folder was read: an orphan that was swept, a key that served its time.
            return;
        }
        if (Files.isRegularFile(file)) {
            writer.add(name, changed, out -> Files.copy(file, out));
        }
    }

    private Manifest.Sealing sealing() {
        byte[] salt = new byte[PassphraseKey.SALT_BYTES];
        random.nextBytes(salt);
        return new Manifest.Sealing(
                profile == Profile.GM ? Algorithm.SM4_GCM : Algorithm.AES_256_GCM,
                HexFormat.of().formatHex(salt),
                effort);
    }

    private String unguessable() {
        byte[] name = new byte[UNGUESSABLE_BYTES];
        random.nextBytes(name);
        return HexFormat.of().formatHex(name);
    }
}
