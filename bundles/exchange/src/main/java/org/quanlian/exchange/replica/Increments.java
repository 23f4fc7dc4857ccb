package org.quanlian.exchange.replica;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.exchange.NoteTeller;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.Replicas;

/**
 * Tells partners what changed here (增量): it takes notes, looks at what they are about, keeps what is told of it as items of
 * this node's own replicas, and tells those partners that have been told everything before; the others are told it with
 * everything.
 */
public final class Increments {
    /** How many notes are taken at a time. */
    public static final int BATCH = 100;

    private final NodeName self;
    private final Store store;
    private final Clock clock;
    private final List<ItemSource> sources;
    private final List<NoteTeller> tellers;
    private final Announcer announcer;

    /**
     * @param self this node
     * @param sources what this node tells as items
     * @param tellers what it tells otherwise
     */
    public Increments(
            NodeName self,
            Store store,
            Clock clock,
            List<ItemSource> sources,
            List<NoteTeller> tellers,
            Announcer announcer) {
        this.self = self;
        this.store = store;
        this.clock = clock;
        this.sources = List.copyOf(sources);
        this.tellers = List.copyOf(tellers);
        this.announcer = announcer;
    }

    /**
     * Takes notes until none is left.
     *
     * @return how many it took
     */
    public int round() {
        int all = 0;
        int taken;
        do {
            taken = store.write(this::batch);
            all += taken;
        } while (taken == BATCH);
        return all;
    }

    private int batch(Session session) {
        List<ChangeNotes.Note> notes = session.exchange().notes().take(BATCH);
        for (ItemSource source : sources) {
            List<ChangeNotes.Note> about = of(source.notes(), notes);
            if (!about.isEmpty()) {
                tell(session, source, about);
            }
        }
        for (NoteTeller teller : tellers) {
            of(teller.notes(), notes).forEach(note -> teller.tell(session, note.subject()));
        }
        return notes.size();
    }

    private static List<ChangeNotes.Note> of(ChangeNotes.Kind kind, List<ChangeNotes.Note> notes) {
        return notes.stream().filter(note -> note.kind() == kind).distinct().toList();
    }

    private void tell(Session session, ItemSource source, List<ChangeNotes.Note> notes) {
        DataClass dataClass = source.dataClass();
        List<NodeName> audience = announcer.audience(session, dataClass);
        if (source.perPartner()) {
            for (NodeName partner : audience) {
                ReplicaName replica = replicaFor(partner, dataClass);
                tell(session, dataClass, partner, keep(session, replica, source, notes, Optional.of(partner)));
            }
        } else {
            ReplicaName replica = ReplicaName.toAll(self.province(), dataClass.code());
            ReplicaMessages.Changed changed = keep(session, replica, source, notes, Optional.empty());
            audience.forEach(partner -> tell(session, dataClass, partner, changed));
        }
    }

    /** Keeps what is new of what the notes are about. */
    private ReplicaMessages.Changed keep(
            Session session,
            ReplicaName replica,
            ItemSource source,
            List<ChangeNotes.Note> notes,
            Optional<NodeName> partner) {
        Replicas replicas = session.exchange().replicas();
        replicas.lock(replica);
        Map<ReplicaItem.Name, Optional<ReplicaItem>> changed = new LinkedHashMap<>();
        for (ChangeNotes.Note note : notes) {
            Map<ReplicaItem.Name, ReplicaItem> before = new LinkedHashMap<>();
            replicas.from(replica, note.subject().value()).forEach(item -> before.put(item.name(), item));
            for (ReplicaItem now : source.items(session, note.subject(), partner, now())) {
                ReplicaItem kept = before.remove(now.name());
                if (kept == null || !kept.digest().equals(now.digest())) {
                    replicas.put(replica, now);
                    changed.put(now.name(), Optional.of(now));
                }
            }
            before.keySet().forEach(gone -> {
                replicas.remove(replica, gone);
                changed.put(gone, Optional.empty());
            });
        }
        return new ReplicaMessages.Changed(
                changed.values().stream().flatMap(Optional::stream).toList(),
                changed.keySet().stream()
                        .filter(name -> changed.get(name).isEmpty())
                        .toList());
    }

    /** Whom nobody has begun to tell everything, is told this with everything. */
    private void tell(Session session, DataClass dataClass, NodeName partner, ReplicaMessages.Changed changed) {
        boolean begun = session.exchange()
                .replicas()
                .state(replicaFor(partner, dataClass))
                .filter(state -> state.run() > 0)
                .isPresent();
        if (begun) {
            ReplicaTelling.changes(session, announcer, partner, dataClass, changed);
        }
    }

    private ReplicaName replicaFor(NodeName partner, DataClass dataClass) {
        return new ReplicaName(self.province(), partner.province(), dataClass.code());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
