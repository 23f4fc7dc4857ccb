package org.quanlian.rest.internal.registry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.model.Area;
import org.quanlian.model.ServiceCategory;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.vouchers.registry.RegistryOffice;

/** What approved providers offer; for everybody. */
@Path("/catalogue")
public final class CatalogueResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.reading("/api/v1/catalogue"), Route.reading("/api/v1/catalogue/{id}"));

    private static final String JSON = "application/json";

    private final Api api;
    private final RegistryOffice office;

    /** Answers with the catalogue. */
    public CatalogueResource(Api api, RegistryOffice office) {
        this.api = api;
        this.office = office;
    }

    /** What matches a question. */
    @GET
    @Produces(JSON)
    public Response search(@Context HttpServletRequest request) {
        Query query = Query.of(request, "q", "category", "area", "limit", "cursor");
        String question = query.text("q").orElse("");
        Catalogue.Filter filter =
                new Catalogue.Filter(query.choice("category", ServiceCategory.class), query.value("area", Area::new));
        Page.Request page = query.page();
        return api.readOpenly(
                request,
                session -> Reply.ok(CatalogueJson.entries(office.search().search(session, question, filter, page))));
    }

    /** A service with its provider. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response get(@PathParam("id") String text, @Context HttpServletRequest request) {
        Query.of(request);
        Id<ServiceItem> id = PathIds.parse(text);
        return api.readOpenly(
                request, session -> Reply.ok(CatalogueJson.entry(office.search().get(session, id))));
    }
}
