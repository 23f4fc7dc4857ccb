package org.quanlian.rest.internal.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.ClaimReading;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;

/** One claim: what it is, and what its applicant makes of it until it is filed. */
@Path("/claims/{id}")
public final class ClaimResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/claims/{id}"),
            Route.of("/api/v1/claims/{id}/orders", ClaimRequests.MAX_BYTES, "PUT"),
            Route.of("/api/v1/claims/{id}/materials", ClaimRequests.MAX_BYTES, "PUT"),
            Route.reading("/api/v1/claims/{id}/assessment"),
            Route.reading("/api/v1/claims/{id}/recomputation"),
            Route.reading("/api/v1/claims/{id}/timeline"));

    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;

    /** Answers with the procedure of claims. */
    public ClaimResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
    }

    /** The claim, with what the caller can do to it now. */
    @GET
    @Produces(JSON)
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            ClaimReading.View view = claims.reading().find(session, actor, claim);
            byte[] json = ClaimJson.one(view);
            // A policy comes and goes without a new version of the claim, so then the answer's own tag tells.
            return view.policyAbsent()
                    ? Reply.ok(json)
                    : Reply.ok(json, view.claim().version());
        });
    }

    /** Takes other vouchers. */
    @PUT
    @Path("orders")
    @Produces(JSON)
    public Response setOrders(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        List<Id<Order>> orders = ClaimRequests.orderList(body);
        return api.change(request, (session, actor, version) -> {
            claims.drafts().setOrders(session, actor, claim, OptionalLong.of(version), orders);
            return changed(session, actor, claim);
        });
    }

    /** Takes other papers. */
    @PUT
    @Path("materials")
    @Produces(JSON)
    public Response setMaterials(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Map<ClaimMaterial, List<Id<?>>> materials = ClaimRequests.materials(body);
        return api.change(request, (session, actor, version) -> {
            claims.drafts().setMaterials(session, actor, claim, OptionalLong.of(version), materials);
            return changed(session, actor, claim);
        });
    }

    /** What the policy says about it. */
    @GET
    @Path("assessment")
    @Produces(JSON)
    public Response assessment(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(ReviewJson.decision(claims.assessments().read(session, actor, claim))));
    }

    /** The decision on what was filed, made anew. */
    @GET
    @Path("recomputation")
    @Produces(JSON)
    public Response recomputation(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(ReviewJson.recomputation(claims.assessments().recompute(session, actor, claim))));
    }

    /** Its moves. */
    @GET
    @Path("timeline")
    @Produces(JSON)
    public Response timeline(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(ClaimJson.timeline(claims.reading().timeline(session, actor, claim))));
    }

    private Reply changed(Session session, Actor actor, Id<VoucherClaim> claim) {
        ClaimReading.View view = claims.reading().find(session, actor, claim);
        return Reply.ok(ClaimJson.one(view), view.claim().version());
    }
}
