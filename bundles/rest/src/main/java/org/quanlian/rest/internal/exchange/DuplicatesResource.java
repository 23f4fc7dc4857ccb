package org.quanlian.rest.internal.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.DuplicateChecks;
import org.quanlian.vouchers.exchange.DuplicateSuspicion;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonOutput;
import org.quanlian.wire.JsonRequest;

/** Invoices that another province says it supports too. */
@Path("/exchange/duplicates")
public final class DuplicatesResource {
    private static final String PATH = "/api/v1/exchange/duplicates";
    private static final int MAX_BYTES = 8 * 1024;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.reading(PATH), Route.posting(PATH + "/{id}/settlement", MAX_BYTES));

    private final Api api;
    private final DuplicateChecks duplicates;

    /** Answers with suspicions. */
    public DuplicatesResource(Api api, DuplicateChecks duplicates) {
        this.api = api;
        this.duplicates = duplicates;
    }

    /** A page of them, latest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "state", "limit", "cursor");
        Optional<DuplicateSuspicion.State> state = query.choice("state", DuplicateSuspicion.State.class);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(duplicates.list(session, actor, state, page), DuplicatesResource::write)));
    }

    /** Writes down what the sharing centre found. */
    @POST
    @Path("{id}/settlement")
    @Produces(JSON)
    public Response settle(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<DuplicateSuspicion> suspicion = PathIds.parse(id);
        Found found = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Boolean> same = json.required("same", Conversions.YES_NO);
            Optional<String> reason = json.required("reason", Conversions.longText(DuplicateChecks.MAX_REASON));
            return same.flatMap(is -> reason.map(why -> new Found(is, why)));
        });
        return api.post(request, body, (session, actor) -> {
            DuplicateSuspicion settled = duplicates.settle(session, actor, suspicion, found.same(), found.reason());
            return Reply.ok(JsonOutput.document(json -> write(json, settled)));
        });
    }

    private record Found(boolean same, String reason) {}

    private static void write(JsonGenerator json, DuplicateSuspicion suspicion) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", suspicion.id().value());
        json.writeStringField("partner", suspicion.partner().code());
        json.writeStringField("claim", suspicion.claim().value());
        json.writeStringField("invoice", suspicion.invoice());
        JsonOutput.instant(json, "foundAt", suspicion.foundAt());
        JsonOutput.instant(json, "partnerSince", suspicion.partnerSince());
        json.writeStringField("state", suspicion.state().name());
        if (suspicion.settled().isPresent()) {
            DuplicateSuspicion.Finding finding = suspicion.settled().get();
            json.writeObjectFieldStart("finding");
            json.writeStringField("reason", finding.reason());
            json.writeStringField("by", finding.by());
            JsonOutput.instant(json, "at", finding.at());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
