package org.quanlian.rest.internal.exchange;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.vouchers.exchange.SettlementDesk;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonRequest;

/** Statements of services across provinces. */
@Path("/exchange/settlements")
public final class SettlementsResource {
    private static final String PATH = "/api/v1/exchange/settlements";
    private static final int MAX_BYTES = 8 * 1024;
    private static final int FIRST_YEAR = 2024;
    private static final int LAST_YEAR = 2099;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of(PATH, MAX_BYTES, "GET", "POST"),
            Route.reading(PATH + "/{id}"),
            Route.posting(PATH + "/{id}/answer", MAX_BYTES));

    private final Api api;
    private final SettlementDesk settlements;

    /** Answers with statements. */
    public SettlementsResource(Api api, SettlementDesk settlements) {
        this.api = api;
        this.settlements = settlements;
    }

    /** A page of them without their lines, latest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "partner", "limit", "cursor");
        Optional<Area> partner = query.value("partner", Area::new);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(settlements.list(session, actor, partner, page), SettlementJson::head)));
    }

    /** A statement with its lines. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Settlement> settlement = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(SettlementJson.whole(settlements.find(session, actor, settlement))));
    }

    /** Makes a statement. */
    @POST
    @Produces(JSON)
    public Response make(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Area> partner = json.required("partner", Conversions.value(Area::new));
            Optional<Integer> year = json.required("year", Conversions.number(FIRST_YEAR, LAST_YEAR));
            return partner.flatMap(of -> year.map(in -> new Asked(of, in)));
        });
        return api.post(request, body, (session, actor) -> {
            Settlement made = settlements.make(session, actor, asked.partner(), asked.year());
            return Reply.created(PATH + "/" + made.id(), SettlementJson.whole(made));
        });
    }

    /** Countersigns a statement of a partner, or disputes it. */
    @POST
    @Path("{id}/answer")
    @Produces(JSON)
    public Response answer(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Settlement> settlement = PathIds.parse(id);
        Word word = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<String> reason = json.optional("reason", Conversions.longText(SettlementDesk.MAX_REASON));
            return json.required("agreed", Conversions.YES_NO).map(agreed -> new Word(agreed, reason.orElse("")));
        });
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(SettlementJson.whole(
                        settlements.answer(session, actor, settlement, word.agreed(), word.reason()))));
    }

    private record Asked(Area partner, int year) {}

    private record Word(boolean agreed, String reason) {}
}
