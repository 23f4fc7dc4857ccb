package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RateLimit limit = new RateLimit(new RateLimit.Bounds(10, 3), clock::get);

    @Test
    void shouldAdmitABurst_andThenTellHowLongToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isZero();
        }

        Duration wait = limit.take("a");
        assertThat(wait).isEqualTo(Duration.ofMillis(100));
        assertThat(limit.take("b")).as("others are not touched").isZero();
        clock.addAndGet(wait.toNanos());
        assertThat(limit.take("a"))
                .as("also when the clock of the machine wraps")
                .isZero();
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void shouldHaveAFullBucketAgain_whenItWasQuietLongEnough_andNoMore() {
        for (int i = 0; i < 5; i++) {
            limit.take("a");
        }
        clock.addAndGet(Duration.ofDays(1).toNanos());

        for (int i = 0; i < 3; i++) {
            assertThat(limit.take("a")).isZero();
        }
        assertThat(limit.take("a")).isPositive();
    }

    @Test
    void shouldRememberABoundedNumber_whoeverAsks() {
        for (int i = 0; i < RateLimit.MAX_REMEMBERED * 2; i++) {
            limit.take("stranger " + i);
        }

        assertThat(limit.remembered()).isEqualTo(RateLimit.MAX_REMEMBERED);
    }

    @RepeatedTest(50)
    void shouldNeverAdmitMoreThanTimeAllows_whateverThePauses(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        AtomicLong now = new AtomicLong();
        RateLimit bounded = new RateLimit(new RateLimit.Bounds(10, 3), now::get);
        int admitted = 0;
        for (int i = 0; i < 300; i++) {
            now.addAndGet(Duration.ofMillis(random.nextInt(200)).toNanos());
            if (bounded.take("a").isZero()) {
                admitted++;
            }
        }

        assertThat(admitted).isBetween(200, (int) (3 + now.get() / 1e9 * 10));
    }
}
