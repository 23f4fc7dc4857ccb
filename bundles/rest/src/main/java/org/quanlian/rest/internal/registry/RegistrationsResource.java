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
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Registration;
import org.quanlian.vouchers.registry.Registry;
import org.quanlian.vouchers.registry.RegistryOffice;
import org.quanlian.vouchers.relations.Relation;

/** Registrations: kept up to date by who is registered, decided by the sharing centre. */
@Path("/registrations")
public final class RegistrationsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/registrations"),
            Route.of("/api/v1/registrations/{id}", RegistryReader.MAX_BYTES, "GET", "PUT"),
            Route.posting("/api/v1/registrations/{id}/approve", RegistryReader.MAX_BYTES),
            Route.posting("/api/v1/registrations/{id}/refuse", RegistryReader.MAX_BYTES),
            Route.posting("/api/v1/registrations/{id}/sharing-platform", RegistryReader.MAX_BYTES),
            Route.of("/api/v1/registrations/{id}/relations", RegistryReader.MAX_BYTES, "GET", "PUT"));

    private static final String JSON = "application/json";

    private final Api api;
    private final RegistryOffice office;
    private final RegistryReader reader;

    /** Answers with the registry. */
    public RegistrationsResource(Api api, RegistryOffice office) {
        this.api = api;
        this.office = office;
        this.reader = new RegistryReader(office.personKeys());
    }

    /** A page of what the caller may see. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "kind", "state", "reviewBody", "host");
        Registry.Filter filter = new Registry.Filter(
                query.choice("kind", Organisation.Kind.class),
                query.choice("state", Organisation.State.class),
                query.value("reviewBody", Area::new),
                query.value("host", Id::new));
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(RegistryJson.page(office.registrations().list(session, actor, filter, page))));
    }

    /** One registration. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response get(@PathParam("id") String text, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        return api.read(
                request, (session, actor) -> reply(office.registrations().get(session, actor, id)));
    }

    /** Changes a registration whole. */
    @PUT
    @Path("{id}")
    @Produces(JSON)
    public Response change(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        return api.change(request, (session, actor, version) -> {
            // What may be declared follows from what is registered.
            Registration seen = office.registrations().toChange(session, actor, id);
            RegistryReader.Change change = reader.change(seen.organisation().kind(), seen.host(), body);
            return reply(office.registrations()
                    .change(session, actor, id, version, change.name(), change.area(), change.profile()));
        });
    }

    /** Approves a registration. */
    @POST
    @Path("{id}/approve")
    @Produces(JSON)
    public Response approve(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        boolean onPlatform = RegistryReader.onSharingPlatform(body);
        return api.change(
                request,
                (session, actor, version) ->
                        reply(office.decisions().approve(session, actor, id, version, onPlatform)));
    }

    /** Refuses a registration. */
    @POST
    @Path("{id}/refuse")
    @Produces(JSON)
    public Response refuse(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        String reason = RegistryReader.reason(body);
        return api.change(
                request,
                (session, actor, version) -> reply(office.decisions().refuse(session, actor, id, version, reason)));
    }

    /** Writes down whether a provider is on the sharing-network platform. */
    @POST
    @Path("{id}/sharing-platform")
    @Produces(JSON)
    public Response sharing(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        boolean onPlatform = RegistryReader.onSharingPlatform(body);
        return api.change(
                request,
                (session, actor, version) ->
                        reply(office.decisions().confirmSharing(session, actor, id, version, onPlatform)));
    }

    /** What an organisation declares of its relations. */
    @GET
    @Path("{id}/relations")
    @Produces(JSON)
    public Response relations(@PathParam("id") String text, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(RegistryJson.relations(office.relations().declared(session, actor, id))));
    }

    /** Declares the relations of an organisation whole. */
    @PUT
    @Path("{id}/relations")
    @Produces(JSON)
    public Response declare(@PathParam("id") String text, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Organisation> id = PathIds.parse(text);
        List<Relation> relations = reader.relations(body);
        return api.act(request, (session, actor) -> {
            office.relations().declare(session, actor, id, relations);
            return Reply.noContent();
        });
    }

    private static Reply reply(Registration registration) {
        return Reply.ok(
                RegistryJson.registration(registration),
                registration.organisation().version());
    }
}
