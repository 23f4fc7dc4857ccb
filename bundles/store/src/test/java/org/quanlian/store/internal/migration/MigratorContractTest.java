package org.quanlian.store.internal.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.migration.SchemaRefusedException.Reason;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;

/** How a schema comes about, and which one is refused, on each database. */
@EachDatabase(migrated = false)
class MigratorContractTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-02-20T00:00:00Z"), ZoneOffset.UTC);

    private static final Migration FIRST = Migration.of(
            "V0001__first.sql",
            """
            -- A table; with a semicolon in a comment.
            CREATE TABLE begun (
                id INTEGER NOT NULL PRIMARY KEY, -- its key;
                note ${text},
                data ${bytes},
                code VARCHAR(10) ${ordinal} DEFAULT ';' NOT NULL
            );
            INSERT INTO begun (id, note) VALUES (1, 'it''s; here');
            """);
    private static final Migration ELEVENTH =
            Migration.of("V0011__eleventh.sql", "CREATE TABLE eleventh (id INTEGER NOT NULL PRIMARY KEY);");
    private static final Migration TWENTIETH =
            Migration.of("V0020__twentieth.sql", "INSERT INTO eleventh (id) VALUES (20);");

    private final Transactions transactions;

    MigratorContractTest(TestDatabase database) {
        this.transactions = database.transactions();
    }

    @BeforeEach
    void dropAll() {
        for (String table : List.of("schema_history", "begun", "eleventh", "broken", "half")) {
            transactions.run(sql -> {
                if (sql.tableExists(table)) {
                    sql.update("DROP TABLE " + table);
                }
            });
        }
    }

    @Test
    void shouldApplyAllInOrder_whenTheDatabaseIsNew() {
        assertThat(migrate(FIRST, ELEVENTH, TWENTIETH))
                .containsExactly("V0001__first.sql", "V0011__eleventh.sql", "V0020__twentieth.sql");

        assertThat(transactions.<String>read(sql -> sql.query("SELECT note, code FROM begun")
                        .one(row -> row.string("note") + " " + row.string("code"))))
                .isEqualTo("it's; here ;");
        assertThat(transactions.<Instant>read(
                        sql -> sql.query("SELECT applied_at FROM schema_history WHERE version = 20")
                                .one(row -> row.instant("applied_at"))))
                .isEqualTo(CLOCK.instant());
    }

    @Test
    void shouldApplyWhatIsNew_whenTheDatabaseHasComeSomeWay() {
        migrate(FIRST);

        assertThat(migrate(FIRST, ELEVENTH)).containsExactly("V0011__eleventh.sql");
        assertThat(migrate(FIRST, ELEVENTH)).isEmpty();
    }

    @Test
    void shouldRefuse_whenTheSchemaIsFromTheFuture() {
        migrate(FIRST, ELEVENTH, TWENTIETH);

        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> migrate(FIRST, ELEVENTH))
                .withMessageContaining("V0020__twentieth")
                .withMessageContaining("up to V0011")
                .withMessageContaining("Start that version")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FROM_THE_FUTURE));
        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(this::migrate)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FROM_THE_FUTURE));
    }

    @Test
    void shouldRefuse_whenAStepChanged() {
        migrate(FIRST);
        Migration changed = Migration.of("V0001__first.sql", "CREATE TABLE other (id INTEGER);");

        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> migrate(changed, ELEVENTH))
                .withMessageContaining("V0001__first.sql was applied with other content")
                .withMessageContaining(changed.checksum())
                .withMessageContaining(FIRST.checksum())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CHANGED));
        assertThat(exists("eleventh")).isFalse();
    }

    @Test
    void shouldRefuse_whenTheNodeLacksAStep() {
        migrate(FIRST, ELEVENTH, TWENTIETH);

        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> migrate(FIRST, TWENTIETH))
                .withMessageContaining("V0011__eleventh, which this node does not know")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
    }

    @Test
    void shouldRefuse_whenTheDatabaseLacksAStepBehindOthers() {
        migrate(ELEVENTH, TWENTIETH);

        assertThatExceptionOfType(SchemaRefusedException.class)
                .isThrownBy(() -> migrate(FIRST, ELEVENTH, TWENTIETH))
                .withMessageContaining("lacks V0001__first.sql")
                .withMessageContaining("a number above V0020")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MISSING));
        assertThat(exists("begun")).isFalse();
    }

    @Test
    void shouldLeaveNothingOfAStep_whenItFails() {
        Migration broken = Migration.of(
                "V0012__broken.sql",
                "CREATE TABLE half (id INTEGER NOT NULL PRIMARY KEY);\n\nINSERT INTO half (id) VALUES (1);\nINSERT INTO nowhere VALUES (1);\n");

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(() -> migrate(FIRST, broken))
                .withMessageContaining("V0012__broken.sql, line 4, failed and was taken back")
                .withMessageMatching("(?is).*nowhere.*");

        assertThat(exists("begun")).isTrue();
        assertThat(exists("half")).isFalse();
        Migration repaired = Migration.of("V0012__broken.sql", "CREATE TABLE half (id INTEGER NOT NULL PRIMARY KEY);");
        assertThat(migrate(FIRST, repaired)).containsExactly("V0012__broken.sql");
    }

    @Test
    void shouldApplyEachStepOnce_whenNodesStartAtOnce() throws Exception {
        int nodes = 6;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<List<String>>> starts =
                    java.util.Collections.nCopies(nodes, () -> migrate(FIRST, ELEVENTH, TWENTIETH));
            List<String> applied = new ArrayList<>();
            for (Future<List<String>> start : pool.invokeAll(starts)) {
                applied.addAll(start.get());
            }
            assertThat(applied)
                    .containsExactlyInAnyOrder("V0001__first.sql", "V0011__eleventh.sql", "V0020__twentieth.sql");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void shouldRefuseMigrations_whoseNumbersDoNotGrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> migrate(ELEVENTH, FIRST))
                .withMessage("V0001__first.sql does not come after V0011__eleventh.sql");
        assertThatIllegalArgumentException().isThrownBy(() -> migrate(FIRST, FIRST));
    }

    private List<String> migrate(Migration... migrations) {
        return new Migrator(transactions, List.of(migrations), CLOCK).migrate();
    }

    private boolean exists(String table) {
        return transactions.read(sql -> sql.tableExists(table));
    }
}
