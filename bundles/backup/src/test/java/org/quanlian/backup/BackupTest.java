package org.quanlian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.keys.Profile;

class BackupTest {
    private static final Optional<Passphrase> OPEN = Optional.empty();
    private static final Optional<Passphrase> SEALED = Optional.of(SampleNode.PASSPHRASE);

    @TempDir
    private Path folder;

    private SampleNode node;
    private Path backup;
    private Path restored;

    @BeforeEach
    void begin() {
        node = new SampleNode(folder.resolve("node"));
        backup = folder.resolve("backups/monday");
        restored = folder.resolve("restored");
    }

    @ParameterizedTest
    @EnumSource
    void shouldBringEverythingBack_whenItIsSealed(Profile profile) throws IOException {
        node.backup(profile).make(backup, SEALED);

        SampleNode.restoration(SampleNode.SCHEMA).restore(backup, restored, Optional.empty(), SEALED);

        assertEverythingIsBack();
        assertThat(String.join("", SampleNode.files(backup).values()))
                .doesNotContain("etc/", "keys/", "only for the console", "a row");
    }

    @Test
    void shouldBringEverythingBack_whenItLiesOpen_forItsOwnerAlone() throws IOException {
        node.backup(Profile.INTL).make(backup, OPEN);

        SampleNode.restoration(SampleNode.SCHEMA).restore(backup, restored, Optional.empty(), OPEN);

        assertEverythingIsBack();
        for (Path place : new Path[] {backup, restored}) {
            try (Stream<Path> all = Files.walk(place)) {
                assertThat(all.filter(Files::isRegularFile).filter(file -> !file.endsWith("rows")))
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }

    private void assertEverythingIsBack() throws IOException {
        Map<String, String> before = SampleNode.files(node.data);
        before.keySet()
                .removeIf(name -> name.startsWith("log")
                        || name.contains(".new")
                        || name.contains("incoming")
                        || name.equals("run/pid"));
        before.put("db/rows", node.rows());
        // Documents lie in the data directory afterwards, wherever they lay.
        before.put("etc/org.quanlian.documents.cfg", "folder = documents\nmaxDocumentMiB = 20\n");
        assertThat(SampleNode.files(restored)).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("node", "backups", "restored");
        assertThat(node.data.toFile().list()).noneMatch(name -> name.startsWith("backup-work"));
    }

    @Test
    void shouldNotWriteOverAnything() throws IOException {
        Files.createDirectories(backup);
        Files.writeString(backup.resolve("x"), "x");

        assertRefused(() -> node.backup(Profile.INTL).make(backup, OPEN), "target", "monday");
        assertRefused(() -> node.backup(Profile.INTL).make(node.data.resolve("b"), OPEN), "target.inside", "node");
        Path good = folder.resolve("backups/tuesday");
        node.backup(Profile.INTL).make(good, OPEN);
        assertRefused(() -> restore(good, node.data, OPEN), "data", "node");
        assertThat(folder.resolve("backups").toFile().list()).containsExactlyInAnyOrder("monday", "tuesday");
    }

    @Test
    void shouldLeaveNothing_whenTheDatabaseCanNotBeWritten() throws IOException {
        Backup failing = new Backup(
                "1",
                new NodeFolders(node.data, new DocumentFolder(node.data.resolve("documents"), "incoming")),
                new DatabaseSnapshot() {
                    @Override
                    public String kind() {
                        return "sample";
                    }

                    @Override
                    public int write(Path work, Entries.Sink to) throws IOException {
                        to.add("rows", Instant.EPOCH, out -> out.write(1));
                        throw new IOException("no space left");
                    }
                },
                Profile.INTL,
                Clock.systemUTC(),
                new SecureRandom());

        assertThatThrownBy(() -> failing.make(backup, OPEN)).hasMessage("no space left");
        assertThat(backup.getParent().toFile().list()).isEmpty();
        assertThat(node.data.toFile().list()).noneMatch(name -> name.startsWith("backup-work"));
    }

    @Test
    void shouldRefuseWhatIsNoBackup_orOfALaterVersion_orOfAnotherSchema() throws IOException {
        node.backup(Profile.INTL).make(backup, OPEN);

        assertRefused(() -> restore(folder.resolve("nothing"), restored, OPEN), "no-backup", "nothing");
        assertRefused(
                () -> SampleNode.restoration(SampleNode.SCHEMA - 1).restore(backup, restored, Optional.empty(), OPEN),
                "schema.future",
                "7");
        Path manifest = backup.resolve(Manifest.FILE);
        String text = Files.readString(manifest);
        change(manifest, text.replace("\"format\" : 1", "\"format\" : 2"));
        assertRefused(() -> restore(backup, restored, OPEN), "future", "1.2.3");
        change(manifest, text.replace("quanlian-backup", "something-else"));
        assertRefused(() -> restore(backup, restored, OPEN), "foreign", Manifest.FILE);
        assertThat(restored).doesNotExist();
    }

    @Test
    void shouldRefuseADatabaseThatIsNotEmpty_andLeaveNothing() throws IOException {
        node.backup(Profile.INTL).make(backup, OPEN);
        Path store = Files.writeString(folder.resolve("store.cfg"), "full = yes\n");

        assertRefused(
                () -> SampleNode.restoration(SampleNode.SCHEMA).restore(backup, restored, Optional.of(store), OPEN),
                "database.not-empty",
                "rows");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("node", "backups", "store.cfg");
    }

    @Test
    void shouldOpenBySealsPassphraseAlone() throws IOException {
        node.backup(Profile.INTL).make(backup, SEALED);

        assertRefused(() -> restore(backup, restored, OPEN), "passphrase.missing", "monday");
        assertRefused(
                () -> restore(backup, restored, Optional.of(new Passphrase("another passphrase"))),
                "passphrase.wrong",
                Manifest.FILE);
        assertThat(restored).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "eleven char"})
    void shouldRefuseAPassphraseThatIsSoonGuessed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("passphrase"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertRefused(() -> Passphrase.in(file), "passphrase.short", "12");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(() -> Passphrase.in(file), "passphrase.open", "chmod 600");
        assertThat(new Passphrase("twelve chars")).hasToString("Passphrase[hidden]");
    }

    /** With the check that belongs to it, as a later version would write it. */
    private static void change(Path manifest, String text) throws IOException {
        Files.writeString(manifest, text);
        Files.writeString(
                manifest.resolveSibling(Manifest.CHECK_FILE),
                PartSeal.open().check(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Manifest restore(Path from, Path to, Optional<Passphrase> passphrase) throws IOException {
        return SampleNode.restoration(SampleNode.SCHEMA).restore(from, to, Optional.empty(), passphrase);
    }

    private static void assertRefused(ThrowingCallable what, String code, String named) {
        assertThatThrownBy(what).isInstanceOfSatisfying(BackupRefusedException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.text().en()).contains(named);
            assertThat(refused.text().zh()).contains(named);
        });
    }
}
