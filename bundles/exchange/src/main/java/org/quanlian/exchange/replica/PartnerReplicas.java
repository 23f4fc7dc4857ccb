package org.quanlian.exchange.replica;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanlian.exchange.Refusals;
import org.quanlian.exchange.RefusedMessageException;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.Message;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ReplicaMessages.Index;
import org.quanlian.exchange.replica.ReplicaMessages.Question;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.SyncState;

/**
 * What a partner's node does with what the owner tells: keeps it, finds where it differs, and asks for that alone. It is
 * done in the transaction that stores the message.
 */
public final class PartnerReplicas {
    private final NodeName self;
    private final Announcer announcer;
    private final OwnReplicas own;
    private final Map<DataClass, ItemListener> listeners;

    /**
     * @param self this node
     * @param announcer asks
     * @param own answers what is asked here
     * @param listeners what else is done with items, by their class
     */
    public PartnerReplicas(
            NodeName self, Announcer announcer, OwnReplicas own, Map<DataClass, ItemListener> listeners) {
        this.self = self;
        this.announcer = announcer;
        this.own = own;
        this.listeners = Map.copyOf(listeners);
    }

    /** What else is done with items of a class. */
    public interface ItemListener {
        /**
         * An item is new, or says something else than before.
         *
         * @throws RefusedMessageException when its content is not as it must be: then nothing of its message is kept
         */
        void kept(Session session, NodeName owner, ReplicaItem item);

        /** An item is gone. */
        void gone(Session session, NodeName owner, ReplicaItem.Name name);
    }

    /** Whether a message is about a replica. */
    public static boolean concerns(Message message) {
        return message.subject().equals(ReplicaMessages.subject(message.type().dataClass()))
                || message.subject()
                        .equals(ReplicaMessages.questions(message.type().dataClass()));
    }

    /**
     * Takes a message about a replica.
     *
     * @throws RefusedMessageException {@code replica.member}, {@code replica.kind}, or what a listener says
     */
    public void apply(Session session, Message message) {
        DataClass dataClass = message.type().dataClass();
        if (message.type().kind().equals(ReplicaMessages.ASK)) {
            own.answer(session, message.source(), dataClass, Question.read(message.data()));
            return;
        }
        Told told = new Told(session, message, self);
        switch (message.type().kind()) {
            case ReplicaMessages.CHANGED -> changed(told);
            case ReplicaMessages.PAGE -> page(told);
            case ReplicaMessages.TREE -> compare(told);
            case ReplicaMessages.INDEX -> repair(told);
            default -> throw new RefusedMessageException(Refusals.lasting("replica.kind", message.type()));
        }
    }

    private void changed(Told told) {
        ReplicaMessages.Changed changed = ReplicaMessages.Changed.read(
                told.message().data(), told.message().time());
        changed.items().forEach(item -> keep(told, item));
        changed.gone().forEach(name -> remove(told, name));
    }

    private void page(Told told) {
        ReplicaMessages.Page page =
                ReplicaMessages.Page.read(told.message().data(), told.message().time());
        SyncState state = told.state();
        SyncState running = state.run() == page.run() && state.underWay()
                ? state
                : state.ofRun(page.run(), told.message().time());
        page.items().forEach(item -> keep(told, item));
        told.update(page.last() ? running.finished(told.message().time()) : running);
    }

    private void compare(Told told) {
        List<Integer> differing = ReplicaMessages.readTree(told.message().data())
                .differences(OwnReplicas.tree(told.replicas(), told.replica()));
        told.update(told.state().compared(told.message().time(), differing.size()));
        if (!differing.isEmpty()) {
            ask(told, new Question(false, differing, List.of()));
        }
    }

    private void repair(Told told) {
        Index index = Index.read(told.message().data());
        Map<ReplicaItem.Name, String> here = new HashMap<>();
        told.replicas().bucket(told.replica(), index.bucket()).forEach(item -> here.put(item.name(), item.digest()));
        List<ReplicaItem.Name> wanted = index.digests().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(here.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        here.keySet().stream()
                .filter(name -> !index.digests().containsKey(name))
                .forEach(superfluous -> remove(told, superfluous));
        ask(told, new Question(false, List.of(), wanted));
    }

    private void keep(Told told, ReplicaItem item) {
        Optional<String> before =
                told.replicas().find(told.replica(), item.name()).map(ReplicaItem::digest);
        told.replicas().put(told.replica(), item);
        if (!before.equals(Optional.of(item.digest()))) {
            listener(told).kept(told.session(), told.message().source(), item);
        }
    }

    private void remove(Told told, ReplicaItem.Name name) {
        if (told.replicas().remove(told.replica(), name)) {
            listener(told).gone(told.session(), told.message().source(), name);
        }
    }

    private ItemListener listener(Told told) {
        ItemListener listener = listeners.get(told.message().type().dataClass());
        if (listener == null) {
            throw new RefusedMessageException(Refusals.forNow(
                    "class.unready", told.message().type().dataClass().code()));
        }
        return listener;
    }

    private void ask(Told told, Question question) {
        DataClass dataClass = told.message().type().dataClass();
        announcer.tell(
                told.session(),
                told.message().source(),
                ReplicaMessages.type(dataClass, ReplicaMessages.ASK),
                ReplicaMessages.questions(dataClass),
                question.json());
    }

    /** A message about a replica, whose state is locked. */
    private record Told(Session session, Message message, ReplicaName replica, SyncState state) {
        Told(Session session, Message message, NodeName self) {
            this(
                    session,
                    message,
                    new ReplicaName(
                            message.source().province(),
                            self.province(),
                            message.type().dataClass().code()));
        }

        private Told(Session session, Message message, ReplicaName replica) {
            this(session, message, replica, session.exchange().replicas().lock(replica));
        }

        Replicas replicas() {
            return session.exchange().replicas();
        }

        void update(SyncState changed) {
            replicas().update(replica, changed);
        }
    }
}
