package org.quanlian.vouchers.exchange;

import java.time.Instant;
import java.util.Objects;
import org.quanlian.model.Area;

/**
 * How many messages to a partner stand one way (队列情况).
 *
 * @param partner who is told
 * @param state how they stand; {@link OutboxEntry.State#DELIVERED} is not counted, for those only grow
 * @param messages how many
 * @param oldest when the oldest of them was born
 */
public record QueueCount(Area partner, OutboxEntry.State state, long messages, Instant oldest) {
    public QueueCount {
        Objects.requireNonNull(partner, "partner");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(oldest, "oldest");
    }
}
