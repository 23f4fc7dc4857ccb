package org.quanlian.exchange.internal.routes;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.quanlian.vouchers.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The route that tells: from time to time it looks what changed, and what is to be compared. */
public final class DataRoutes extends RouteBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(DataRoutes.class);

    private final Runnable round;
    private final Duration pause;

    /**
     * @param round tells what is due
     * @param pause how long after one round the next begins
     */
    public DataRoutes(Runnable round, Duration pause) {
        this.round = round;
        this.pause = pause;
    }

    @Override
    public void configure() {
        // A round that takes longer than the pause delays the next: there is never more than one.
        from("timer:exchange-data?fixedRate=false&period=" + pause.toMillis())
                .routeId("exchange-data")
                .process(tick -> begin());
    }

    /** Camel would look the exception up by its name, in a bundle that does not know it, so it is caught here. */
    private void begin() {
        try {
            round.run();
        } catch (StoreUnavailableException e) {
            LOG.warn("Nothing is told to partners while the database is away: {}", e.getMessage());
        }
    }
}
