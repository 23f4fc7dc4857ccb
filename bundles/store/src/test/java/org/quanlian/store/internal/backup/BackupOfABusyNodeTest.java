package org.quanlian.store.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.store.internal.audit.Trails;
import org.quanlian.store.internal.jdbc.Transactions;
import org.quanlian.store.internal.pool.Database;
import org.quanlian.store.internal.session.JdbcStore;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.ChainHash;

/** What is backed up while others write is whole, and has all that was acknowledged before; on each database. */
@EachDatabase
@Timeout(240)
class BackupOfABusyNodeTest {
    private static final int YEAR = 2061;

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private final MoneyYear year;
    private final SecureRandom random = new SecureRandom();
    private BackedUpNode node;

    BackupOfABusyNodeTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @BeforeEach
    void begin() {
        node = new BackedUpNode(database, folder);
    }

    @Test
    void shouldHoldWholeTransactionsOnly_andAllThatWereAcknowledged_whenOthersWrite() throws Exception {
        year.budgets(YEAR, "10000000.00", "10000000.00");
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
                        var claim = year.approve(year.reviewed(YEAR, TAIYUAN, "20.00"));
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
            node.backup(folder.resolve("node")).make(backup, Optional.empty());
            // Nobody waited for the backup: the writers went on.
            until(() -> after.get() > 8);
            enough.set(true);
            for (Future<?> writer : all) {
                writer.get();
            }
            Path restored = node.restore(backup, Optional.empty());

            try (Database again = Database.open(node.settings(restored))) {
                Ids ids = new Ids(Clock.systemUTC(), random);
                Store store = new JdbcStore(
                        new Transactions(again.dataSource(), again.dialect()),
                        ids,
                        new Trails(Clock.systemUTC(), ids, () -> ChainHash.SHA_256));
                assertThat(store.<List<?>>read(
                                session -> session.ledger().audit().faults()))
                        .isEmpty();
                Map<String, List<String>> there = WholeDatabase.rows(again.dataSource());
                String claims = String.join("\n", there.get("voucher_claims"));
                assertThat(acknowledged).allSatisfy(id -> assertThat(claims).contains(id));
                assertThat(there.get("voucher_claims").size())
                        .isLessThanOrEqualTo(WholeDatabase.rows(database.dataSource())
                                .get("voucher_claims")
                                .size());
            }
        } finally {
            enough.set(true);
            writers.shutdownNow();
        }
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
