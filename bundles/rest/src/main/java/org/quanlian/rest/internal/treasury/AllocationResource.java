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
import org.quanlian.vouchers.treasury.Allocation;
import org.quanlian.vouchers.treasury.Allocations;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;

/** Allocations of the province's money to cities. */
@Path("/allocations")
public final class AllocationResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/allocations", AllocationResource.MAX_BYTES, "GET", "POST"),
            Route.reading("/api/v1/allocations/{id}"),
            Route.reading("/api/v1/allocations/{id}/claims"));

    private static final int MAX_BYTES = 128 * 1024;
    private static final String JSON = "application/json";

    private final Api api;
    private final Allocations allocations;

    /** Answers with allocations. */
    public AllocationResource(Api api, Allocations allocations) {
        this.api = api;
        this.allocations = allocations;
    }

    /** A page of the allocations of a year, latest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "year");
        int year = Years.required(query);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(allocations.list(session, actor, year, page), AllocationResource::write)));
    }

    /** Allocates the shares of claims. */
    @POST
    @Produces(JSON)
    public Response allocate(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Integer> year = json.required("year", Conversions.number(2000, 2999));
            Optional<Area> city = json.required("city", Conversions.AREA);
            Optional<String> document = json.required("document", Conversions.shortText());
            Optional<LocalDate> date = json.required("date", Conversions.DATE);
            List<Id<VoucherClaim>> claims = json.values(
                            "claims", Allocations.MOST, Conversions.value(text -> new Id<VoucherClaim>(text)))
                    .orElse(List.of());
            return year.flatMap(of -> city.flatMap(in ->
                    document.flatMap(by -> date.map(on -> new Asked(of, in, by, on, claims)))));
        });
        return api.post(request, body, (session, actor) -> {
            Allocation made = allocations.allocate(
                    session, actor, asked.year(), asked.city(), asked.document(), asked.date(), asked.claims());
            return Reply.created("/api/v1/allocations/" + made.id(), JsonOutput.document(json -> write(json, made)));
        });
    }

    /** An allocation. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<Allocation> allocation = PathIds.parse(id);
        return api.read(request, (session, actor) -> {
            Allocation found = allocations.find(session, actor, allocation);
            return Reply.ok(JsonOutput.document(json -> write(json, found)));
        });
    }

    /** The claims of an allocation. */
    @GET
    @Path("{id}/claims")
    @Produces(JSON)
    public Response claims(@PathParam("id") String id, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Id<Allocation> allocation = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) -> Reply.ok(PageJson.write(
                        allocations.claims(session, actor, allocation, page),
                        (json, claim) -> json.writeString(claim.value()))));
    }

    private static void write(JsonGenerator json, Allocation allocation) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", allocation.id().value());
        json.writeNumberField("year", allocation.year());
        json.writeStringField("city", allocation.city().code());
        json.writeStringField("document", allocation.document());
        json.writeStringField("date", allocation.date().toString());
        json.writeNumberField("claims", allocation.claims());
        JsonOutput.money(json, "total", allocation.total());
        json.writeStringField("by", allocation.by());
        JsonOutput.instant(json, "at", allocation.at());
        json.writeEndObject();
    }

    private record Asked(int year, Area city, String document, LocalDate date, List<Id<VoucherClaim>> claims) {}
}
