package org.quanlian.rest.internal.orders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.OrderDesk;

/** What the policy says beforehand about a service that somebody thinks of buying. */
@Path("/pre-assessments")
@Produces(OrdersResource.JSON)
public final class PreAssessmentsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.posting("/api/v1/pre-assessments", OrderRequests.MAX_EVIDENCE_BYTES));

    private final Api api;
    private final OrderDesk desk;

    /** Answers with the use cases of orders. */
    public PreAssessmentsResource(Api api, OrderDesk desk) {
        this.api = api;
        this.desk = desk;
    }

    /** Assesses; nothing is kept. */
    @POST
    public Response assess(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        OrderRequests.Planned planned = OrderRequests.planned(body);
        return api.read(
                request,
                (session, actor) -> Reply.ok(OrderJson.assessment(desk.preAssessments()
                        .assess(session, actor, planned.applicant(), planned.service(), planned.claimMaterials()))));
    }
}
