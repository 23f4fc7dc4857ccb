package org.quanlian.clock.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final MovableClock clock = new MovableClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void shouldTellTheTimeOfTheMachine_whenNobodyMovedIt() {
        assertThat(clock.instant()).isEqualTo(NOW);
        assertThat(clock.isMoved()).isFalse();
    }

    @Test
    void shouldTellAnotherTime_onceItWasMoved() {
        clock.moveTo(Duration.ofDays(-100));

        assertThat(clock.instant()).isEqualTo(NOW.minus(Duration.ofDays(100)));
        assertThat(clock.isMoved()).isTrue();
    }

    @Test
    void shouldMoveItsViewsInOtherZonesToo() {
        Clock inChina = clock.withZone(ZoneId.of("Asia/Shanghai"));

        clock.moveTo(Duration.ofHours(1));

        assertThat(inChina.instant()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(inChina.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
