package org.quanlian.rest.internal.claims;

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
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.VoucherClaim;

/** The experts' review of a claim: to whom it is given, and what they say. */
@Path("/claims/{id}/{part: assignments|opinions}")
public final class ExpertReviewResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/claims/{id}/assignments", ClaimRequests.MAX_BYTES, "GET", "POST"),
            Route.of("/api/v1/claims/{id}/opinions", ClaimRequests.MAX_BYTES, "GET", "POST"));

    private static final String ASSIGNMENTS = "assignments";
    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;

    /** Answers with the procedure of claims. */
    public ExpertReviewResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
    }

    /** Assignments, or opinions. */
    @GET
    @Produces(JSON)
    public Response list(
            @PathParam("id") String id, @PathParam("part") String part, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> part.equals(ASSIGNMENTS)
                        ? Reply.ok(ReviewJson.assignments(claims.experts().assignments(session, actor, claim)))
                        : Reply.ok(ReviewJson.opinions(claims.experts().opinions(session, actor, claim))));
    }

    /** Assigns experts, or gives an opinion. */
    @POST
    @Produces(JSON)
    public Response add(
            @PathParam("id") String id,
            @PathParam("part") String part,
            @Context HttpServletRequest request,
            byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return part.equals(ASSIGNMENTS) ? assign(request, claim, body) : say(request, claim, body);
    }

    private Response assign(HttpServletRequest request, Id<VoucherClaim> claim, byte[] body) {
        ClaimRequests.Assign assign = ClaimRequests.assign(body);
        return api.post(request, body, (session, actor) -> {
            claims.experts().assign(session, actor, claim, assign.experts(), assign.reason());
            return Reply.ok(ClaimJson.one(claims.reading().find(session, actor, claim)));
        });
    }

    private Response say(HttpServletRequest request, Id<VoucherClaim> claim, byte[] body) {
        ClaimRequests.Say say = ClaimRequests.say(body);
        return api.post(request, body, (session, actor) -> {
            claims.experts().give(session, actor, claim, say.amount(), say.score(), say.reason(), say.comment());
            return Reply.ok(ReviewJson.opinions(claims.experts().opinions(session, actor, claim)));
        });
    }
}
