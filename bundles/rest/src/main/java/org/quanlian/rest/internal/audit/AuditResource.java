package org.quanlian.rest.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.audit.AuditReading;
import org.quanlian.vouchers.audit.AuditSearch;
import org.quanlian.vouchers.audit.Outcome;

/** The audit trail, for auditors. */
@Path("/audit")
public final class AuditResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.reading("/api/v1/audit/entries"), Route.reading("/api/v1/audit/anchors"));

    private static final String JSON = "application/json";

    private final Api api;
    private final AuditReading reading = new AuditReading();

    /** Answers from the trail. */
    public AuditResource(Api api) {
        this.api = api;
    }

    /** A page of entries that are looked for, newest first. */
    @GET
    @Path("entries")
    @Produces(JSON)
    public Response entries(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "account", "subject", "operation", "outcome", "from", "to");
        Page.Request page = query.page();
        AuditSearch search = new AuditSearch(
                query.text("account"),
                query.text("subject"),
                query.text("operation"),
                query.choice("outcome", Outcome.Kind.class),
                query.value("from", AuditResource::instant),
                query.value("to", AuditResource::instant));
        return api.read(
                request, (session, actor) -> Reply.ok(AuditJson.entries(reading.search(session, actor, search, page))));
    }

    /** A page of anchors, oldest first. */
    @GET
    @Path("anchors")
    @Produces(JSON)
    public Response anchors(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(
                request, (session, actor) -> Reply.ok(AuditJson.anchors(reading.anchors(session, actor, page))));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidValueException("instant.form", "that is no instant with its offset");
        }
    }
}
