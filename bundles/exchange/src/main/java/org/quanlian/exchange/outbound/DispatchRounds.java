package org.quanlian.exchange.outbound;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.vouchers.exchange.Partners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds of dispatch to all partners (投递轮次), at most one of each partner at a time; a partner that hangs holds up no other. */
public final class DispatchRounds implements AutoCloseable {
    /** How long a round that is under way may still take when the node stops. */
    public static final Duration END_BOUND = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DispatchRounds.class);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Store store;
    private final Dispatch dispatch;
    private final Set<NodeName> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService rounds;
    private volatile boolean open = true;

    /**
     * @param store where partners are kept
     * @param dispatch does a round of one partner
     */
    public DispatchRounds(Store store, Dispatch dispatch) {
        this.store = store;
        this.dispatch = dispatch;
        // One thread for each partner at most, as there is one round of each at most.
        rounds = new ThreadPoolExecutor(
                0, Partners.MAX, IDLE.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "quanlian-exchange-round");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Begins a round of every partner of which none is under way; does not wait for them. */
    public void begin() {
        List<NodeName> nodes;
        try {
            nodes = store.read(session -> session.exchange().partners().all().stream()
                    .filter(PartnerRecord::active)
                    .map(partner -> new NodeName(partner.province()))
                    .toList());
        } catch (StoreUnavailableException e) {
            LOG.warn("Nothing is sent to partners while the database is away: {}", e.getMessage());
            return;
        }
        for (NodeName node : nodes) {
            if (open && underWay.add(node)) {
                begin(node);
            }
        }
    }

    private void begin(NodeName node) {
        try {
            rounds.execute(() -> round(node));
        } catch (RejectedExecutionException e) {
            underWay.remove(node);
            LOG.debug("No round to {} now: this is closing, or the thread of a round has not quite ended", node, e);
        }
    }

    private void round(NodeName node) {
        try {
            dispatch.round(node, () -> open);
        } catch (StoreUnavailableException e) {
            LOG.warn("A round to {} ends, as the database is away: {}", node, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A round to {} failed", node, e);
        } finally {
            underWay.remove(node);
        }
    }

    /** Lets the batches that are under way be settled, within a bound. */
    @Override
    public void close() {
        open = false;
        rounds.shutdown();
        try {
            if (!rounds.awaitTermination(END_BOUND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Rounds are still under way after {}; what they took is due again later", END_BOUND);
                rounds.shutdownNow();
            }
        } catch (InterruptedException e) {
            rounds.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
