package org.quanlian.rest.internal.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;

/** The claims that a caller may see, and new ones. */
@Path("/claims")
public final class ClaimsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.of("/api/v1/claims", ClaimRequests.MAX_BYTES, "GET", "POST"));

    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;

    /** Answers with the procedure of claims. */
    public ClaimsResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
    }

    /** A page of claims, oldest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "year", "state", "city");
        Page.Request page = query.page();
        Optional<Integer> year = query.year("year");
        Optional<ClaimState> state = query.choice("state", ClaimState.class);
        Optional<Area> city = query.value("city", Area::new);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(ClaimJson.page(claims.reading().list(session, actor, year, state, city, page))));
    }

    /** Begins a claim. */
    @POST
    @Produces(JSON)
    public Response begin(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        ClaimRequests.Start start = ClaimRequests.start(body);
        return api.post(request, body, (session, actor) -> {
            VoucherClaim draft = claims.drafts().begin(session, actor, start.applicant(), start.year(), start.orders());
            return Reply.created(
                    "/api/v1/claims/" + draft.id(),
                    ClaimJson.one(claims.reading().find(session, actor, draft.id())),
                    draft.version());
        });
    }
}
