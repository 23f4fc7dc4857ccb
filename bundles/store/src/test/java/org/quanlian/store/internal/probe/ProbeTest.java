package org.quanlian.store.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProbeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void shouldSayWhatTheAttemptSays_andNoWhenItFails() {
        try (Probe probe = new Probe("probe", LONG, Duration.ZERO)) {
            assertThat(probe.works(() -> true)).isTrue();
            assertThat(probe.works(() -> false)).isFalse();
            assertThat(probe.works(() -> {
                        throw new IOException("No space left on device");
                    }))
                    .isFalse();
        }
    }

    @Test
    void shouldNotWearOutTheDisk_whenItIsAskedOften() {
        AtomicInteger attempts = new AtomicInteger();
        try (Probe probe = new Probe("probe", LONG, LONG)) {
            for (int i = 0; i < 10; i++) {
                assertThat(probe.works(() -> attempts.incrementAndGet() > 0)).isTrue();
            }
            assertThat(attempts).hasValue(1);

            probe.forget();

            assertThat(probe.works(() -> attempts.incrementAndGet() > 1)).isTrue();
        }
    }

    @Test
    void shouldLetNobodyWaitWithTheFirst_whenTheAttemptHangs() {
        CountDownLatch never = new CountDownLatch(1);
        try (Probe probe = new Probe("probe", Duration.ofMillis(50), Duration.ZERO)) {
            assertThat(probe.works(() -> {
                        never.await();
                        return true;
                    }))
                    .isFalse();
            assertThat(probe.works(() -> true)).as("the first one hangs still").isFalse();
        }
    }
}
