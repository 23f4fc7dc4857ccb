package org.quanlian.rest.internal.claims;

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
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimBatch;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.VoucherClaim;

/** The same move for many claims. */
@Path("/claim-batches")
public final class ClaimBatchesResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(Route.posting("/api/v1/claim-batches", ClaimRequests.MAX_BYTES));

    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;

    /** Answers with the procedure of claims. */
    public ClaimBatchesResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
    }

    /** Makes the move for each claim, in a transaction of its own. */
    @POST
    @Produces(JSON)
    public Response move(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        ClaimRequests.Batch batch = ClaimRequests.batch(body);
        return api.postInParts(request, body, (store, actor, part) -> {
            ClaimBatch.admit(actor, ClaimMove.valueOf(batch.move().name()));
            List<ClaimBatch.Outcome> outcomes = ClaimBatch.each(
                    store,
                    batch.claims(),
                    (session, claim) -> part.begins(session, claim.value())
                            ? one(session, actor, claim, batch)
                            : session.claims().find(claim).orElseThrow());
            return Reply.ok(ReviewJson.outcomes(outcomes));
        });
    }

    private VoucherClaim one(Session session, Actor actor, Id<VoucherClaim> claim, ClaimRequests.Batch batch) {
        String reason = batch.reason();
        return switch (batch.move()) {
            case RETURN -> claims.city().sendBack(session, actor, claim, batch.corrections(), reason);
            case RECOMMEND -> claims.city().recommend(session, actor, claim, reason);
            case REJECT -> claims.city().reject(session, actor, claim, reason);
            case ACCEPT -> claims.centre().accept(session, actor, claim, reason);
            case GIVE_BACK -> claims.centre().giveBack(session, actor, claim, reason);
            case DECLINE -> claims.centre().decline(session, actor, claim, reason);
            case CARRY_OVER -> claims.carryOver().carryOver(session, actor, claim, reason);
        };
    }
}
