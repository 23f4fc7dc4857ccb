package org.quanlian.rest.internal.integrity;

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
import org.quanlian.rest.internal.treasury.MoneyJson;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.integrity.ClawbackParts;
import org.quanlian.vouchers.integrity.Recovery;
import java.time.LocalDate;

/** What follows a violation: a claim is revoked, or what was paid is claimed back and comes back. */
@Path("/claims/{id}/integrity")
public final class ClawbackResource {
    private static final String PATH = "/api/v1/claims/{id}/integrity";
    private static final int MAX_BYTES = 8 * 1024;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.posting(PATH + "/revocation", MAX_BYTES),
            Route.posting(PATH + "/clawbacks", MAX_BYTES),
            Route.posting(PATH + "/recoveries", MAX_BYTES));

    private final Api api;
    private final MoneyUseCases money;

    /** Claims money back. */
    public ClawbackResource(Api api, MoneyUseCases money) {
        this.api = api;
        this.money = money;
    }

    /** Revokes a claim before it is paid whole. */
    @POST
    @Path("revocation")
    @Produces(JSON)
    public Response revoke(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        String reason = JsonRequest.read(
                body, MAX_BYTES, json -> json.required("reason", Conversions.longText(Reasons.MAX_LENGTH)));
        return api.post(
                request,
                body,
                (session, actor) ->
                        Reply.ok(MoneyJson.moved(money.revocations().revoke(session, actor, claim, reason))));
    }

    /** Claims back all or part of what was paid. */
    @POST
    @Path("clawbacks")
    @Produces(JSON)
    public Response clawBack(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Money> amount = json.optional("amount", Conversions.MONEY);
            return json.required("reason", Conversions.longText(Reasons.MAX_LENGTH))
                    .map(reason -> new Asked(amount, reason));
        });
        return api.post(request, body, (session, actor) -> {
            ClawbackParts parts = money.clawbacks().clawBack(session, actor, claim, asked.amount(), asked.reason());
            return Reply.ok(JsonOutput.document(json -> {
                json.writeStartObject();
                JsonOutput.money(json, "province", parts.province());
                JsonOutput.money(json, "city", parts.city());
                json.writeEndObject();
            }));
        });
    }

    /** Records money that came back. */
    @POST
    @Path("recoveries")
    @Produces(JSON)
    public Response recover(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Came came = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Money> amount = json.required("amount", Conversions.MONEY);
            Optional<LocalDate> on = json.required("receivedOn", Conversions.DATE);
            Optional<String> reference = json.required("bankReference", Conversions.shortText());
            return amount.flatMap(sum -> on.flatMap(day -> reference.map(by -> new Came(sum, day, by))));
        });
        return api.post(request, body, (session, actor) -> {
            Recovery recovery = money.clawbacks()
                    .recover(session, actor, claim, came.amount(), came.on(), came.reference());
            return Reply.ok(JsonOutput.document(json -> RecoveryJson.write(json, recovery)));
        });
    }

    private record Asked(Optional<Money> amount, String reason) {}

    private record Came(Money amount, LocalDate on, String reference) {}
}
