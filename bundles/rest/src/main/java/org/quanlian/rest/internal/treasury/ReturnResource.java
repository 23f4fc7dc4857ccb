package org.quanlian.rest.internal.treasury;

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
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.Reasons;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonOutput;
import org.quanlian.wire.JsonRequest;
import org.quanlian.vouchers.treasury.Allocations;

/** Money of the province that cities give back. */
@Path("/returns")
public final class ReturnResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(Route.posting("/api/v1/returns", ReturnResource.MAX_BYTES));

    private static final int MAX_BYTES = 4 * 1024;

    private final Api api;
    private final Allocations allocations;

    /** Takes money back. */
    public ReturnResource(Api api, Allocations allocations) {
        this.api = api;
        this.allocations = allocations;
    }

    /** Records what a city gave back. */
    @POST
    @Produces("application/json")
    public Response record(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Integer> year = json.required("year", Conversions.number(2000, 2999));
            Optional<Area> city = json.required("city", Conversions.AREA);
            Optional<Money> amount = json.required("amount", Conversions.MONEY);
            Optional<String> document = json.required("document", Conversions.shortText());
            return year.flatMap(of -> city.flatMap(
                    in -> amount.flatMap(back -> document.map(by -> new Asked(of, in, back, by)))));
        });
        return api.post(request, body, (session, actor) -> {
            Money held = allocations.takeBack(
                    session, actor, asked.year(), asked.city(), asked.amount(), asked.document());
            return Reply.ok(JsonOutput.document(json -> {
                json.writeStartObject();
                JsonOutput.money(json, "held", held);
                json.writeEndObject();
            }));
        });
    }

    private record Asked(int year, Area city, Money amount, String document) {}
}
