package org.quanlian.rest.internal.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.exchange.ExchangeDesk;

/** The partners, and how the exchange with each goes. */
@Path("/exchange/partners")
public final class PartnersResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(Route.reading("/api/v1/exchange/partners"));

    private static final String JSON = "application/json";

    private final Api api;
    private final ExchangeDesk desk;

    /** Answers with partners. */
    public PartnersResource(Api api, ExchangeDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** All of them; there are at most 33. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query.of(request);
        return api.read(request, (session, actor) -> Reply.ok(PartnerJson.list(desk.partners(session, actor))));
    }
}
