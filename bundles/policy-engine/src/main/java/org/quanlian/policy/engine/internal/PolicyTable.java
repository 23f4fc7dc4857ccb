package org.quanlian.policy.engine.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyNotFoundException;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packs that are registered, and what follows from them: who decides, who is current, who is refused.
 *
 * <p>What follows is computed anew from all registrations at each change, so the order in which registrations come and
 * go in a swap does not matter. Readers see one immutable view and never wait, save in the moment of a swap: when a
 * province's year has just lost its last version, they wait a little for the next one before they say that there is none.
 */
public final class PolicyTable {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyTable.class);

    private final long graceNanos;
    private final NavigableMap<Long, Registration> registrations = new TreeMap<>();
    private final Map<ProgrammeYear, Long> lastSeenNanos = new HashMap<>();
    private volatile View view = new View(Map.of(), Map.of(), List.of());

    /** @param grace how long readers wait for a successor when a province's year loses its last version */
    public PolicyTable(Duration grace) {
        this.graceNanos = grace.toNanos();
    }

    /**
     * Adds a registration. The first of several with the same key decides; another one with the same content stands by,
     * one with other content is refused until the first has gone.
     *
     * @param id identity of the registration
     * @param origin where the pack came from, for people
     */
    public synchronized void add(long id, PolicyPack pack, String digest, String origin) {
        registrations.put(
                id, new Registration(pack, pack.descriptor().key(), digest, origin, new PolicyLease.Counter()));
        refresh();
        LOG.info("policy {} came from {} ({})", pack.descriptor().key(), origin, digest);
        notifyAll();
    }

    /**
     * Takes a registration away: it is hidden at once, then its leases are awaited up to a bound.
     *
     * @return whether all leases were closed in time
     */
    public boolean remove(long id, Duration bound) throws InterruptedException {
        Registration gone;
        synchronized (this) {
            gone = registrations.remove(id);
            if (gone == null) {
                return true;
            }
            lastSeenNanos.put(ProgrammeYear.of(gone.key()), System.nanoTime());
            refresh();
            notifyAll();
        }
        boolean idle = gone.leases().withdraw(bound);
        if (idle) {
            LOG.info("policy {} from {} is withdrawn", gone.key(), gone.origin());
        } else {
            LOG.warn(
                    "policy {} from {} is withdrawn with assessments still running after {}",
                    gone.key(),
                    gone.origin(),
                    bound);
        }
        return idle;
    }

    PolicyLease leaseCurrent(Area province, int year) {
        ProgrammeYear programme = new ProgrammeYear(province, year);
        return lease(programme, () -> view.current().get(programme), () -> new PolicyNotFoundException(province, year));
    }

    PolicyLease leasePinned(PolicyKey key) {
        return lease(ProgrammeYear.of(key), () -> view.deciding().get(key), () -> new PolicyNotFoundException(key));
    }

    /**
     * Waits until a version is there, or is gone.
     *
     * @param present whether it is awaited to be there
     * @return whether it came to be so in time
     */
    public synchronized boolean await(PolicyKey key, boolean present, Duration bound) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        while (view.deciding().containsKey(key) != present) {
            long leftMillis = (deadline - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }

    /** The versions that can decide claims, in the order of their keys. */
    public List<PolicyVersion> versions() {
        View now = view;
        return now.deciding().values().stream()
                .sorted(Comparator.comparing(Registration::key))
                .map(registration -> new PolicyVersion(
                        registration.pack().descriptor(),
                        registration.digest(),
                        registration.pack().parameters(),
                        registration.pack().rules(),
                        registration.equals(now.current().get(ProgrammeYear.of(registration.key())))))
                .toList();
    }

    /** The registrations that do not decide because another one with the same key and other content does. */
    public List<RefusedPack> refused() {
        return view.refused();
    }

    private PolicyLease lease(
            ProgrammeYear programme,
            java.util.function.Supplier<Registration> lookup,
            java.util.function.Supplier<PolicyNotFoundException> notFound) {
        while (true) {
            Registration found = lookup.get();
            if (found == null) {
                found = awaitSuccessor(programme, lookup);
            }
            if (found == null) {
                throw notFound.get();
            }
            PolicyLease lease = found.leases().tryLease(found.pack());
            if (lease != null) {
                return lease;
            }
            // Withdrawn between look-up and lease: the view has changed already, so look again.
        }
    }

    private synchronized Registration awaitSuccessor(
            ProgrammeYear programme, java.util.function.Supplier<Registration> lookup) {
        Registration found = lookup.get();
        Long lastSeen = lastSeenNanos.get(programme);
        while (found == null && lastSeen != null) {
            long leftMillis = (lastSeen + graceNanos - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return null;
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            found = lookup.get();
        }
        return found;
    }

    private void refresh() {
        Map<PolicyKey, Registration> deciding = new HashMap<>();
        Map<ProgrammeYear, Registration> current = new HashMap<>();
        List<RefusedPack> refused = new ArrayList<>();
        registrations.values().forEach(registration -> {
            Registration first = deciding.putIfAbsent(registration.key(), registration);
            if (first != null && !first.digest().equals(registration.digest())) {
                RefusedPack refusal = new RefusedPack(
                        registration.origin(),
                        EngineTexts.line("refused.otherContent", registration.key(), first.origin()));
                refused.add(refusal);
                LOG.error("refused {}: {}", refusal.origin(), refusal.reason());
            }
        });
        deciding.values()
                .forEach(registration ->
                        current.merge(ProgrammeYear.of(registration.key()), registration, Registration::preferred));
        view = new View(Map.copyOf(deciding), Map.copyOf(current), List.copyOf(refused));
    }

    private record ProgrammeYear(Area province, int year) {
        static ProgrammeYear of(PolicyKey key) {
            return new ProgrammeYear(key.province(), key.year());
        }
    }

    private record Registration(
            PolicyPack pack, PolicyKey key, String digest, String origin, PolicyLease.Counter leases) {
        private static final Comparator<Registration> PREFERENCE = Comparator.comparing((Registration registration) ->
                        registration.pack().descriptor().status() == Status.IN_FORCE)
                .thenComparing(Registration::key);

        static Registration preferred(Registration one, Registration other) {
            return PREFERENCE.compare(one, other) >= 0 ? one : other;
        }
    }

    private record View(
            Map<PolicyKey, Registration> deciding,
            Map<ProgrammeYear, Registration> current,
            List<RefusedPack> refused) {}
}
