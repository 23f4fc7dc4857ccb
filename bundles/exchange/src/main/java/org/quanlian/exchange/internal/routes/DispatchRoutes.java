package org.quanlian.exchange.internal.routes;

import java.time.Duration;
import org.apache.camel.builder.RouteBuilder;
import org.quanlian.exchange.outbound.DispatchRounds;

/** The route that sends: from time to time it begins a round for each partner that has none under way. */
public final class DispatchRoutes extends RouteBuilder {
    private final DispatchRounds rounds;
    private final Duration pause;

    /**
     * @param rounds what is begun
     * @param pause how often
     */
    public DispatchRoutes(DispatchRounds rounds, Duration pause) {
        this.rounds = rounds;
        this.pause = pause;
    }

    @Override
    public void configure() {
        // Rounds run on threads of their own, so the timer's is free at once.
        from("timer:exchange-dispatch?fixedRate=false&period=" + pause.toMillis())
                .routeId("exchange-dispatch")
                .process(tick -> rounds.begin());
    }
}
