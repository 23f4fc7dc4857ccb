package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.FakePack;
import org.quanlian.policy.engine.PolicyVersion;

/** Readers decide without a pause while versions come and go: no answer is wrong, none fails. */
@Timeout(120)
class SwapStormTest {
    private static final int READERS = 4;
    private static final int SWAPS = 200;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final PolicyTable table = new PolicyTable(LONG);
    private final AssessmentService assessments = new LeasedAssessments(table, new AgreementTable());
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong decided = new AtomicLong();

    @Test
    void shouldNeverFail_whenTheNextVersionComesBeforeTheLastGoes() throws Exception {
        storm((id, before) -> {
            FakePack next = FakePack.inForce("1." + id % 7 + ".0");
            table.add(id, next, "sha-256:a", "bundle " + id);
            withdraw(id - 1, before);
            return next;
        });
    }

    /** An update of the very same bundle: for a moment there is no version at all. */
    @Test
    void shouldNeverFail_whenTheLastVersionGoesBeforeTheNextComes() throws Exception {
        storm((id, before) -> {
            withdraw(id - 1, before);
            FakePack next = FakePack.inForce("1.0.0");
            table.add(id, next, "sha-256:" + id, "bundle " + id);
            return next;
        });
    }

    private void storm(Swap swap) throws Exception {
        FakePack pack = FakePack.inForce("1.0.0");
        table.add(0, pack, "sha-256:a", "bundle 0");
        List<Threads.Running<Void>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(Threads.start(this::readUntilOver));
        }
        awaitDecisionAfter(0, readers);

        for (int id = 1; id <= SWAPS; id++) {
            long before = decided.get();
            pack = swap.to(id, pack);
            if (id % 10 == 0) {
                // Every tenth version is used before it goes, however slow the readers are.
                awaitDecisionAfter(before, readers);
            }
        }
        over.set(true);

        for (Threads.Running<Void> reader : readers) {
            reader.result();
        }
        assertThat(decided.get()).isGreaterThan(SWAPS / 10);
        assertThat(table.versions())
                .extracting(version -> version.descriptor().key())
                .containsExactly(pack.descriptor().key());
        assertThat(table.versions()).extracting(PolicyVersion::current).containsExactly(true);
    }

    private void awaitDecisionAfter(long before, List<Threads.Running<Void>> readers) {
        while (decided.get() == before
                && readers.stream().noneMatch(reader -> reader.task().isDone())) {
            Threads.spin();
        }
    }

    private Void readUntilOver() {
        while (!over.get()) {
            PolicyKey key = assessments
                    .assess(FakePack.SHANXI, FakePack.YEAR, FakePack.CLAIM)
                    .policy();
            assertThat(key.version().major()).isEqualTo(1);
            decided.incrementAndGet();
        }
        return null;
    }

    /** What a framework does: once the table lets the pack go, its bundle is stopped, and its use would be wrong. */
    private void withdraw(long id, FakePack pack) throws InterruptedException {
        assertThat(table.remove(id, LONG)).isTrue();
        pack.stop();
    }

    @FunctionalInterface
    private interface Swap {
        FakePack to(int id, FakePack before) throws InterruptedException;
    }
}
