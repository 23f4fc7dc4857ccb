package org.quanlian.rest.internal.treasury;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathYears;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.treasury.Budget;
import org.quanlian.vouchers.treasury.Budgets;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonOutput;
import org.quanlian.wire.JsonRequest;

/** Budgets. */
@Path("/budgets/{year}")
public final class BudgetResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.posting("/api/v1/budgets/{year}/province", BudgetResource.MAX_BYTES),
            Route.posting("/api/v1/budgets/{year}/city", BudgetResource.MAX_BYTES));

    private static final int MAX_BYTES = 4 * 1024;
    private static final String JSON = "application/json";

    private final Api api;
    private final Budgets budgets;

    /** Answers with budgets. */
    public BudgetResource(Api api, Budgets budgets) {
        this.api = api;
        this.budgets = budgets;
    }

    /** Sets the budget of the province. */
    @POST
    @Path("province")
    @Produces(JSON)
    public Response province(@PathParam("year") String year, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        int of = PathYears.parse(year);
        Asked asked = Asked.read(body);
        return api.post(
                request,
                body,
                (session, actor) ->
                        Reply.ok(json(budgets.setProvince(session, actor, of, asked.amount(), asked.document()))));
    }

    /** Sets the budget of the city for which the caller reviews. */
    @POST
    @Path("city")
    @Produces(JSON)
    public Response city(@PathParam("year") String year, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        int of = PathYears.parse(year);
        Asked asked = Asked.read(body);
        return api.post(
                request,
                body,
                (session, actor) ->
                        Reply.ok(json(budgets.setOwnCity(session, actor, of, asked.amount(), asked.document()))));
    }

    private static byte[] json(Budget budget) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeNumberField("year", budget.year());
            MoneyJson.text(json, "city", budget.city().map(Area::code));
            JsonOutput.money(json, "amount", budget.amount());
            JsonOutput.money(json, "available", budget.available());
            json.writeEndObject();
        });
    }

    private record Asked(Money amount, String document) {
        static Asked read(byte[] body) {
            return JsonRequest.read(body, MAX_BYTES, json -> {
                Optional<Money> amount = json.required("amount", Conversions.MONEY);
                Optional<String> document = json.required("document", Conversions.shortText());
                return amount.flatMap(of -> document.map(by -> new Asked(of, by)));
            });
        }
    }
}
