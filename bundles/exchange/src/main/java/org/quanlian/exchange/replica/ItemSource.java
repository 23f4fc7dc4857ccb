package org.quanlian.exchange.replica;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quanlian.exchange.message.DataClass;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.exchange.ChangeNotes;
import org.quanlian.vouchers.exchange.ReplicaItem;

/** What this node tells of one kind of thing (数据来源). */
public interface ItemSource {
    /** The class of data. */
    DataClass dataClass();

    /** The notes from which it tells. */
    ChangeNotes.Kind notes();

    /** Whether each partner is told something else, as where a secret is shared with each. */
    boolean perPartner();

    /**
     * All items that come from something here, as they are now; what was told of it before and is not among them, is gone.
     * What they come from is locked until the transaction ends, so that of two states the newer is told last.
     *
     * @param subject what was noted
     * @param partner who is told; there when each is told something else
     * @param at when it is told
     * @return items whose origin is the name of the subject
     */
    List<ReplicaItem> items(Session session, Id<?> subject, Optional<NodeName> partner, Instant at);
}
