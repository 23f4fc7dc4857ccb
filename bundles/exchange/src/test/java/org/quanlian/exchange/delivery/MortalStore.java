package org.quanlian.exchange.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Undertaking;

/** A store whose node dies in the middle of a write: before it is durable, or right after. */
final class MortalStore implements Store {
    private final Store store;
    private final AtomicInteger writesToLive = new AtomicInteger(Integer.MAX_VALUE);
    private volatile boolean afterCommit;

    MortalStore(Store store) {
        this.store = store;
    }

    /** Dies in a write to come: the first is 1. */
    void dieIn(int write, boolean afterIt) {
        afterCommit = afterIt;
        writesToLive.set(write);
    }

    /** Lives on; tells whether it had died. */
    boolean revive() {
        return writesToLive.getAndSet(Integer.MAX_VALUE) <= 0;
    }

    @Override
    public <T> T write(Function<? super Session, ? extends T> work) {
        int left = writesToLive.decrementAndGet();
        if (left < 0) {
            throw new DeadNodeException();
        }
        if (left > 0) {
            return store.write(work);
        }
        if (afterCommit) {
            T lost = store.write(work);
            throw new DeadNodeException(lost);
        }
        return store.write(session -> {
            throw new DeadNodeException(work.apply(session));
        });
    }

    @Override
    public <T> T read(Function<? super Session, ? extends T> work) {
        if (writesToLive.get() <= 0) {
            throw new DeadNodeException();
        }
        return store.read(work);
    }

    @Override
    public Undertaking.Scope during(Undertaking undertaking) {
        return store.during(undertaking);
    }

    /** What happens to code whose node is gone: nothing of it goes on. */
    static final class DeadNodeException extends Error {
        private static final long serialVersionUID = 1L;

        DeadNodeException() {
            super("the node is dead");
        }

        /** @param lost what nobody hears any more */
        DeadNodeException(Object lost) {
            super("the node died with " + lost);
        }
    }
}
