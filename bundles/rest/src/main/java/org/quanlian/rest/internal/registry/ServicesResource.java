package org.quanlian.rest.internal.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.registry.RegistryOffice;

/** What the caller's institution offers. */
@Path("/services")
public final class ServicesResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/services", RegistryReader.MAX_BYTES, "GET", "POST"),
            Route.of("/api/v1/services/{id}", RegistryReader.MAX_BYTES, "GET", "PUT"));

    private static final String JSON = "application/json";

    private final Api api;
    private final RegistryOffice office;

    /** Answers with the catalogue. */
    public ServicesResource(Api api, RegistryOffice office) {
        this.api = api;
        this.office = office;
    }

    /** A page of the caller's services, the newest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(CatalogueJson.items(office.offers().list(session, actor, page))));
    }

    /** Offers a service. */
    @POST
    @Produces(JSON)
    public Response add(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        RegistryReader.ServiceChange asked = RegistryReader.service(body);
        return api.post(request, body, (session, actor) -> {
            ServiceItem item = office.offers().add(session, actor, asked.offer());
            return Reply.created("/api/v1/services/" + item.id(), CatalogueJson.item(item), item.version());
        });
    }

    /** One of the caller's services. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response get(@PathParam("id") String text, @Context HttpServletRequest request) {
        Query.of(request);
        Id<ServiceItem> id = PathIds.parse(text);
        return api.read(request, (session, actor) -> reply(office.offers().get(session, actor, id)));
    }

    /** Changes a service whole, takes it back or offers it again. */
    @PUT
    @Path("{id}")
    @Produces(JSON)
    public Response change(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<ServiceItem> id = PathIds.parse(text);
        RegistryReader.ServiceChange asked = RegistryReader.service(body);
        return api.change(
                request,
                (session, actor, version) ->
                        reply(office.offers().change(session, actor, id, version, asked.offer(), asked.state())));
    }

    private static Reply reply(ServiceItem item) {
        return Reply.ok(CatalogueJson.item(item), item.version());
    }
}
