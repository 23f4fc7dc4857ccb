package org.quanlian.store.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Trying whether something works, for many who ask. */
@Timeout(60)
class ProbeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void shouldTellAllWhoAskAtOnceTheSame_afterOneTry() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        try (Probe probe = new Probe("probe", LONG, Duration.ZERO)) {
            List<Asker> askers =
                    Stream.generate(() -> new Asker(probe, busy)).limit(8).toList();
            while (!askers.stream().allMatch(Asker::waits)) {
                Thread.onSpinWait();
            }
            busy.countDown();

            for (Asker asker : askers) {
                assertThat(asker.answer.get()).isTrue();
            }
            assertThat(tries).hasValue(1);
        }
    }

    @Test
    void shouldSayNo_whenItFailsOrTakesTooLong() {
        try (Probe failing = new Probe("failing", LONG, Duration.ZERO);
                Probe hanging = new Probe("hanging", Duration.ofMillis(1), Duration.ZERO)) {
            assertThat(failing.works(() -> {
                        throw new IllegalStateException("the disk is full");
                    }))
                    .isFalse();
            assertThat(hanging.works(() -> {
                        new CountDownLatch(1).await();
                        return true;
                    }))
                    .isFalse();
        }
    }

    @Test
    void shouldKeepWhatItFound_untilItIsForgotten() {
        try (Probe probe = new Probe("probe", LONG, Duration.ofDays(1))) {
            assertThat(probe.works(() -> tries.incrementAndGet() == 1)).isTrue();
            assertThat(probe.works(() -> tries.incrementAndGet() == 1)).isTrue();
            assertThat(tries).hasValue(1);

            probe.forget();
            assertThat(probe.works(() -> tries.incrementAndGet() == 1)).isFalse();
        }
    }

    /** Somebody who asks whether it works. */
    private final class Asker {
        private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
        private final Thread thread;

        Asker(Probe probe, CountDownLatch busy) {
            thread = new Thread(() -> answer.complete(probe.works(() -> {
                tries.incrementAndGet();
                busy.await();
                return true;
            })));
            thread.start();
        }

        boolean waits() {
            return answer.isDone() || thread.getState() == Thread.State.TIMED_WAITING;
        }
    }
}
