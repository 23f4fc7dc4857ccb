package org.quanlian.itests.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a node took from a kill, and from a clean stop, until it was ready. */
final class Restarts {
    private final List<Duration> afterKills = new ArrayList<>();
    private final List<Duration> clean = new ArrayList<>();

    /** It was killed. */
    void afterKill(Duration untilReady) {
        afterKills.add(untilReady);
    }

    /** It had stopped in good order. */
    void clean(Duration untilReady) {
        clean.add(untilReady);
    }

    @Override
    public String toString() {
        double ratio = (double) median(afterKills).toNanos() / median(clean).toNanos();
        return "from kill to ready %d ms (median of %d: %s); a clean start %d ms (median of %d: %s); ratio %.2f"
                .formatted(
                        median(afterKills).toMillis(),
                        afterKills.size(),
                        millis(afterKills),
                        median(clean).toMillis(),
                        clean.size(),
                        millis(clean),
                        ratio);
    }

    private static List<Long> millis(List<Duration> durations) {
        return durations.stream().map(Duration::toMillis).sorted().toList();
    }

    private static Duration median(List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
