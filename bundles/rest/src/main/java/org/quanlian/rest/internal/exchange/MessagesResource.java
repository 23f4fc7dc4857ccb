package org.quanlian.rest.internal.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ExchangeDesk;
import org.quanlian.vouchers.exchange.OutboxEntry;
import org.quanlian.vouchers.exchange.OutboxMessage;
import org.quanlian.wire.JsonOutput;
import org.quanlian.wire.JsonRequest;

/** The messages that were sent and received, without what they say. */
@Path("/exchange/messages")
public final class MessagesResource {
    private static final String PATH = "/api/v1/exchange/messages";
    private static final int MAX_BYTES = 1024;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading(PATH + "/outgoing"),
            Route.reading(PATH + "/outgoing/{id}"),
            Route.posting(PATH + "/outgoing/{id}/sending", MAX_BYTES),
            Route.reading(PATH + "/incoming"),
            Route.reading(PATH + "/refused"));

    private final Api api;
    private final ExchangeDesk desk;

    /** Answers with messages. */
    public MessagesResource(Api api, ExchangeDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** A page of what partners are told, newest first. */
    @GET
    @Path("outgoing")
    @Produces(JSON)
    public Response outgoing(@Context HttpServletRequest request) {
        Query query = Query.of(request, "partner", "state", "limit", "cursor");
        Optional<Area> partner = query.value("partner", Area::new);
        Optional<OutboxEntry.State> state = query.choice("state", OutboxEntry.State.class);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(desk.outgoing(session, actor, partner, state, page), MessageJson::write)));
    }

    /** One of them. */
    @GET
    @Path("outgoing/{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<OutboxMessage> message = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            OutboxEntry found = desk.outgoing(session, actor, message);
            return Reply.ok(JsonOutput.document(json -> MessageJson.write(json, found)));
        });
    }

    /** Has one sent again that was given up. */
    @POST
    @Path("outgoing/{id}/sending")
    @Produces(JSON)
    public Response send(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<OutboxMessage> message = PathIds.parse(id);
        JsonRequest.readEmpty(body, MAX_BYTES);
        return api.post(request, body, (session, actor) -> {
            desk.redrive(session, actor, message);
            return Reply.noContent();
        });
    }

    /** A page of what partners told, the latest first. */
    @GET
    @Path("incoming")
    @Produces(JSON)
    public Response incoming(@Context HttpServletRequest request) {
        Query query = Query.of(request, "partner", "limit", "cursor");
        Optional<Area> partner = query.value("partner", Area::new);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(PageJson.write(desk.incoming(session, actor, partner, page), MessageJson::write)));
    }

    /** A page of what was refused and is not kept as a message, newest first. */
    @GET
    @Path("refused")
    @Produces(JSON)
    public Response refused(@Context HttpServletRequest request) {
        Query query = Query.of(request, "partner", "limit", "cursor");
        Optional<Area> partner = query.value("partner", Area::new);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(PageJson.write(desk.refused(session, actor, partner, page), MessageJson::write)));
    }
}
