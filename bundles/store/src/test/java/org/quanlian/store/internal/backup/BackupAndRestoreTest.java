package org.quanlian.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.Manifest;
import org.quanlian.backup.Passphrase;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.Signed;
import org.quanlian.store.internal.files.SealedTexts;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;

/** A node is backed up and brought back elsewhere: the same rows, documents and keys; on each database. */
@EachDatabase
@Timeout(240)
class BackupAndRestoreTest {
    private static final Optional<Passphrase> SEALED = Optional.of(new Passphrase("a passphrase of plain words"));
    private static final byte[] PAPER = "%PDF-1.7\n%一份身份证".getBytes(StandardCharsets.UTF_8);
    private static final int YEAR = 2060;

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private final MoneyYear year;
    private final SecureRandom random = new SecureRandom();
    private BackedUpNode node;

    BackupAndRestoreTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @BeforeEach
    void begin() {
        node = new BackedUpNode(database, folder);
    }

    @Test
    void shouldBringBackEveryRowDocumentAndKey() throws Exception {
        year.budgets(YEAR, "1000000.00", "1000000.00");
        year.paid(year.reviewed(YEAR, TAIYUAN, "20000.00"));
        Path data = folder.resolve("node");
        KeptContent kept = node.contents(data)
                .keep(
                        new ByteArrayInputStream(PAPER),
                        new ContentStore.Arriving(1000, DocumentType.PDF.mediaType(), true));
        byte[] sealedText = new SealedTexts(node.keys(data), random).seal("11010519491231002X");
        Signed anchor = node.keys(data).signing(Purpose.AUDIT_ANCHORS).current().sign(PAPER);
        node.keys(data).rotation(Purpose.AUDIT_ANCHORS).rotate();
        Path backup = folder.resolve("backup");

        Manifest made = node.backup(data).make(backup, SEALED);
        Path restored = node.restore(backup, SEALED);

        assertThat(made.schema()).isEqualTo(newestSchema());
        try (Database again = Database.open(node.settings(restored))) {
            assertThat(WholeDatabase.rows(again.dataSource())).isEqualTo(WholeDatabase.rows(database.dataSource()));
            assertThat(WholeDatabase.counters(again.dataSource()))
                    .isEqualTo(WholeDatabase.counters(database.dataSource()));
            // It is a database on which this node starts, and there is nothing to bring forward.
            assertThat(new Migrator(
                                    new Transactions(again.dataSource(), again.dialect()),
                                    Migrations.ofTheNode(),
                                    Clock.systemUTC())
                            .migrate())
                    .isEmpty();
        }
        try (InputStream in = node.contents(restored).open(kept)) {
            assertThat(in.readAllBytes()).isEqualTo(PAPER);
        }
        assertThat(new SealedTexts(node.keys(restored), random).open(sealedText))
                .isEqualTo("11010519491231002X");
        assertThat(node.keys(restored)
                        .signing(Purpose.AUDIT_ANCHORS)
                        .named(anchor.keyId())
                        .orElseThrow()
                        .verification()
                        .verify(PAPER, anchor))
                .isTrue();
        assertThat(node.keys(restored).list()).isEqualTo(node.keys(data).list());
    }

    @Test
    void shouldRefuseADatabaseThatIsNotEmpty_andOneOfTheOtherKind_andChangeNothing() throws Exception {
        Path backup = folder.resolve("backup");
        node.backup(folder.resolve("node")).make(backup, Optional.empty());
        Map<String, List<String>> before = WholeDatabase.rows(database.dataSource());
        String other = database.dialect() == Dialect.DERBY
                ? "url = jdbc:postgresql://localhost/nowhere\nuser = nobody\n"
                : "url =\n";

        assertThatThrownBy(() -> node.restore(backup, Optional.empty(), other))
                .isInstanceOfSatisfying(BackupRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("kind.other"));
        if (database.dialect() == Dialect.POSTGRESQL) {
            assertThatThrownBy(() -> node.restore(backup, Optional.empty(), BackedUpNode.cfg(database.settings())))
                    .isInstanceOfSatisfying(BackupRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("database.not-empty"));
        }
        assertThat(WholeDatabase.rows(database.dataSource())).isEqualTo(before);
    }

    private static int newestSchema() {
        var all = Migrations.ofTheNode();
        return all.get(all.size() - 1).version();
    }
}
