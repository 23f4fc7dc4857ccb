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
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.treasury.SharePayment;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.integrity.Recovery;
import org.quanlian.rest.internal.integrity.RecoveryJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** The money of a claim: what is approved, added and paid of it. */
@Path("/claims/{id}/money")
public final class ClaimMoneyResource {
    private static final String PATH = "/api/v1/claims/{id}/money";
    private static final int MAX_BYTES = 8 * 1024;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading(PATH),
            Route.posting(PATH + "/approval", MAX_BYTES),
            Route.posting(PATH + "/disapproval", MAX_BYTES),
            Route.posting(PATH + "/extra", MAX_BYTES),
            Route.posting(PATH + "/payments", MAX_BYTES));

    private final Api api;
    private final MoneyUseCases money;

    /** Answers with the money of claims. */
    public ClaimMoneyResource(Api api, MoneyUseCases money) {
        this.api = api;
        this.money = money;
    }

    /** Where it stands. */
    @GET
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            Map<AccountKind, Money> balances = money.payments().balances(session, actor, claim);
            List<SharePayment> payments = money.payments().list(session, actor, claim);
            List<Recovery> recoveries = money.clawbacks().recoveries(session, actor, claim);
            return Reply.ok(JsonOutput.document(json -> write(json, balances, payments, recoveries)));
        });
    }

    /** Approves an amount. */
    @POST
    @Path("approval")
    @Produces(JSON)
    public Response approve(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Money> grant = json.optional("grant", Conversions.MONEY);
            String reason = json.optional("reason", Conversions.longText(Reasons.MAX_LENGTH))
                    .orElse("");
            return Optional.of(new Asked(grant, reason));
        });
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(MoneyJson.moved(
                        money.approvals().approve(session, actor, claim, asked.grant(), asked.reason()))));
    }

    /** Does not approve it. */
    @POST
    @Path("disapproval")
    @Produces(JSON)
    public Response disapprove(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        String reason = JsonRequest.read(
                body, MAX_BYTES, json -> json.required("reason", Conversions.longText(Reasons.MAX_LENGTH)));
        return api.post(
                request,
                body,
                (session, actor) ->
                        Reply.ok(MoneyJson.moved(money.approvals().disapprove(session, actor, claim, reason))));
    }

    /** Sets what the city adds. */
    @POST
    @Path("extra")
    @Produces(JSON)
    public Response extra(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Extra extra = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Money> amount = json.required("extra", Conversions.MONEY);
            Optional<String> document = json.required("document", Conversions.shortText());
            return amount.flatMap(of -> document.map(by -> new Extra(of, by)));
        });
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(MoneyJson.moved(
                        money.extras().set(session, actor, claim, extra.amount(), extra.document()))));
    }

    /** Records a payment. */
    @POST
    @Path("payments")
    @Produces(JSON)
    public Response pay(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<VoucherClaim> claim = PathIds.parse(id);
        Paid paid = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<SharePayment.Share> share = json.required("share", Conversions.oneOf(SharePayment.Share.class));
            Optional<Money> amount = json.required("amount", Conversions.MONEY);
            Optional<LocalDate> paidOn = json.required("paidOn", Conversions.DATE);
            Optional<String> reference = json.required("bankReference", Conversions.shortText());
            return share.flatMap(of -> amount.flatMap(
                    sum -> paidOn.flatMap(on -> reference.map(by -> new Paid(of, sum, on, by)))));
        });
        return api.post(request, body, (session, actor) -> {
            SharePayment payment = money.payments()
                    .record(session, actor, claim, paid.share(), paid.amount(), paid.on(), paid.reference());
            return Reply.ok(JsonOutput.document(json -> write(json, payment)));
        });
    }

    private static void write(
            JsonGenerator json, Map<AccountKind, Money> balances, List<SharePayment> payments, List<Recovery> recoveries)
            throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("balances");
        for (Map.Entry<AccountKind, Money> balance : balances.entrySet()) {
            json.writeStartObject();
            json.writeStringField("account", balance.getKey().name());
            JsonOutput.money(json, "balance", balance.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("payments");
        for (SharePayment payment : payments) {
            write(json, payment);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("recoveries");
        for (Recovery recovery : recoveries) {
            RecoveryJson.write(json, recovery);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, SharePayment payment) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", payment.id().value());
        json.writeStringField("claim", payment.claim().value());
        json.writeStringField("share", payment.share().name());
        JsonOutput.money(json, "amount", payment.amount());
        json.writeStringField("paidOn", payment.paidOn().toString());
        json.writeStringField("bankReference", payment.bankReference());
        json.writeStringField("by", payment.by());
        JsonOutput.instant(json, "at", payment.at());
        json.writeEndObject();
    }

    private record Asked(Optional<Money> grant, String reason) {}

    private record Extra(Money amount, String document) {}

    private record Paid(SharePayment.Share share, Money amount, LocalDate on, String reference) {}
}
