package org.quanlian.policy.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.engine.AssessmentService;
import org.quanlian.policy.engine.FakeAgreement;
import org.quanlian.policy.engine.FakePack;
import org.quanlian.policy.engine.PolicyNotFoundException;

/** Hot swap is an operation: a version that goes is hidden at once, and stopped only when nobody uses it. */
@Timeout(120)
class WithdrawalTest {
    private static final Duration AGES = Duration.ofHours(1);

    @Nested
    class OfAVersionInUse {
        private final PolicyTable table = new PolicyTable(Duration.ZERO);

        @Test
        void shouldHideItAtOnce_thoughItIsLeased() throws InterruptedException {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            try (PolicyLease lease = table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR)) {
                assertThat(table.remove(1, Duration.ZERO)).isFalse();

                assertThat(table.versions()).isEmpty();
                assertThatThrownBy(() -> table.leasePinned(FakePack.key("1.0.0")))
                        .isInstanceOf(PolicyNotFoundException.class);
                assertThat(lease.pack().descriptor().key()).isEqualTo(FakePack.key("1.0.0"));
            }
        }

        @Test
        void shouldWaitUntilTheLastLeaseIsClosed() throws Exception {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            PolicyLease one = table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR);
            PolicyLease other = table.leasePinned(FakePack.key("1.0.0"));
            AtomicBoolean closed = new AtomicBoolean();
            Threads.Running<Boolean> withdrawal = Threads.start(() -> table.remove(1, AGES) && closed.get());

            withdrawal.awaitWaiting();
            one.close();
            withdrawal.awaitWaiting();
            assertThat(withdrawal.task().isDone()).isFalse();
            closed.set(true);
            other.close();

