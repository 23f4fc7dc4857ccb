package org.quanlian.audit.internal.osgi;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.quanlian.audit.internal.ClockMoves;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the trail tell when the node's clock, which says how far it is from the machine's, is moved. */
@Component(
        service = {},
        immediate = true)
public final class ClockMovesComponent {
    private static final Logger LOG = LoggerFactory.getLogger(ClockMovesComponent.class);
    private static final String OFFSET = "offset";

    private final ClockMoves moves;

    /** @param store where the trail is kept */
    @Activate
    public ClockMovesComponent(@Reference Store store) {
        moves = new ClockMoves(store);
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, updated = "moved", unbind = "gone")
    void is(Clock clock, Map<String, Object> properties) {
        moved(clock, properties);
    }

    void moved(Clock clock, Map<String, Object> properties) {
        String offset = String.valueOf(properties.getOrDefault(OFFSET, "PT0S"));
        try {
            if (moves.stands(offset)) {
                LOG.info("the audit trail tells that the time is {}, {} from the machine's", clock.instant(), offset);
            }
        } catch (StoreUnavailableException e) {
            LOG.error("the audit trail can't tell that the time is {} from the machine's", offset, e);
        }
    }

    void gone(Clock clock) {
        // Another comes, or the node ends; nothing is held.
    }
}
