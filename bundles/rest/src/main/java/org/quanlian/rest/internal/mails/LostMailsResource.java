package org.quanlian.rest.internal.mails;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.quanlian.vouchers.mails.LostMails;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.wire.JsonRequest;

/** The mails that were given up. */
@Path("/mails/lost")
public final class LostMailsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/mails/lost"),
            Route.posting("/api/v1/mails/lost/{id}/sending", LostMailsResource.MAX_BYTES));

    private static final int MAX_BYTES = 1024;
    private static final String JSON = "application/json";

    private final Api api;
    private final LostMails lostMails;

    /** Answers with what was given up. */
    public LostMailsResource(Api api, LostMails lostMails) {
        this.api = api;
        this.lostMails = lostMails;
    }

    /** A page of them, newest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(request, (session, actor) -> Reply.ok(LostMailJson.page(lostMails.list(session, actor, page))));
    }

    /** Has one sent again. */
    @POST
    @Path("{id}/sending")
    @Produces(JSON)
    public Response send(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Received> mail = PathIds.parse(id);
        JsonRequest.readEmpty(body, MAX_BYTES);
        return api.post(request, body, (session, actor) -> {
            lostMails.sendAgain(session, actor, mail);
            return Reply.noContent();
        });
    }
}
