package org.quanlian.store.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.InvalidValueException;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.SyncState;

/** Replicas of what provinces tell each other, on each database. */
@EachDatabase
class ReplicasContractTest {
    private static final Area SHANXI = new Area("140000");
    private static final Area HAINAN = new Area("460000");
    private static final Instant AT = Instant.parse("2025-07-01T01:02:03.004Z");
    private static final AtomicInteger CLASSES = new AtomicInteger();

    /** Each test has a replica of its own. */
    private final ReplicaName told = new ReplicaName(HAINAN, SHANXI, "class" + CLASSES.incrementAndGet());

    private final MoneyYear year;

    ReplicasContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldKeepAnItem_inPlaceOfTheOneBefore() {
        put(item("provider", "b", "{\"a\":1}", 7, ""));
        ReplicaItem second = item("provider", "b", "{\"a\":\"" + "文".repeat(3_000) + "\"}", 7, "");
        put(second);

        assertThat(this.<Optional<ReplicaItem>>onReplicas(replicas -> replicas.find(told, second.name())))
                .contains(second);
        assertThat(this.<Long>onReplicas(replicas -> replicas.count(told))).isEqualTo(1);
        assertThat(this.<Long>onReplicas(replicas -> replicas.count(ReplicaName.toAll(HAINAN, told.dataClass()))))
                .isZero();
    }

    @Test
    void shouldListItemsByKindAndKey_pageByPage() {
        put(item("service", "a", "{}", 1, ""));
        put(item("provider", "b", "{}", 1, ""));
        put(item("provider", "B", "{}", 2, ""));
        put(item("provider", "a/b", "{}", 2, ""));

        List<String> keys = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page.Request request = new Page.Request(after, 1);
            Page<ReplicaItem> page = onReplicas(replicas -> replicas.list(told, Optional.empty(), request));
            page.items().forEach(item -> keys.add(item.kind() + " " + item.key()));
            after = page.next();
        } while (after.isPresent());

        assertThat(keys).containsExactly("provider B", "provider a/b", "provider b", "service a");
        assertThat(onReplicas(replicas -> replicas.list(told, Optional.of("service"), Page.Request.first()))
                        .items())
                .extracting(ReplicaItem::key)
                .containsExactly("a");
        assertThatThrownBy(() -> onReplicas(
                        replicas -> replicas.list(told, Optional.empty(), new Page.Request(Optional.of("none"), 1))))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void shouldFindTheItemsOfAPart_andThoseOfAnOrigin() {
        put(item("provider", "a", "{}", 1, "01J0000000000000000000000A"));
        put(item("service", "b", "{}", 2, "01J0000000000000000000000A"));
        put(item("service", "c", "{}", 1, "01J0000000000000000000000B"));

        assertThat(this.<List<ReplicaItem>>onReplicas(replicas -> replicas.bucket(told, 1)))
                .extracting(ReplicaItem::key)
                .containsExactly("a", "c");
        assertThat(this.<List<ReplicaItem>>onReplicas(replicas -> replicas.from(told, "01J0000000000000000000000A")))
                .extracting(ReplicaItem::key)
                .containsExactly("a", "b");
        assertThat(this.<Boolean>onReplicas(replicas -> replicas.remove(told, new ReplicaItem.Name("provider", "a"))))
                .isTrue();
        assertThat(this.<Boolean>onReplicas(replicas -> replicas.remove(told, new ReplicaItem.Name("provider", "a"))))
                .isFalse();
        assertThat(this.<List<ReplicaItem>>onReplicas(replicas -> replicas.bucket(told, 1)))
                .extracting(ReplicaItem::key)
                .containsExactly("c");
    }

    @Test
    void shouldCountEachRun_whenManyBeginAtOnce() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> begin = () -> onReplicas(replicas -> {
                SyncState next = replicas.lock(told).started(AT);
                replicas.update(told, next);
                return next.run();
            });
            List<Long> runs = new ArrayList<>();
            for (Future<Long> each : pool.invokeAll(Collections.nCopies(24, begin))) {
                runs.add(each.get());
            }

            assertThat(runs).doesNotHaveDuplicates().hasSize(24);
            assertThat(this.<Optional<SyncState>>onReplicas(replicas -> replicas.state(told)))
                    .get()
                    .extracting(SyncState::run)
                    .isEqualTo(24L);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void shouldTellHowFarEachReplicaIsInStep() {
        SyncState state = SyncState.NEW.started(AT).told("provider/b").compared(AT.plusSeconds(1), 3);
        onReplicas(replicas -> {
            replicas.lock(told);
            replicas.update(told, state);
            return true;
        });

        assertThat(this.<List<Replicas.Known>>onReplicas(Replicas::all)).contains(new Replicas.Known(told, state));
        assertThat(state.underWay()).isTrue();
        assertThat(state.agreedAt()).isEmpty();
        assertThat(state.finished(AT).compared(AT, 0).agreedAt()).contains(AT);
    }

    private void put(ReplicaItem item) {
        onReplicas(replicas -> {
            replicas.lock(told);
            replicas.put(told, item);
            return true;
        });
    }

    private <T> T onReplicas(Function<Replicas, T> work) {
        return year.write(session -> work.apply(session.exchange().replicas()));
    }

    private static ReplicaItem item(String kind, String key, String content, int bucket, String origin) {
        return new ReplicaItem(kind, key, content, "d".repeat(64), bucket, origin, AT);
    }
}
