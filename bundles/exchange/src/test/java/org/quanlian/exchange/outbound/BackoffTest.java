package org.quanlian.exchange.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Waits double up to their bound, and are spread. */
class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(30), new Random(7));

    @Property
    void shouldDoubleUpToTheBound_andNotBeLessThanHalf(@ForAll @IntRange(min = 1, max = 2_000_000) int failures) {
        double bound = Math.min(1_800_000, 5_000 * Math.pow(2, Math.min(failures - 1, 60)));

        assertThat((double) backoff.after(failures).toMillis()).isBetween(Math.floor(bound / 2), bound);
    }

    @Test
    void shouldSpreadThoseWhoFailedTogether() {
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            waits.add(backoff.after(3));
        }

        assertThat(waits).hasSizeGreaterThan(50);
    }

    @Test
    void shouldRefuseWaitsThatDoNotGrow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), new Random()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random()));
    }
}
