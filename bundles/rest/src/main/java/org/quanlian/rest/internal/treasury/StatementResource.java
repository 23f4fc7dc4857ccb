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
import org.quanlian.rest.internal.api.PathYears;
import org.quanlian.vouchers.treasury.CityStatement;
import org.quanlian.vouchers.treasury.ProvinceStatement;
import org.quanlian.vouchers.treasury.ShareStatement;
import org.quanlian.vouchers.treasury.Statements;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Statements of money. */
@Path("/statements/{year}")
public final class StatementResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.reading("/api/v1/statements/{year}"), Route.reading("/api/v1/statements/{year}/{city}"));

    private static final String JSON = "application/json";

    private final Api api;
    private final Statements statements;

    /** Answers with statements. */
    public StatementResource(Api api, Statements statements) {
        this.api = api;
        this.statements = statements;
    }

    /** The statement of a year. */
    @GET
    @Produces(JSON)
    public Response province(@PathParam("year") String year, @Context HttpServletRequest request) {
        Query.of(request);
        int of = PathYears.parse(year);
        return api.read(request, (session, actor) -> {
            ProvinceStatement statement = statements.ofProvince(session, actor, of);
            return Reply.ok(JsonOutput.document(json -> write(json, statement)));
        });
    }

    /** The statement of a city. */
    @GET
    @Path("{city}")
    @Produces(JSON)
    public Response city(
            @PathParam("year") String year, @PathParam("city") String city, @Context HttpServletRequest request) {
        Query.of(request);
        int of = PathYears.parse(year);
        Area in = PathYears.area(city);
        return api.read(request, (session, actor) -> {
            CityStatement statement = statements.ofCity(session, actor, of, in);
            return Reply.ok(JsonOutput.document(json -> write(json, statement)));
        });
    }

    private static void write(JsonGenerator json, ProvinceStatement statement) throws IOException {
        json.writeStartObject();
        json.writeNumberField("year", statement.year());
        JsonOutput.money(json, "budget", statement.budget());
        JsonOutput.money(json, "available", statement.available());
        share(json, "province", statement.province());
        share(json, "own", statement.own());
        json.writeArrayFieldStart("cities");
        for (CityStatement city : statement.cities()) {
            write(json, city);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, CityStatement statement) throws IOException {
        json.writeStartObject();
        json.writeNumberField("year", statement.year());
        json.writeStringField("city", statement.city().code());
        JsonOutput.money(json, "budget", statement.budget());
        JsonOutput.money(json, "available", statement.available());
        share(json, "province", statement.province());
        share(json, "own", statement.own());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, ShareStatement share) throws IOException {
        json.writeObjectFieldStart(name);
        JsonOutput.money(json, "committed", share.committed());
        JsonOutput.money(json, "allocated", share.allocated());
        JsonOutput.money(json, "paid", share.paid());
        JsonOutput.money(json, "clawedBack", share.clawedBack());
        JsonOutput.money(json, "recovered", share.recovered());
        JsonOutput.money(json, "toReturn", share.toReturn());
        json.writeEndObject();
    }
}
