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

/** The partners, how the exchange with each goes, and what each told. */
@Path("/exchange/partners")
public final class PartnersResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading(PartnersResource.PATH),
            Route.reading(PartnersResource.PATH + "/{province}/institutions"),
            Route.reading(PartnersResource.PATH + "/{province}/items/{class}"));

    private static final String PATH = "/api/v1/exchange/partners";
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

    /** The providers that a partner registered. */
    @GET
    @Path("{province}/institutions")
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
    @Path("{province}/items/{class}")
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
