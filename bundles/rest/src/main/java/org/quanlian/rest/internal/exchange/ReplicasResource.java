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

/** How current it is what provinces know of each other. */
@Path("/exchange/replicas")
public final class ReplicasResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(Route.reading("/api/v1/exchange/replicas"));

    private static final String JSON = "application/json";

    private final Api api;
    private final ExchangeDesk desk;

    /** Answers with what is known. */
    public ReplicasResource(Api api, ExchangeDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** How far the replicas are in step. */
    @GET
    @Produces(JSON)
    public Response replicas(@Context HttpServletRequest request) {
        Query.of(request);
        return api.read(request, (session, actor) -> Reply.ok(ReplicaJson.replicas(desk.replicas(session, actor))));
    }
}
