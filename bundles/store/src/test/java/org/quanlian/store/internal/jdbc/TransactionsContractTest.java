package org.quanlian.store.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;

/** What a transaction promises, on each database. */
@EachDatabase(migrated = false)
@Timeout(60)
class TransactionsContractTest {
    private final TestDatabase database;
    private final Transactions transactions;

    TransactionsContractTest(TestDatabase database) {
        this.database = database;
        this.transactions = database.transactions();
    }

    @EachDatabase.Setup
    static void setUp(TestDatabase database) {
        database.transactions().run(TransactionsContractTest::createTables);
    }

    private static void createTables(Sql sql) {
        sql.update("CREATE TABLE account (id VARCHAR(20) NOT NULL PRIMARY KEY, cap BIGINT NOT NULL)");
        sql.update("CREATE TABLE booking (account VARCHAR(20) NOT NULL REFERENCES account, fen BIGINT NOT NULL)");
    }

    @Test
    void shouldKeepAll_whenTheFunctionReturns() {
        String answer = transactions.write(sql -> {
            open(sql, "kept", 1);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(isThere("kept")).isTrue();
    }

    @Test
    void shouldKeepNothing_whenTheFunctionThrows() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> transactions.run(sql -> {
                    open(sql, "lost", 1);
                    throw new UnsupportedOperationException();
                }));

        assertThat(isThere("lost")).isFalse();
    }

