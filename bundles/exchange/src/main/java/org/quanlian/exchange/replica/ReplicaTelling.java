package org.quanlian.exchange.replica;

import java.util.List;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ReplicaItem;

/** Tells a partner of items, in as many messages as they need. */
final class ReplicaTelling {
    private ReplicaTelling() {}

    static void changes(
            Session session,
            Announcer announcer,
            NodeName partner,
            DataClass dataClass,
            ReplicaMessages.Changed changed) {
        int most = Math.max(changed.items().size(), changed.gone().size());
        for (int from = 0; from < most; from += ReplicaMessages.MAX_ITEMS) {
            announcer.tell(
                    session,
                    partner,
                    ReplicaMessages.type(dataClass, ReplicaMessages.CHANGED),
                    ReplicaMessages.subject(dataClass),
                    new ReplicaMessages.Changed(part(changed.items(), from), part(changed.gone(), from)).json());
        }
    }

    static void changes(
            Session session, Announcer announcer, NodeName partner, DataClass dataClass, List<ReplicaItem> items) {
        changes(session, announcer, partner, dataClass, new ReplicaMessages.Changed(items, List.of()));
    }

    private static <T> List<T> part(List<T> all, int from) {
        return from >= all.size()
                ? List.of()
                : all.subList(from, Math.min(all.size(), from + ReplicaMessages.MAX_ITEMS));
    }
}
