package org.quanlian.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.backup.Backup;
import org.quanlian.backup.BackupRefusedException;
import org.quanlian.backup.DatabaseSnapshot;
import org.quanlian.backup.DocumentFolder;
import org.quanlian.backup.Manifest;
import org.quanlian.backup.NodeFolders;
import org.quanlian.backup.Passphrase;
import org.quanlian.backup.Restoration;
import org.quanlian.keys.NodeKeys;
import org.quanlian.keys.Profile;
import org.quanlian.keys.Purpose;
import org.quanlian.keys.Signed;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.files.FileContents;
import org.quanlian.store.internal.files.SealedTexts;
import org.quanlian.store.internal.jdbc.Dialect;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.Migrations;
import org.quanlian.store.internal.migration.Migrator;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.pool.DatabaseSettings;
import org.quanlian.store.internal.session.JdbcStore;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.ChainHash;
import org.quanlian.vouchers.documents.ContentStore;
import org.quanlian.vouchers.documents.DocumentLimits;
import org.quanlian.vouchers.documents.DocumentType;
import org.quanlian.vouchers.documents.KeptContent;

/** A node is backed up while it works, and brought back elsewhere: the same rows, documents and keys; on each database. */
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

    BackupAndRestoreTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldBringBackEveryRowDocumentAndKey() throws Exception {
        year.budgets(YEAR, "1000000.00", "1000000.00");
        year.paid(year.reviewed(YEAR, TAIYUAN, "20000.00"));
        Path data = folder.resolve("node");
        KeptContent kept = contents(data)
                .keep(
                        new ByteArrayInputStream(PAPER),
                        new ContentStore.Arriving(1000, DocumentType.PDF.mediaType(), true));
        byte[] sealedText = new SealedTexts(keys(data), random).seal("11010519491231002X");
        Signed anchor = keys(data).signing(Purpose.AUDIT_ANCHORS).current().sign(PAPER);
        keys(data).rotation(Purpose.AUDIT_ANCHORS).rotate();
        Path backup = folder.resolve("backup");

        Manifest made = backup(data).make(backup, SEALED);
        Path restored = restore(backup, SEALED);

        assertThat(made.schema()).isEqualTo(newestSchema());
        try (Database again = Database.open(settings(restored))) {
            assertThat(rows(again.dataSource())).isEqualTo(rows(database.dataSource()));
            assertThat(counters(again.dataSource())).isEqualTo(counters(database.dataSource()));
            // It is a database on which this node starts, and there is nothing to bring forward.
            assertThat(new Migrator(
                                    new Transactions(again.dataSource(), again.dialect()),
                                    Migrations.ofTheNode(),
                                    Clock.systemUTC())
                            .migrate())
                    .isEmpty();
        }
        try (InputStream in = contents(restored).open(kept)) {
            assertThat(in.readAllBytes()).isEqualTo(PAPER);
        }
        assertThat(new SealedTexts(keys(restored), random).open(sealedText)).isEqualTo("11010519491231002X");
        assertThat(keys(restored)
                        .signing(Purpose.AUDIT_ANCHORS)
                        .named(anchor.keyId())
                        .orElseThrow()
                        .verification()
                        .verify(PAPER, anchor))
                .isTrue();
        assertThat(keys(restored).list()).isEqualTo(keys(data).list());
    }

    @Test
    void shouldHoldWholeTransactionsOnly_andAllThatWereAcknowledged_whenOthersWrite() throws Exception {
        year.budgets(YEAR + 1, "10000000.00", "10000000.00");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger after = new AtomicInteger();
        AtomicBoolean begun = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(writers.submit(() -> {
                    while (!enough.get()) {
                        var claim = year.approve(year.reviewed(YEAR + 1, TAIYUAN, "20.00"));
                        if (begun.get()) {
                            after.incrementAndGet();
                        } else {
                            acknowledged.add(claim.id().value());
                        }
                    }
                    return true;
                }));
            }
            until(() -> acknowledged.size() > 20);
            begun.set(true);
            Path backup = folder.resolve("backup");
            backup(folder.resolve("node")).make(backup, Optional.empty());
            // Nobody waited for the backup: the writers went on.
            until(() -> after.get() > 8);
            enough.set(true);
            for (Future<?> writer : all) {
                writer.get();
            }
            Path restored = restore(backup, Optional.empty());

            try (Database again = Database.open(settings(restored))) {
                Ids ids = new Ids(Clock.systemUTC(), random);
                Store store = new JdbcStore(
                        new Transactions(again.dataSource(), again.dialect()),
                        ids,
                        new Trails(Clock.systemUTC(), ids, () -> ChainHash.SHA_256));
                assertThat(store.<List<?>>read(
                                session -> session.ledger().audit().faults()))
                        .isEmpty();
                Map<String, List<String>> there = rows(again.dataSource());
                String claims = String.join("\n", there.get("voucher_claims"));
                assertThat(acknowledged).allSatisfy(id -> assertThat(claims).contains(id));
                assertThat(there.get("voucher_claims").size())
                        .isLessThanOrEqualTo(rows(database.dataSource())
                                .get("voucher_claims")
                                .size());
            }
        } finally {
            enough.set(true);
            writers.shutdownNow();
        }
    }

    @Test
    void shouldRefuseADatabaseThatIsNotEmpty_andOneOfTheOtherKind_andChangeNothing() throws Exception {
        Path backup = folder.resolve("backup");
        backup(folder.resolve("node")).make(backup, Optional.empty());
        Map<String, List<String>> before = rows(database.dataSource());
        String other = database.dialect() == Dialect.DERBY
                ? "url = jdbc:postgresql://localhost/nowhere\nuser = nobody\n"
                : "url =\n";

        assertThatThrownBy(() -> restore(backup, Optional.empty(), other))
                .isInstanceOfSatisfying(BackupRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("kind.other"));
        if (database.dialect() == Dialect.POSTGRESQL) {
            assertThatThrownBy(() -> restore(backup, Optional.empty(), cfg(database.settings())))
                    .isInstanceOfSatisfying(BackupRefusedException.class, refused -> assertThat(refused.code())
                            .isEqualTo("database.not-empty"));
        }
        assertThat(rows(database.dataSource())).isEqualTo(before);
    }

    private Backup backup(Path data) {
        DatabaseSnapshot snapshot = database.dialect() == Dialect.DERBY
                ? new DerbySnapshot(database.dataSource())
                : new PostgresSnapshot(database.dataSource(), Clock.systemUTC());
        return new Backup(
                "1.0.0",
                new NodeFolders(data, new DocumentFolder(data.resolve("documents"), FileContents.INCOMING)),
                snapshot,
                Profile.INTL,
                Clock.systemUTC(),
                random);
    }

    private Path restore(Path backup, Optional<Passphrase> passphrase) throws Exception {
        return restore(backup, passphrase, database.dialect() == Dialect.DERBY ? "url =\n" : cfg(emptyDatabase()));
    }

    private Path restore(Path backup, Optional<Passphrase> passphrase, String store) throws IOException {
        Path restored = folder.resolve("restored");
        Path cfg = Files.writeString(folder.resolve("store.cfg"), store);
        new Restoration(List.of(new DerbyRestorer(), new PostgresRestorer()), random)
                .restore(backup, restored, Optional.of(cfg), passphrase);
        return restored;
    }

    private DatabaseSettings settings(Path restored) throws IOException {
        Map<String, String> store = new TreeMap<>();
        Files.readAllLines(restored.resolve("etc/org.quanlian.store.cfg")).forEach(line -> {
            String[] parts = line.split(" ?= ?", 2);
            store.put(parts[0], parts[1]);
        });
        return DatabaseSettings.read(store, restored);
    }

    /** A PostgreSQL database of its own on the server of the test. */
    private DatabaseSettings emptyDatabase() throws SQLException {
        String name = "restored_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("CREATE DATABASE " + name);
        }
        DatabaseSettings own = database.settings();
        return new DatabaseSettings(
                own.dialect(),
                own.location().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1"),
                own.user(),
                own.password(),
                2);
    }

    private static String cfg(DatabaseSettings settings) {
        String password = settings.password().isEmpty() ? "" : "password = " + settings.password() + "\n";
        return "url = " + settings.location() + "\nuser = " + settings.user() + "\n" + password;
    }

    private NodeKeys keys(Path data) {
        return new NodeKeys(data.resolve("keys"), () -> Profile.INTL, Clock.systemUTC(), random);
    }

    private ContentStore contents(Path data) {
        return new FileContents(data.resolve("documents"), DocumentLimits.DEFAULT, keys(data), random);
    }

    private static int newestSchema() {
        var all = Migrations.ofTheNode();
        return all.get(all.size() - 1).version();
    }

    /** All rows of all tables as texts, sorted. */
    private static Map<String, List<String>> rows(DataSource source) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = source.getConnection()) {
            List<String> names = new ArrayList<>();
            try (ResultSet all =
                    connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE"})) {
                while (all.next()) {
                    names.add(all.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                List<String> rows = new ArrayList<>();
                try (Statement statement = connection.createStatement();
                        ResultSet all = statement.executeQuery("SELECT * FROM " + name)) {
                    while (all.next()) {
                        List<String> cells = new ArrayList<>();
                        for (int i = 1; i <= all.getMetaData().getColumnCount(); i++) {
                            // Derby gives a large value once only.
                            boolean bytes = Set.of(Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY)
                                    .contains(all.getMetaData().getColumnType(i));
                            byte[] raw = bytes ? all.getBytes(i) : null;
                            cells.add(
                                    bytes
                                            ? raw == null
                                                    ? "null"
                                                    : HexFormat.of().formatHex(raw)
                                            : all.getString(i));
                        }
                        rows.add(cells.toString());
                    }
                }
                rows.sort(null);
                tables.put(name.toLowerCase(Locale.ROOT), rows);
            }
            connection.rollback();
        }
        assertThat(tables).hasSizeGreaterThan(40).containsKey("schema_history");
        return tables;
    }

    /** How far PostgreSQL counted; Derby keeps that with its tables. */
    private static List<String> counters(DataSource source) throws SQLException {
        List<String> counters = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                try (ResultSet all = statement.executeQuery(
                        "SELECT sequencename || ' ' || COALESCE(last_value, 0) FROM pg_sequences ORDER BY 1")) {
                    while (all.next()) {
                        counters.add(all.getString(1));
                    }
                }
                assertThat(counters).isNotEmpty();
            }
            connection.rollback();
        }
        return counters;
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition) throws InterruptedException {
        long bound = System.nanoTime() + 120_000_000_000L;
        while (!condition.holds()) {
            if (System.nanoTime() > bound) {
                throw new AssertionError("not within two minutes");
            }
            Thread.sleep(5);
        }
    }
}
