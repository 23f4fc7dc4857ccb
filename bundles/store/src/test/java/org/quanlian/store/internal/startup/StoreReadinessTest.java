package org.quanlian.store.internal.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.health.Readiness;
import org.quanlian.health.Readiness.State;

@Timeout(60)
class StoreReadinessTest {
    private final CountDownLatch busy = new CountDownLatch(1);
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void shouldTellAllWhoAskAtOnceTheSame_whenTheDatabaseTakesAMoment() throws Exception {
        try (StoreReadiness readiness = new StoreReadiness(Duration.ofSeconds(30))) {
            readiness.opened(Optional.of(answeringOnce(busy)));
            readiness.reached(StoreState.READY);

            List<Asker> askers =
                    Stream.generate(() -> new Asker(readiness)).limit(8).toList();
            while (!askers.stream().allMatch(Asker::waits)) {
                Thread.onSpinWait();
            }
            busy.countDown();

            for (Asker asker : askers) {
                assertThat(asker.answer.get().state()).isEqualTo(State.UP);
            }
            assertThat(questions).hasValue(1);
        }
    }

    /** Somebody who asks how the database is. */
    private static final class Asker {
        private final CompletableFuture<Readiness> answer = new CompletableFuture<>();
        private final Thread thread;

        Asker(StoreReadiness readiness) {
            thread = new Thread(() -> answer.complete(readiness.check()));
            thread.start();
        }

        boolean waits() {
            return answer.isDone() || thread.getState() == Thread.State.TIMED_WAITING;
        }
    }

    private DataSource answeringOnce(CountDownLatch busy) {
        return (DataSource) Proxy.newProxyInstance(
                StoreReadinessTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, all) -> {
                    questions.incrementAndGet();
                    busy.await();
                    return valid();
                });
    }

    private static Connection valid() {
        return (Connection) Proxy.newProxyInstance(
                StoreReadinessTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, all) -> method.getName().equals("isValid") ? true : null);
    }
}
