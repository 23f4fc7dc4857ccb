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
import org.quanlian.vouchers.treasury.ApprovalRun;
import org.quanlian.vouchers.treasury.ApprovalRunner;
import org.quanlian.vouchers.treasury.ApprovalRuns;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.wire.JsonObject;

/** Approvals in the order of the department. */
@Path("/approvals")
public final class ApprovalResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.posting("/api/v1/approvals", ApprovalResource.MAX_BYTES),
            Route.reading("/api/v1/approvals/{id}"),
            Route.reading("/api/v1/approvals/{id}/claims"));

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final String JSON = "application/json";

    private final Api api;
    private final ApprovalRuns runs;

    /** Answers with runs. */
    public ApprovalResource(Api api, ApprovalRuns runs) {
        this.api = api;
        this.runs = runs;
    }

    /** Orders a run, and does it once it is kept; should the node stop before the end, its timer goes on with it. */
    @POST
    @Produces(JSON)
    public Response order(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Integer> year = json.required("year", Conversions.number(2000, 2999));
            List<ApprovalRuns.Ordered> claims = json.objects("claims", ApprovalRuns.MOST, ApprovalResource::ordered)
                    .orElse(List.of());
            return year.map(of -> new Asked(of, claims));
        });
        Response ordered = api.post(request, body, (session, actor) -> {
            ApprovalRun run = runs.start(session, actor, asked.year(), asked.claims());
            return Reply.created("/api/v1/approvals/" + run.id(), JsonOutput.document(json -> write(json, run)));
        });
        new ApprovalRunner(api.ports().store(), runs).resume();
        return ordered;
    }

    /** A run. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<ApprovalRun> run = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            ApprovalRun found = runs.find(session, actor, run);
            return Reply.ok(JsonOutput.document(json -> write(json, found)));
        });
    }

    /** The claims of a run. */
    @GET
    @Path("{id}/claims")
    @Produces(JSON)
    public Response claims(@PathParam("id") String id, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Id<ApprovalRun> run = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(runs.items(session, actor, run, page), ApprovalResource::write)));
    }

    private static Optional<ApprovalRuns.Ordered> ordered(JsonObject json) {
        Optional<Id<VoucherClaim>> claim = json.required("claim", Conversions.value(text -> new Id<VoucherClaim>(text)));
        Optional<Money> grant = json.optional("grant", Conversions.MONEY);
        String reason = json.optional("reason", Conversions.longText(Reasons.MAX_LENGTH))
                .orElse("");
        return claim.map(of -> new ApprovalRuns.Ordered(of, grant, reason));
    }

    private static void write(JsonGenerator json, ApprovalRun run) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", run.id().value());
        json.writeNumberField("year", run.year());
        json.writeNumberField("total", run.total());
        json.writeNumberField("done", run.next());
        json.writeBooleanField("exhausted", run.exhausted());
        JsonOutput.instant(json, "createdAt", run.createdAt());
        MoneyJson.instant(json, "finishedAt", run.finishedAt());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ApprovalRun.Item item) throws IOException {
        json.writeStartObject();
        json.writeNumberField("position", item.position());
        json.writeStringField("claim", item.claim().value());
        MoneyJson.text(json, "grant", item.grant().map(Money::toString));
        json.writeStringField("reason", item.reason());
        json.writeStringField("outcome", item.outcome().name());
        if (item.code().isEmpty()) {
            json.writeNullField("code");
            json.writeNullField("text");
        } else {
            json.writeStringField("code", item.code());
            JsonOutput.text(json, "text", item.text());
        }
        json.writeEndObject();
    }

    private record Asked(int year, List<ApprovalRuns.Ordered> claims) {}
}