            assertThat(withdrawal.result()).as("closed in time, and waited for").isTrue();
        }

        @Test
        void shouldNotWait_whenNobodyUsesIt() throws InterruptedException {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR).close();

            assertThat(table.remove(1, Duration.ZERO)).isTrue();
        }

        @Test
        void shouldSayThatTheBoundWasNotKept() throws InterruptedException {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            try (PolicyLease lease = table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR)) {
                assertThat(table.remove(1, Duration.ofMillis(5))).isFalse();
                assertThat(lease.pack()).isNotNull();
            }
        }

        @Test
        void shouldStopWaiting_whenInterrupted() {
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            try (PolicyLease lease = table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR)) {
                Threads.Running<Boolean> withdrawal = Threads.start(() -> table.remove(1, AGES));
                withdrawal.awaitWaiting();
                withdrawal.thread().interrupt();

                assertThatThrownBy(withdrawal::result)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedException.class);
                assertThat(lease.pack()).isNotNull();
            }
        }
    }

    @Nested
    class OfAVersionThatDecides {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final PolicyTable table = new PolicyTable(Duration.ZERO);
        private final AgreementTable agreements = new AgreementTable();
        private final AssessmentService assessments = new LeasedAssessments(table, agreements);

        @Test
        void shouldLetADecisionEndOnTheVersionItBeganWith() throws Exception {
            table.add(1, slow("1.0.0"), "sha-256:a", "one");
            Threads.Running<Decision> decision =
                    Threads.start(() -> assessments.assess(FakePack.SHANXI, FakePack.YEAR, FakePack.CLAIM));
            begun.await();

            table.add(2, FakePack.inForce("1.1.0"), "sha-256:b", "two");
            assertThat(table.remove(1, Duration.ZERO))
                    .as("the old one is in use")
                    .isFalse();
            assertThat(assessments
                            .assess(FakePack.SHANXI, FakePack.YEAR, FakePack.CLAIM)
                            .policy())
                    .isEqualTo(FakePack.key("1.1.0"));
            mayEnd.countDown();

            assertThat(decision.result().policy()).isEqualTo(FakePack.key("1.0.0"));
        }

        @Test
        void shouldLetADecisionEndWithTheAgreementsItBeganWith() throws Exception {
            agreements.add(1, FakeAgreement.of("hainan-shanxi", "1.0.0"));
            table.add(1, slow("1.0.0"), "sha-256:a", "one");
            Threads.Running<Decision> decision =
                    Threads.start(() -> assessments.assess(FakePack.key("1.0.0"), FakePack.CLAIM));
            begun.await();

            agreements.remove(1);
            mayEnd.countDown();

            assertThat(decision.result().agreements()).hasSize(1);
        }

        @Test
        void shouldNotKeepALease_whenADecisionFails() throws InterruptedException {
            table.add(
                    1,
                    FakePack.doing("1.0.0", () -> {
                        throw new IllegalStateException("a pack that breaks");
                    }),
                    "sha-256:a",
                    "one");

            assertThatThrownBy(() -> assessments.assess(FakePack.SHANXI, FakePack.YEAR, FakePack.CLAIM))
                    .hasMessage("a pack that breaks");
            assertThatThrownBy(() -> assessments.assess(FakePack.key("1.0.0"), FakePack.CLAIM))
                    .hasMessage("a pack that breaks");
            assertThat(table.remove(1, Duration.ZERO)).isTrue();
        }

        private FakePack slow(String version) {
            return FakePack.doing(version, () -> {
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    @Nested
    class OfTheLastVersion {
        private final PolicyTable patient = new PolicyTable(AGES);

        @Test
        void shouldMakeReadersWaitForTheSuccessor() throws Exception {
            patient.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            patient.remove(1, Duration.ZERO);
            Threads.Running<PolicyKey> reader = Threads.start(this::current);
            reader.awaitWaiting();
            assertThat(reader.task().isDone()).isFalse();

            patient.add(2, FakePack.inForce("1.1.0"), "sha-256:b", "two");

            assertThat(reader.result()).isEqualTo(FakePack.key("1.1.0"));
        }

        @Test
        void shouldMakeReadersOfAPinnedVersionWaitForThatVersion_andForNoOther() throws Exception {
            patient.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            patient.remove(1, Duration.ZERO);
            Threads.Running<PolicyKey> reader = Threads.start(() -> keyOf(patient.leasePinned(FakePack.key("1.0.0"))));
            reader.awaitWaiting();

            patient.add(2, FakePack.inForce("1.1.0"), "sha-256:b", "two");
            reader.awaitWaiting();
            assertThat(reader.task().isDone()).isFalse();
            patient.add(3, FakePack.inForce("1.0.0"), "sha-256:a", "one again");

            assertThat(reader.result()).isEqualTo(FakePack.key("1.0.0"));
        }

        @Test
        void shouldNotMakeReadersWait_whileAnotherVersionIsThere() throws InterruptedException {
            patient.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            patient.add(2, FakePack.inForce("1.1.0"), "sha-256:b", "two");

            patient.remove(2, Duration.ZERO);

            assertThat(current()).isEqualTo(FakePack.key("1.0.0"));
        }

        @Test
        void shouldSayThatThereIsNone_whenNoSuccessorCameInTime() throws InterruptedException {
            PolicyTable table = new PolicyTable(Duration.ofMillis(20));
            table.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            table.remove(1, Duration.ZERO);

            assertThatThrownBy(() -> table.leaseCurrent(FakePack.SHANXI, FakePack.YEAR))
                    .isInstanceOf(PolicyNotFoundException.class);
        }

        @Test
        void shouldNotMakeReadersWait_forAPolicyThatNeverWasThere() throws InterruptedException {
            patient.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            patient.remove(1, Duration.ZERO);

            assertThatThrownBy(() -> patient.leaseCurrent(FakePack.SHANXI, 2026))
                    .isInstanceOf(PolicyNotFoundException.class);
        }

        @Test
        void shouldLetAReaderGo_whenInterrupted() throws Exception {
            patient.add(1, FakePack.inForce("1.0.0"), "sha-256:a", "one");
            patient.remove(1, Duration.ZERO);
            Threads.Running<Boolean> reader = Threads.start(() -> {
                assertThatThrownBy(this::current).isInstanceOf(PolicyNotFoundException.class);
                return Thread.currentThread().isInterrupted();
            });
            reader.awaitWaiting();

            reader.thread().interrupt();

            assertThat(reader.result()).as("it stays interrupted").isTrue();
        }

        private PolicyKey current() {
            return keyOf(patient.leaseCurrent(FakePack.SHANXI, FakePack.YEAR));
        }
    }

    private static PolicyKey keyOf(PolicyLease lease) {
        try (lease) {
            return lease.pack().descriptor().key();
        }
    }
}
