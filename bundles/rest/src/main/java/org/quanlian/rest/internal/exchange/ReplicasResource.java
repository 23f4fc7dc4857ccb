package org.quanlian.rest.internal.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ExchangeDesk;

/** What provinces know of each other, and how current it is. */
@Path("/exchange")
public final class ReplicasResource {
    private static final String PATH = "/api/v1/exchange";
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading(PATH + "/replicas"),
            Route.reading(PATH + "/partners/{province}/institutions"),
            Route.reading(PATH + "/partners/{province}/items/{class}"));

    private final Api api;
    private final ExchangeDesk desk;

    /** Answers with what is known. */
    public ReplicasResource(Api api, ExchangeDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** How far the replicas are in step. */
    @GET
    @Path("replicas")
    @Produces(JSON)
    public Response replicas(@Context HttpServletRequest request) {
        Query.of(request);
        return api.read(request, (session, actor) -> Reply.ok(ReplicaJson.replicas(desk.replicas(session, actor))));
    }

    /** The providers that a partner registered. */
    @GET
    @Path("partners/{province}/institutions")
    @Produces(JSON)
    public Response institutions(@PathParam("province") String province, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Area partner = Provinces.parse(province);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(ReplicaJson.institutions(desk.institutions(session, actor, partner, page))));
    }

    /** What a partner told in a class of data. */
    @GET
    @Path("partners/{province}/items/{class}")
    @Produces(JSON)
    public Response items(
            @PathParam("province") String province,
            @PathParam("class") String dataClass,
            @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Area partner = Provinces.parse(province);
        return api.read(
                request,
                (session, actor) -> Reply.ok(ReplicaJson.items(desk.told(session, actor, partner, dataClass, page))));
    }
}
