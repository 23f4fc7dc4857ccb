package org.quanlian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.quanlian.keys.Profile;

/** Whatever happens to a backup is found before anything is restored, and the file is named. */
class DamagedBackupTest {
    private static final Optional<Passphrase> SEALED = Optional.of(SampleNode.PASSPHRASE);
    private static final List<Part> PARTS = List.of(Part.values());
    private static Path folder;

    @BeforeContainer
    static void makeBackups() throws IOException {
        folder = Files.createTempDirectory("damaged-backup");
        SampleNode node = new SampleNode(folder.resolve("node"));
        node.backup(Profile.INTL).make(folder.resolve("open"), Optional.empty());
        node.backup(Profile.GM).make(folder.resolve("sealed"), SEALED);
        node.backup(Profile.GM).make(folder.resolve("other"), SEALED);
    }

    @AfterContainer
    static void removeBackups() throws IOException {
        Trees.delete(folder);
    }

    @Property(tries = 60)
    void shouldFindAnyByteThatWasChanged(
            @ForAll boolean sealed,
            @ForAll @IntRange(max = 7) int file,
            @ForAll @DoubleRange(max = 0.99) double where,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        damaged(sealed, file, path -> {
            try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
                long at = (long) (where * bytes.length());
                bytes.seek(at);
                int before = bytes.read();
                bytes.seek(at);
                bytes.write(before ^ flip);
            }
        });
    }

    @Property(tries = 40)
    void shouldFindThatAFileWasCut(
            @ForAll boolean sealed, @ForAll @IntRange(max = 7) int file, @ForAll @DoubleRange(max = 0.99) double where)
            throws IOException {
        damaged(sealed, file, path -> {
            try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
                bytes.setLength((long) (where * bytes.length()));
            }
        });
    }

    @Property(tries = 20)
    void shouldFindThatAFileIsGone(@ForAll boolean sealed, @ForAll @IntRange(max = 7) int file) throws IOException {
        damaged(sealed, file, Files::delete);
    }

    @Property(tries = 20)
    void shouldFindThatAPartStandsInPlaceOfAnother(
            @ForAll boolean sealed, @ForAll @IntRange(max = 5) int file, @ForAll @IntRange(max = 5) int other)
            throws IOException {
        if (file != other) {
            // Both are wrong; the first is named.
            String named = PARTS.get(Math.min(file, other)).file(sealed);
            Damage swap = path -> {
                Path exchanged = path.resolveSibling(PARTS.get(other).file(sealed));
                Path aside = path.resolveSibling("aside");
                Files.move(path, aside);
                Files.move(exchanged, path);
                Files.move(aside, exchanged);
            };
            damaged(sealed, file, swap, named);
        }
    }

    @Property(tries = 8)
    void shouldFindThatAPartIsOfAnotherBackup(@ForAll @IntRange(max = 5) int file) throws IOException {
        damaged(
                true,
                file,
                path -> Files.copy(
                        folder.resolve("other").resolve(path.getFileName()),
                        path,
                        StandardCopyOption.REPLACE_EXISTING));
    }

    @Property(tries = 2)
    void shouldFindThatAFileWasAdded(@ForAll boolean sealed) throws IOException {
        damaged(sealed, 0, path -> Files.writeString(path.resolveSibling("database.zip.new"), ""), "database.zip.new");
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private static void damaged(boolean sealed, int file, Damage damage) throws IOException {
        String name =
                file < PARTS.size() ? PARTS.get(file).file(sealed) : file == 6 ? Manifest.FILE : Manifest.CHECK_FILE;
        damaged(sealed, file, damage, name);
    }

    private static void damaged(boolean sealed, int file, Damage damage, String named) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        Path to = folder.resolve("restored");
        try {
            Path whole = folder.resolve(sealed ? "sealed" : "open");
            for (String name : SampleNode.files(whole).keySet()) {
                Files.copy(whole.resolve(name), copy.resolve(name));
            }
            String name = file < PARTS.size()
                    ? PARTS.get(file).file(sealed)
                    : file == 6 ? Manifest.FILE : Manifest.CHECK_FILE;
            damage.to(copy.resolve(name));

            assertThatThrownBy(() -> SampleNode.restoration(SampleNode.SCHEMA)
                            .restore(copy, to, Optional.empty(), sealed ? SEALED : Optional.empty()))
                    .isInstanceOfSatisfying(BackupRefusedException.class, refused -> {
                        // What stands in the check is not told from what it checks.
                        if (file < PARTS.size()) {
                            assertThat(refused.text().en()).contains(named);
                        } else {
                            assertThat(refused.text().en()).containsPattern("manifest\\.(json|check)");
                        }
                    });
            assertThat(to).doesNotExist();
        } finally {
            Trees.delete(copy);
        }
    }
}
