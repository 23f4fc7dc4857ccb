package org.quanlian.rest.internal.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.exchange.ExchangeUseCases;

/** The exchange over HTTP: its paths and resources. */
public final class ExchangeInterface {
    /** Every path of the exchange. */
    public static final List<Route> ROUTES = Stream.of(
                    PartnersResource.ROUTES,
                    MessagesResource.ROUTES,
                    ReplicasResource.ROUTES,
                    DuplicatesResource.ROUTES,
                    SettlementsResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private ExchangeInterface() {}

    /** The resources that answer at those paths. */
    public static List<Object> resources(Api api, ExchangeUseCases exchange) {
        return List.of(
                new PartnersResource(api, exchange.desk()),
                new MessagesResource(api, exchange.desk()),
                new ReplicasResource(api, exchange.desk()),
                new DuplicatesResource(api, exchange.duplicates()),
                new SettlementsResource(api, exchange.settlements()));
    }
}
