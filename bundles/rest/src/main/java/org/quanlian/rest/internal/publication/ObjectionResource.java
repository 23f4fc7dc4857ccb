package org.quanlian.rest.internal.publication;

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
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.Objections;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Objections, for those who decide them. */
@Path("/objections")
public final class ObjectionResource {
    private static final int MAX_BYTES = 8 * 1024;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/objections"),
            Route.reading("/api/v1/objections/{id}"),
            Route.posting("/api/v1/objections/{id}/dismissal", MAX_BYTES),
            Route.posting("/api/v1/objections/{id}/upholding", MAX_BYTES));

    private final Api api;
    private final Objections objections;

    /** Answers with objections. */
    public ObjectionResource(Api api, Objections objections) {
        this.api = api;
        this.objections = objections;
    }

    /** A page of those in a state, oldest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "state");
        Objection.State state =
                query.choice("state", Objection.State.class).orElse(Objection.State.OPEN);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(objections.list(session, actor, state, page), ObjectionResource::write)));
    }

    /** An objection. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Objection> objection = PathIds.parse(id);
        return api.read(request, (session, actor) -> Reply.ok(json(objections.find(session, actor, objection))));
    }

    /** Dismisses it. */
    @POST
    @Path("{id}/dismissal")
    @Produces(JSON)
    public Response dismiss(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Objection> objection = PathIds.parse(id);
        String answer = JsonRequest.read(
                body, MAX_BYTES, json -> json.required("answer", Conversions.longText(Reasons.MAX_LENGTH)));
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(json(objections.dismiss(session, actor, objection, answer))));
    }

    /** Upholds it. */
    @POST
    @Path("{id}/upholding")
    @Produces(JSON)
    public Response uphold(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Objection> objection = PathIds.parse(id);
        Upheld upheld = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Money> grant = json.optional("grant", Conversions.MONEY);
            return json.required("answer", Conversions.longText(Reasons.MAX_LENGTH))
                    .map(answer -> new Upheld(answer, grant));
        });
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(
                        json(objections.uphold(session, actor, objection, upheld.grant(), upheld.answer()))));
    }

    static byte[] json(Objection objection) {
        return JsonOutput.document(json -> write(json, objection));
    }

    private static void write(JsonGenerator json, Objection objection) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", objection.id().value());
        json.writeStringField("notice", objection.notice().value());
        json.writeNumberField("position", objection.position());
        json.writeStringField("claim", objection.claim().value());
        json.writeStringField("name", objection.name());
        json.writeStringField("contact", objection.contact());
        json.writeStringField("text", objection.text());
        JsonOutput.instant(json, "at", objection.at());
        MoneyJson.text(json, "recordedBy", objection.recordedBy());
        json.writeStringField("state", objection.state().name());
        json.writeStringField("answer", objection.answer());
        json.writeStringField("decidedBy", objection.decidedBy());
        MoneyJson.instant(json, "decidedAt", objection.decidedAt());
        json.writeEndObject();
    }

    private record Upheld(String answer, Optional<Money> grant) {}
}
