package org.quanlian.rest.internal.papers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.papers.PaperFormat;

/** The papers of a claim. */
@Path("/claims/{id}/papers")
public final class ClaimPapersResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/claims/{id}/papers/application.pdf").as(Work.FILES),
            Route.reading("/api/v1/claims/{id}/papers/decision.pdf").as(Work.FILES));

    private final PaperCounter counter;

    ClaimPapersResource(PaperCounter counter) {
        this.counter = counter;
    }

    /** The application form. */
    @GET
    @Path("application.pdf")
    public Response application(@PathParam("id") String id, @Context HttpServletRequest request) {
        Id<VoucherClaim> claim = PathIds.parse(id);
        return counter.give(
                request, PaperFormat.PDF, (office, session, actor) -> office.application(session, actor, claim));
    }

    /** The statement of the decision. */
    @GET
    @Path("decision.pdf")
    public Response decision(@PathParam("id") String id, @Context HttpServletRequest request) {
        Id<VoucherClaim> claim = PathIds.parse(id);
        return counter.give(
                request, PaperFormat.PDF, (office, session, actor) -> office.decision(session, actor, claim));
    }
}
