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
import org.quanlian.vouchers.integrity.Violation;
import org.quanlian.vouchers.integrity.Violations;
import org.quanlian.vouchers.registry.Organisation;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.quanlian.wire.JsonObject;

/** The record of integrity. */
@Path("/violations")
public final class ViolationResource {
    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_DESCRIPTION = 2000;
    private static final int MAX_PERSONS = 20;
    private static final int MAX_EVIDENCE = 50;
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/violations", MAX_BYTES, "GET", "POST"),
            Route.reading("/api/v1/violations/{id}"),
            Route.posting("/api/v1/violations/{id}/withdrawal", MAX_BYTES));

    private final Api api;
    private final Violations violations;

    /** Answers with violations. */
    public ViolationResource(Api api, Violations violations) {
        this.api = api;
        this.violations = violations;
    }

    /** A page of those that the caller may see, latest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(PageJson.write(violations.list(session, actor, page), ViolationResource::write)));
    }

    /** Records one. */
    @POST
    @Produces(JSON)
    public Response record(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Violations.Found found = JsonRequest.read(body, MAX_BYTES, ViolationResource::found);
        return api.post(request, body, (session, actor) -> {
            Violation recorded = violations.record(session, actor, found);
            return Reply.created("/api/v1/violations/" + recorded.id(), json(recorded));
        });
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Violation> violation = PathIds.parse(id);
        return api.read(request, (session, actor) -> Reply.ok(json(violations.find(session, actor, violation))));
    }

    /** Withdraws one that was wrong. */
    @POST
    @Path("{id}/withdrawal")
    @Produces(JSON)
    public Response withdraw(@PathParam("id") String id, @Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Id<Violation> violation = PathIds.parse(id);
        String reason = JsonRequest.read(
                body, MAX_BYTES, json -> json.required("reason", Conversions.longText(Reasons.MAX_LENGTH)));
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(json(violations.withdraw(session, actor, violation, reason))));
    }

    private static Optional<Violations.Found> found(JsonObject json) {
        Optional<Id<Organisation>> organisation =
                json.required("organisation", Conversions.value(text -> new Id<Organisation>(text)));
        Optional<Id<VoucherClaim>> claim =
                json.optional("claim", Conversions.value(text -> new Id<VoucherClaim>(text)));
        Optional<Integer> year = json.required("year", Conversions.number(2000, 2999));
        Optional<Violation.Conduct> conduct =
                json.required("conduct", Conversions.oneOf(Violation.Conduct.class));
        Optional<Violation.Severity> severity =
                json.required("severity", Conversions.oneOf(Violation.Severity.class));
        Optional<String> description = json.required("description", Conversions.longText(MAX_DESCRIPTION));
        List<String> persons =
                json.values("persons", MAX_PERSONS, Conversions.shortText()).orElse(List.of());
        List<Id<?>> evidence = json.<Id<?>>values(
                        "evidence", MAX_EVIDENCE, Conversions.value(text -> new Id<Object>(text)))
                .orElse(List.of());
        Optional<LocalDate> foundOn = json.required("foundOn", Conversions.DATE);
        boolean suspend = json.optional("suspend", Conversions.YES_NO).orElse(false);
        return organisation.flatMap(who -> year.flatMap(of -> conduct.flatMap(did -> severity.flatMap(grave ->
                description.flatMap(what -> foundOn.map(on -> new Violations.Found(
                        who, claim, of, did, grave, what, persons, evidence, on, suspend)))))));
    }

    private static byte[] json(Violation violation) {
        return JsonOutput.document(json -> write(json, violation));
    }

    private static void write(JsonGenerator json, Violation violation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", violation.id().value());
        json.writeStringField("organisation", violation.organisation().value());
        json.writeStringField("name", violation.organisationName());
        json.writeStringField("city", violation.city().code());
        MoneyJson.id(json, "claim", violation.claim());
        json.writeStringField("conduct", violation.conduct().name());
        json.writeStringField("severity", violation.severity().name());
        json.writeStringField("clause", violation.clause());
        json.writeStringField("description", violation.description());
        json.writeArrayFieldStart("persons");
        for (String person : violation.persons()) {
            json.writeString(person);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evidence");
        for (Id<?> document : violation.evidence()) {
            json.writeString(document.value());
        }
        json.writeEndArray();
        json.writeStringField("foundOn", violation.foundOn().toString());
        if (violation.suspension().isPresent()) {
            JsonOutput.period(json, "suspension", violation.suspension().get());
        } else {
            json.writeNullField("suspension");
        }
        json.writeStringField("by", violation.by());
        JsonOutput.instant(json, "at", violation.at());
        if (violation.withdrawn().isPresent()) {
            json.writeObjectFieldStart("withdrawn");
            json.writeStringField("reason", violation.withdrawn().get().reason());
            json.writeStringField("by", violation.withdrawn().get().by());
            JsonOutput.instant(json, "at", violation.withdrawn().get().at());
            json.writeEndObject();
        } else {
            json.writeNullField("withdrawn");
        }
        json.writeEndObject();
    }
}
