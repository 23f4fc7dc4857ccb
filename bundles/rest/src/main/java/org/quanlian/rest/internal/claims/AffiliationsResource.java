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
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.claims.ClaimRequests.AffiliationList;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimProcedure;

/** For whom experts work or worked. */
@Path("/experts/{id}/affiliations")
public final class AffiliationsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.of("/api/v1/experts/{id}/affiliations", ClaimRequests.MAX_BYTES, "GET", "PUT"));

    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;

    /** Answers with the procedure of claims. */
    public AffiliationsResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
    }

    /** The affiliations of an expert. */
    @GET
    @Produces(JSON)
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Account> expert = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(ReviewJson.affiliations(
                        new AffiliationList(claims.affiliations().read(session, actor, expert)))));
    }

    /** Takes other affiliations for those of an expert. */
    @PUT
    @Produces(JSON)
    public Response declare(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Account> expert = PathIds.parse(id);
        AffiliationList list = ClaimRequests.affiliations(body);
        return api.act(
                request,
                (session, actor) -> Reply.ok(ReviewJson.affiliations(new AffiliationList(
                        claims.affiliations().declare(session, actor, expert, list.affiliations())))));
    }
}
