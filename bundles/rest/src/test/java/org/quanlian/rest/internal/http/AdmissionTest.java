package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.rest.internal.http.RequestLimits.Work;

@Timeout(60)
class AdmissionTest {
    private static final String ELSEWHERE = "192.0.2.7";

    private final AtomicLong clock = new AtomicLong();

    @Test
    void shouldRefuseAtOnce_whenNobodyMoreMayWait_andLetInAgainWhenSomebodyLeft() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        Lane.Place place = admission.enter(Work.ORDINARY);

        assertRefused(() -> admission.enter(Work.ORDINARY), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");
        place.leave();
        admission.enter(Work.ORDINARY).leave();

        assertThat(admission.load(Work.ORDINARY)).isEqualTo(new Admission.Load(0, 0, 1));
    }

    @Test
    void shouldLetWaitersIn_whenAPlaceBecomesFree() throws Exception {
        Admission admission = new Admission(limits(1, 1), clock::get);
        Lane.Place place = admission.enter(Work.ORDINARY);
        CompletableFuture<Lane.Place> waiter = CompletableFuture.supplyAsync(() -> admission.enter(Work.ORDINARY));
        while (admission.load(Work.ORDINARY).waiting() == 0) {
            Thread.onSpinWait();
        }

        assertRefused(() -> admission.enter(Work.ORDINARY), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");
        place.leave();
        waiter.get().leave();

        assertThat(admission.load(Work.ORDINARY)).isEqualTo(new Admission.Load(0, 0, 1));
    }

    @Test
    void shouldLeaveRoomForOtherWork_whenOneKindIsFull() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        for (Work work : Work.values()) {
            admission.enter(work);
        }

        for (Work work : Work.values()) {
            assertRefused(() -> admission.enter(work), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");
        }
    }

    @Test
    void shouldBeCalledOverloaded_forAWhileAfterARefusal() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        assertThat(admission.isOverloaded()).isFalse();
        admission.enter(Work.FILES);
        assertRefused(() -> admission.enter(Work.FILES), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");

        assertThat(admission.isOverloaded()).isTrue();
        clock.addAndGet(Admission.OVERLOADED_FOR.toNanos());
        assertThat(admission.isOverloaded()).isFalse();
    }

    @Test
    void shouldLeaveBodiesOfOthersAPlace_whenOneSourceSendsSlowly() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        Lane.Place slow = admission.receive(ELSEWHERE);

        assertRefused(() -> admission.receive(ELSEWHERE), ProblemKind.TOO_MANY_REQUESTS, "bodies");
        Lane.Place other = admission.receive("192.0.2.8");
        assertRefused(() -> admission.receive("192.0.2.9"), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");
        slow.leave();
        other.leave();

        admission.receive(ELSEWHERE).leave();
        admission.receive("192.0.2.9").leave();
        assertThat(admission.arriving()).isZero();
    }

    @Test
    void shouldCountSourcesAndAccounts_butNotTheMachineItself() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        admission.count(ELSEWHERE);
        admission.countAccount("a");

        assertRefused(() -> admission.count(ELSEWHERE), ProblemKind.TOO_MANY_REQUESTS, "source");
        assertRefused(() -> admission.countAccount("a"), ProblemKind.TOO_MANY_REQUESTS, "account");
        for (String here : new String[] {"127.0.0.1", "127.0.0.1", "0:0:0:0:0:0:0:1", "0:0:0:0:0:0:0:0/64"}) {
            admission.count(here);
        }
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        admission.count(ELSEWHERE);
        admission.countAccount("a");
    }

    @Test
    void shouldTakeOtherLimits_whileRequestsAreAtWork() {
        Admission admission = new Admission(limits(1, 0), clock::get);
        Lane.Place old = admission.enter(Work.ORDINARY);

        admission.change(limits(2, 0));
        admission.enter(Work.ORDINARY);
        old.leave();
        admission.enter(Work.ORDINARY);

        assertRefused(() -> admission.enter(Work.ORDINARY), ProblemKind.SERVICE_UNAVAILABLE, "overloaded");
    }

    @Test
    void shouldNotLeak_whenManyComeAndGoAtOnce() throws Exception {
        Admission admission = new Admission(limits(2, 2), System::nanoTime);
        CountDownLatch done = new CountDownLatch(16);
        for (int i = 0; i < 16; i++) {
            new Thread(() -> {
                        for (int j = 0; j < 500; j++) {
                            comeAndGo(admission);
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        assertThat(admission.load(Work.ORDINARY).atWork()).isZero();
        assertThat(admission.load(Work.ORDINARY).waiting()).isZero();
        assertThat(admission.arriving()).isZero();
        admission.receive(ELSEWHERE).leave();
    }

    private static void comeAndGo(Admission admission) {
        try {
            Lane.Place body = admission.receive(ELSEWHERE);
            body.leave();
            Lane.Place place = admission.enter(Work.ORDINARY);
            place.leave();
        } catch (ProblemException e) {
            assertThat(e.retryAfter()).isPositive();
        }
    }

    private static void assertRefused(ThrowingCallable work, ProblemKind kind, String variant) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.variant()).isEqualTo(variant);
            assertThat(problem.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
        });
    }

    private static RequestLimits limits(int atWork, int waiting) {
        Lane.Bounds lane = new Lane.Bounds(atWork, waiting, Duration.ofSeconds(30));
        return new RequestLimits(
                Map.of(Work.ORDINARY, lane, Work.FILES, lane, Work.PASSWORDS, lane, Work.OPERATIONS, lane),
                2,
                1,
                new RateLimit.Bounds(1, 1),
                new RateLimit.Bounds(1, 1));
    }
}
