package org.quanlian.rest.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.quanlian.rest.internal.http.RequestLimits.Work;

/**
 * Lets in as much as the node bears, and refuses the rest at once with the time after which to ask again: what was let in is
 * answered as quickly as on a quiet day. Shared by all doors of the node.
 */
public final class Admission {
    /** After how long one who was refused for want of a place is to ask again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** For how long after a refusal the node is called overloaded. */
    static final Duration OVERLOADED_FOR = Duration.ofSeconds(10);

    private static final Lane.Place NOWHERE = () -> {};

    private final LongSupplier nanoTime;
    private final Map<Work, LongAdder> refused = new EnumMap<>(Work.class);
    private final AtomicLong lastRefusal;
    private volatile Parts parts;

    /** The parts that are made anew when the limits change; who is inside leaves by what it came in through. */
    private record Parts(
            RequestLimits limits, Map<Work, Lane> lanes, Bodies bodies, RateLimit sources, RateLimit accounts) {}

    /** @param nanoTime a clock that never goes back, in nanoseconds */
    public Admission(RequestLimits limits, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastRefusal = new AtomicLong(nanoTime.getAsLong() - OVERLOADED_FOR.toNanos());
        for (Work work : Work.values()) {
            refused.put(work, new LongAdder());
        }
        change(limits);
    }

    /** How many requests of a kind there are now. */
    public record Load(int atWork, int waiting, long refused) {}

    /** Lets other limits hold from now on. */
    public void change(RequestLimits limits) {
        Map<Work, Lane> lanes = new EnumMap<>(Work.class);
        limits.lanes().forEach((work, bounds) -> lanes.put(work, new Lane(bounds)));
        parts = new Parts(
                limits,
                lanes,
                new Bodies(limits),
                new RateLimit(limits.source(), nanoTime),
                new RateLimit(limits.account(), nanoTime));
    }

    /**
     * Counts a request of a source. Whoever asks from the node's own machine is not counted: it could stop the node as well.
     *
     * @throws ProblemException 429 when the source asks too often
     */
    void count(String source) {
        if (!isLoopback(source)) {
            require(parts.sources.take(source), "source");
        }
    }

    /**
     * Counts a request of an account.
     *
     * @throws ProblemException 429 when the account asks too often
     */
    public void countAccount(String account) {
        require(parts.accounts.take(account), "account");
    }

    /**
     * A place in the lane of a kind of work.
     *
     * @throws ProblemException 503 when there is none
     */
    Lane.Place enter(Work work) {
        return parts.lanes.get(work).enter().orElseThrow(() -> overloaded(work));
    }

    /**
     * A place for a body that arrives.
     *
     * @throws ProblemException 503 when as many arrive as may at once, 429 when as many do of that source
     */
    Lane.Place receive(String source) {
        Bodies bodies = parts.bodies;
        boolean shared = !isLoopback(source);
        if (shared && !bodies.take(source)) {
            throw ProblemException.later(ProblemKind.TOO_MANY_REQUESTS, "bodies", RETRY_AFTER);
        }
        Optional<Lane.Place> place = bodies.all.tryAcquire() ? Optional.of(bodies.all::release) : Optional.empty();
        Lane.Place share = shared ? () -> bodies.giveBack(source) : NOWHERE;
        if (place.isEmpty()) {
            share.leave();
            throw overloaded(Work.ORDINARY);
        }
        return () -> {
            place.get().leave();
            share.leave();
        };
    }

    /** Whether requests were refused just now for want of a place. */
    public boolean isOverloaded() {
        return nanoTime.getAsLong() - lastRefusal.get() < OVERLOADED_FOR.toNanos();
    }

    /** What there is now of a kind of work. */
    public Load load(Work work) {
        Lane lane = parts.lanes.get(work);
        return new Load(lane.atWork(), lane.waiting(), refused.get(work).sum());
    }

    /** How many bodies arrive now. */
    public int arriving() {
        return parts.limits.bodiesAtOnce() - parts.bodies.all.availablePermits();
    }

    private ProblemException overloaded(Work work) {
        refused.get(work).increment();
        lastRefusal.set(nanoTime.getAsLong());
        return ProblemException.later(ProblemKind.SERVICE_UNAVAILABLE, "overloaded", RETRY_AFTER);
    }

    private static void require(Duration wait, String variant) {
        if (!wait.isZero()) {
            throw ProblemException.later(ProblemKind.TOO_MANY_REQUESTS, variant, wait);
        }
    }

    /** The sources are addresses as literals, so nothing is looked up; of one of IPv6 the network may be told alone. */
    private static boolean isLoopback(String source) {
        try {
            InetAddress address = InetAddress.getByName(source.replaceFirst("[%/].*$", ""));
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + source, e);
        }
    }

    /** The bodies that arrive, of all and of each source. */
    private static final class Bodies {
        private final Semaphore all;
        private final int ofOne;
        private final Map<String, Integer> shares = new ConcurrentHashMap<>();

        Bodies(RequestLimits limits) {
            all = new Semaphore(limits.bodiesAtOnce());
            ofOne = limits.bodiesOfOneSource();
        }

        boolean take(String source) {
            boolean[] taken = {false};
            shares.compute(source, (key, old) -> {
                int count = old == null ? 0 : old;
                taken[0] = count < ofOne;
                return taken[0] ? Integer.valueOf(count + 1) : old;
            });
            return taken[0];
        }

        void giveBack(String source) {
            shares.compute(source, (key, old) -> old == null || old == 1 ? null : old - 1);
        }
    }
}
