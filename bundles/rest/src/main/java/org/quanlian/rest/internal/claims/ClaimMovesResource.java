package org.quanlian.rest.internal.claims;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimProcedure;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.wire.JsonRequest;

/** The moves of a claim, each at a path of its own below the claim. */
@Path(
        "/claims/{id}/{move: filing|return|withdrawal|recommendation|rejection|acceptance|giving-back|declining|conclusion|carry-over|recusal}")
public final class ClaimMovesResource {
    /** The moves that are told a reason and nothing else, by the ends of their paths. */
    private static final List<String> REASONED = List.of(
            "withdrawal",
            "recommendation",
            "rejection",
            "acceptance",
            "giving-back",
            "declining",
            "conclusion",
            "carry-over");

    /** The paths that it answers. */
    public static final List<Route> ROUTES = Stream.concat(REASONED.stream(), Stream.of("filing", "return", "recusal"))
            .map(move -> Route.posting("/api/v1/claims/{id}/" + move, ClaimRequests.MAX_BYTES))
            .toList();

    private static final String JSON = "application/json";

    private final Api api;
    private final ClaimProcedure claims;
    private final Map<String, ReasonedMove> reasoned;

    /** Makes a move that is told a reason. */
    @FunctionalInterface
    private interface ReasonedMove {
        VoucherClaim make(Session session, Actor actor, Id<VoucherClaim> claim, String reason);
    }

    /** Answers with the procedure of claims. */
    public ClaimMovesResource(Api api, ClaimProcedure claims) {
        this.api = api;
        this.claims = claims;
        this.reasoned = Map.of(
                "withdrawal", claims.filing()::withdraw,
                "recommendation", claims.city()::recommend,
                "rejection", claims.city()::reject,
                "acceptance", claims.centre()::accept,
                "giving-back", claims.centre()::giveBack,
                "declining", claims.centre()::decline,
                "conclusion", claims.experts()::conclude,
                "carry-over", claims.carryOver()::carryOver);
    }

    /** Makes a move. */
    @POST
    @Produces(JSON)
    public Response move(
            @PathParam("id") String id,
            @PathParam("move") String move,
            @Context HttpServletRequest request,
            byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return switch (move) {
            case "filing" -> file(request, claim, body);
            case "return" -> sendBack(request, claim, body);
            case "recusal" -> recuse(request, claim, body);
            default -> reasoned(request, claim, move, body);
        };
    }

    private Response file(HttpServletRequest request, Id<VoucherClaim> claim, byte[] body) {
        JsonRequest.readEmpty(body, ClaimRequests.MAX_BYTES);
        return api.post(request, body, (session, actor) -> {
            claims.filing().file(session, actor, claim);
            return told(session, actor, claim);
        });
    }

    private Response sendBack(HttpServletRequest request, Id<VoucherClaim> claim, byte[] body) {
        ClaimRequests.Return back = ClaimRequests.back(body);
        return api.post(request, body, (session, actor) -> {
            claims.city().sendBack(session, actor, claim, back.corrections(), back.reason());
            return told(session, actor, claim);
        });
    }

    private Response recuse(HttpServletRequest request, Id<VoucherClaim> claim, byte[] body) {
        String reason = ClaimRequests.reason(body);
        return api.post(request, body, (session, actor) -> {
            claims.experts().recuse(session, actor, claim, reason);
            return Reply.noContent();
        });
    }

    private Response reasoned(HttpServletRequest request, Id<VoucherClaim> claim, String move, byte[] body) {
        ReasonedMove making = reasoned.get(move);
        if (making == null) {
            throw ProblemException.of(ProblemKind.NOT_FOUND);
        }
        String reason = ClaimRequests.reason(body);
        return api.post(request, body, (session, actor) -> {
            making.make(session, actor, claim, reason);
            return told(session, actor, claim);
        });
    }

    private Reply told(Session session, Actor actor, Id<VoucherClaim> claim) {
        return Reply.ok(ClaimJson.one(claims.reading().find(session, actor, claim)));
    }
}
