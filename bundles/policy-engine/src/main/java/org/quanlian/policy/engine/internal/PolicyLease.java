package org.quanlian.policy.engine.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.quanlian.policy.api.PolicyPack;

/** The right to use a pack for one assessment; its bundle is not stopped while one is held. Close it once. */
final class PolicyLease implements AutoCloseable {
    private final PolicyPack pack;
    private final Counter counter;

    private PolicyLease(PolicyPack pack, Counter counter) {
        this.pack = pack;
        this.counter = counter;
    }

    PolicyPack pack() {
        return pack;
    }

    @Override
    public void close() {
        counter.release();
    }

    /** How many leases of one pack are held, and whether it still gives any. */
    static final class Counter {
        // Bit 0: withdrawn. The bits above it: twice the number of leases held.
        private final AtomicInteger state = new AtomicInteger();
        private final CountDownLatch idle = new CountDownLatch(1);

        /** A lease, or null when the pack was withdrawn: the caller then looks for another. */
        PolicyLease tryLease(PolicyPack pack) {
            int before = state.getAndUpdate(now -> withdrawn(now) ? now : now + 2);
            return withdrawn(before) ? null : new PolicyLease(pack, this);
        }

        /** Gives no lease from now on, and waits until those held are closed; says whether they were in time. */
        boolean withdraw(Duration bound) throws InterruptedException {
            if (state.updateAndGet(now -> now | 1) == 1) {
                idle.countDown();
            }
            return idle.await(bound.toNanos(), TimeUnit.NANOSECONDS);
        }

        private void release() {
            if (state.addAndGet(-2) == 1) {
                idle.countDown();
            }
        }

        private static boolean withdrawn(int state) {
            return (state & 1) == 1;
        }
    }
}
