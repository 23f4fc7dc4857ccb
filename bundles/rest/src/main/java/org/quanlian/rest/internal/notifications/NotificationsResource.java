package org.quanlian.rest.internal.notifications;

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
import org.quanlian.vouchers.notifications.Inbox;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.wire.JsonRequest;

/** What an account is told. */
@Path("/notifications")
public final class NotificationsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/notifications"),
            Route.posting("/api/v1/notifications/{id}/reading", NotificationsResource.MAX_BYTES));

    private static final int MAX_BYTES = 1024;
    private static final String JSON = "application/json";

    private final Api api;
    private final Inbox inbox;

    /** Answers with an inbox. */
    public NotificationsResource(Api api, Inbox inbox) {
        this.api = api;
        this.inbox = inbox;
    }

    /** A page of what the caller was told, newest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "unread");
        Page.Request page = query.page();
        boolean unreadOnly = query.flag("unread");
        return api.read(
                request,
                (session, actor) -> Reply.ok(NotificationJson.page(inbox.list(session, actor, unreadOnly, page))));
    }

    /** Marks one as read. */
    @POST
    @Path("{id}/reading")
    @Produces(JSON)
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Received> notification = PathIds.parse(id);
        JsonRequest.readEmpty(body, MAX_BYTES);
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(NotificationJson.one(inbox.read(session, actor, notification))));
    }
}