    @Test
    void shouldKeepNothing_whenAStatementFailedAndTheFunctionWentOn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(sql -> {
                    open(sql, "silent", 1);
                    try {
                        open(sql, "silent", 2);
                    } catch (ConstraintViolationException e) {
                        assertThat(e.kind()).isEqualTo(ConstraintViolationException.Kind.UNIQUE);
                    }
                }))
                .withMessageContaining("its function went on");

        assertThat(isThere("silent")).isFalse();
    }

    @Test
    void shouldGoOn_whenWhatFailedWasRecoverable() {
        transactions.run(sql -> {
            open(sql, "first", 1);
            assertThatExceptionOfType(ConstraintViolationException.class)
                    .isThrownBy(() -> sql.recoverable(() -> {
                        open(sql, "second", 2);
                        open(sql, "first", 3);
                        return true;
                    }));
            open(sql, "third", 4);
        });

        assertThat(isThere("first")).isTrue();
        assertThat(isThere("second")).isFalse();
        assertThat(isThere("third")).isTrue();
    }

    @Test
    void shouldRefuseATransaction_insideAnother() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(outer -> isThere("any")))
                .withMessageContaining("inside another");

        assertThat(isThere("any")).isFalse();
    }

    @Test
    void shouldRefuseToWrite_whenReading() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> transactions.read(sql -> {
                    open(sql, "readOnly", 1);
                    return true;
                }));

        transactions.run(sql -> open(sql, "readOnly", 1));
        assertThat(isThere("readOnly")).isTrue();
    }

    @Test
    void shouldRefuseItsSql_whenTheTransactionHasEnded() {
        Sql leaked = transactions.write(sql -> sql);

        assertThatIllegalStateException()
                .isThrownBy(() -> open(leaked, "late", 1))
                .withMessageContaining("has ended");
    }

    @Test
    void shouldNeverOverdraw_whenManyBookUnderOneLock() throws Exception {
        int threads = 32;
        long cap = 20;
        transactions.run(sql -> open(sql, "capped", cap));

        List<Boolean> booked = atOnce(
                threads,
                () -> transactions.write(sql -> {
                    assertThat(sql.lock("account", "id", "capped")).isEqualTo(1);
                    long used = used(sql, "capped");
                    if (used + 1 > cap) {
                        return false;
                    }
                    book(sql, "capped", 1);
                    return true;
                }));

        assertThat(booked.stream().filter(done -> done)).hasSize((int) cap);
        assertThat(transactions.<Long>read(sql -> used(sql, "capped"))).isEqualTo(cap);
    }

    @Test
    void shouldHoldARow_untilTheTransactionThatLockedItEnds() throws Exception {
        transactions.run(sql -> open(sql, "held", 5));
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch proceed = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> holder = pool.submit(() -> transactions.run(sql -> {
                sql.lock("account", "id", "held");
                locked.countDown();
                await(proceed);
                book(sql, "held", 3);
            }));
            await(locked);
            Future<Long> second = pool.submit(() -> transactions.write(sql -> {
                sql.lock("account", "id", "held");
                return used(sql, "held");
            }));
            // Nothing tells that a thread waits in a database; if the lock did not hold, this would be long enough to
            // see 0.
            assertThatExceptionOfType(java.util.concurrent.TimeoutException.class)
                    .isThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS));
            proceed.countDown();

            holder.get();
            assertThat(second.get()).isEqualTo(3);
        } finally {
            proceed.countDown();
            pool.shutdown();
        }
    }

    @Test
    void shouldLockTheParent_whenChildrenPointToIt() {
        transactions.run(sql -> {
            open(sql, "parent", 5);
            book(sql, "parent", 1);
        });

        assertThat(transactions.<Integer>write(sql -> sql.lock("account", "id", "parent")))
                .isEqualTo(1);
        assertThat(transactions.<Integer>write(sql -> sql.lock("account", "id", "absent")))
                .isZero();
        assertThat(transactions.<Integer>write(sql -> sql.lock("booking", "account", "parent")))
                .isEqualTo(1);
    }

    @Test
    void shouldRunAgain_whenTwoWaitForEachOther() throws Exception {
        transactions.run(sql -> {
            open(sql, "left", 0);
            open(sql, "right", 0);
        });
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger turn = new AtomicInteger();

        atOnce(2, () -> {
            boolean leftFirst = turn.getAndIncrement() == 0;
            transactions.run(sql -> {
                runs.incrementAndGet();
                raise(sql, leftFirst ? "left" : "right");
                bothHoldOne.countDown();
                await(bothHoldOne);
                raise(sql, leftFirst ? "right" : "left");
            });
            return true;
        });

        // One of them at least; when it is back before the other woke up, they meet once more.
        assertThat(runs.get()).isGreaterThanOrEqualTo(3);
        assertThat(transactions.<List<Long>>read(
                        sql -> sql.query("SELECT cap FROM account WHERE id IN ('left', 'right')")
                                .list(row -> row.number("cap"))))
                .containsExactly(2L, 2L);
    }

    @Test
    void shouldGiveUp_whenItMeetsOthersEachTime() {
        Transactions impatient = new Transactions(
                database.dataSource(),
                database.dialect(),
                new Retries(3, Duration.ZERO, Duration.ZERO),
                RandomGenerator.getDefault());
        AtomicInteger runs = new AtomicInteger();

        assertThatExceptionOfType(ContentionException.class)
                .isThrownBy(() -> impatient.run(sql -> {
                    runs.incrementAndGet();
                    throw new ContentionException("met others", new java.sql.SQLException("met", "40001"));
                }));

        assertThat(runs).hasValue(3);
    }

    private boolean isThere(String id) {
        return transactions.read(
                sql -> sql.query("SELECT id FROM account WHERE id = ?", id).exists());
    }

    private static void open(Sql sql, String id, long cap) {
        sql.insertInto("account").set("id", id).set("cap", cap).run();
    }

    private static void book(Sql sql, String id, long fen) {
        sql.insertInto("booking").set("account", id).set("fen", fen).run();
    }

    private static void raise(Sql sql, String id) {
        sql.updateOne("UPDATE account SET cap = cap + 1 WHERE id = ?", id);
    }

    private static long used(Sql sql, String id) {
        return sql.query("SELECT COALESCE(SUM(fen), 0) AS used FROM booking WHERE account = ?", id)
                .one(row -> row.number("used"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(java.util.Collections.nCopies(threads, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
