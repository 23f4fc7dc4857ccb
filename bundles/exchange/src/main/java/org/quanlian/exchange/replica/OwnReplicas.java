package org.quanlian.exchange.replica;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ReplicaMessages.Index;
import org.quanlian.exchange.replica.ReplicaMessages.Question;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.SyncState;

/**
 * What the owner of items does for its partners: tells a new one everything, page by page (全量同步), compares with each
 * from time to time (对账), and answers what they ask. A telling goes on where it stopped, whenever that was.
 */
public final class OwnReplicas {
    /** How many pages a partner may have ahead of it: more are told when it has received some. */
    public static final int PAGES_AHEAD = 4;

    private final NodeName self;
    private final Store store;
    private final Clock clock;
    private final Duration between;
    private final Announcer announcer;
    private final List<ItemSource> sources;

    /**
     * @param self this node
     * @param between how long after a comparison the next one follows
     * @param sources what this node tells
     */
    public OwnReplicas(
            NodeName self, Store store, Clock clock, Duration between, List<ItemSource> sources, Announcer announcer) {
        this.self = self;
        this.store = store;
        this.clock = clock;
        this.between = between;
        this.sources = List.copyOf(sources);
        this.announcer = announcer;
    }

    /** Tells what is due now: the next pages of everything, and the digests of what is to be compared. */
    public void round() {
        for (DataClass dataClass : classes()) {
            List<NodeName> audience = store.read(session -> announcer.audience(session, dataClass));
            for (NodeName partner : audience) {
                boolean more;
                do {
                    more = store.write(session -> step(session, partner, dataClass));
                } while (more);
            }
        }
    }

    private List<DataClass> classes() {
        return sources.stream().map(ItemSource::dataClass).distinct().sorted().toList();
    }

    private boolean step(Session session, NodeName partner, DataClass dataClass) {
        ReplicaName name = told(partner, dataClass);
        // First what all share, so that no page misses what an increment is about to add.
        session.exchange().replicas().lock(items(partner, dataClass));
        SyncState state = session.exchange().replicas().lock(name);
        if (state.run() == 0) {
            state = state.started(now());
            noteWhatIsForIt(session, dataClass);
        }
        if (state.underWay()) {
            return announcer.waiting(session, partner, ReplicaMessages.subject(dataClass)) < PAGES_AHEAD
                    && page(session, partner, dataClass, state);
        }
        Instant due = state.comparedAt().or(state::finishedAt).orElseThrow().plus(between);
        if (!clock.instant().isBefore(due)) {
            compare(session, partner, dataClass, state);
        }
        return false;
    }

    /** What each partner is told in its own way was not made for this one yet. */
    private void noteWhatIsForIt(Session session, DataClass dataClass) {
        sources.stream()
                .filter(source -> source.dataClass() == dataClass && source.perPartner())
                .forEach(source -> session.exchange().notes().noteAll(source.notes()));
    }

    private boolean page(Session session, NodeName partner, DataClass dataClass, SyncState state) {
        Replicas replicas = session.exchange().replicas();
        Page<ReplicaItem> page = replicas.list(
                items(partner, dataClass),
                Optional.empty(),
                new Page.Request(Optional.of(state.cursor()).filter(cursor -> !cursor.isEmpty()), Page.MAX));
        boolean last = page.next().isEmpty();
        announcer.tell(
                session,
                partner,
                ReplicaMessages.type(dataClass, ReplicaMessages.PAGE),
                ReplicaMessages.subject(dataClass),
                new ReplicaMessages.Page(state.run(), last, page.items()).json());
        if (last) {
            // What the partner has beyond it is found by comparing, at once.
            replicas.update(told(partner, dataClass), state.finished(now()));
            compare(session, partner, dataClass, state.finished(now()));
            return false;
        }
        replicas.update(told(partner, dataClass), state.told(page.next().orElseThrow()));
        return true;
    }

    private void compare(Session session, NodeName partner, DataClass dataClass, SyncState state) {
        announcer.tell(
                session,
                partner,
                ReplicaMessages.type(dataClass, ReplicaMessages.TREE),
                ReplicaMessages.subject(dataClass),
                ReplicaMessages.tree(tree(session.exchange().replicas(), items(partner, dataClass))));
        session.exchange().replicas().update(told(partner, dataClass), state.compared(now(), 0));
    }

    /** Answers what a partner asks about what it was told. */
    void answer(Session session, NodeName partner, DataClass dataClass, Question question) {
        Replicas replicas = session.exchange().replicas();
        ReplicaName items = items(partner, dataClass);
        replicas.lock(items);
        SyncState state = replicas.lock(told(partner, dataClass));
        if (question.all()) {
            replicas.update(told(partner, dataClass), state.started(now()));
            return;
        }
        for (int part : question.parts()) {
            List<ReplicaItem> there = replicas.bucket(items, part);
            if (there.size() > ReplicaMessages.MAX_NAMES) {
                // Too many to name in one message: then everything is told anew.
                replicas.update(told(partner, dataClass), state.started(now()));
                return;
            }
            announcer.tell(
                    session,
                    partner,
                    ReplicaMessages.type(dataClass, ReplicaMessages.INDEX),
                    ReplicaMessages.subject(dataClass),
                    Index.json(part, there));
        }
        if (!question.items().isEmpty()) {
            List<ReplicaItem> found = question.items().stream()
                    .flatMap(name -> replicas.find(items, name).stream())
                    .toList();
            ReplicaTelling.changes(session, announcer, partner, dataClass, found);
        }
        if (question.parts().isEmpty()) {
            // It has been repaired: is it right now?
            compare(session, partner, dataClass, state);
        }
    }

    /** The digests of a replica as it is kept here. */
    static DigestTree tree(Replicas replicas, ReplicaName name) {
        TreeMap<Integer, String> parts = new TreeMap<>();
        for (int part = 0; part < ReplicaItem.BUCKETS; part++) {
            List<ReplicaItem> items = replicas.bucket(name, part);
            if (!items.isEmpty()) {
                parts.put(part, DigestTree.digestOf(items));
            }
        }
        return new DigestTree(parts);
    }

    /** Where the items are that a partner is told. */
    private ReplicaName items(NodeName partner, DataClass dataClass) {
        boolean perPartner =
                sources.stream().anyMatch(source -> source.dataClass() == dataClass && source.perPartner());
        return perPartner ? told(partner, dataClass) : ReplicaName.toAll(self.province(), dataClass.code());
    }

    private ReplicaName told(NodeName partner, DataClass dataClass) {
        return new ReplicaName(self.province(), partner.province(), dataClass.code());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
