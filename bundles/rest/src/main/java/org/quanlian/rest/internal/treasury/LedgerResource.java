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
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.treasury.Statements;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The ledger, to read. */
@Path("/ledger")
public final class LedgerResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES =
            List.of(Route.reading("/api/v1/ledger/bookings"), Route.reading("/api/v1/ledger/audit"));

    private static final String JSON = "application/json";

    private final Api api;
    private final Statements statements;

    /** Answers with the ledger. */
    public LedgerResource(Api api, Statements statements) {
        this.api = api;
        this.statements = statements;
    }

    /** A page of the bookings of a year, oldest first. */
    @GET
    @Path("bookings")
    @Produces(JSON)
    public Response bookings(@Context HttpServletRequest request) {
        Query query = Query.of(request, "limit", "cursor", "year");
        int year = Years.required(query);
        Page.Request page = query.page();
        return api.read(
                request,
                (session, actor) -> Reply.ok(
                        PageJson.write(statements.bookings(session, actor, year, page), LedgerResource::write)));
    }

    /** Adds up the whole ledger. */
    @GET
    @Path("audit")
    @Produces(JSON)
    public Response audit(@Context HttpServletRequest request) {
        Query.of(request);
        return api.read(request, (session, actor) -> {
            LedgerAudit audit = statements.audit(session, actor);
            return Reply.ok(JsonOutput.document(json -> write(json, audit)));
        });
    }

    private static void write(JsonGenerator json, Booking booking) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", booking.id().value());
        json.writeStringField("kind", booking.kind().name());
        json.writeNumberField("year", booking.year());
        MoneyJson.id(json, "claim", booking.claim());
        json.writeStringField("by", booking.actorName());
        JsonOutput.instant(json, "at", booking.at());
        json.writeStringField("reference", booking.reference());
        json.writeStringField("note", booking.note());
        json.writeArrayFieldStart("entries");
        for (Booking.Entry entry : booking.entries()) {
            json.writeStartObject();
            json.writeStringField("account", entry.account().code());
            json.writeStringField("book", entry.account().book());
            JsonOutput.money(json, "amount", entry.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LedgerAudit audit) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("clean", audit.isClean());
        json.writeNumberField("accounts", audit.accounts());
        json.writeNumberField("bookings", audit.bookings());
        json.writeNumberField("entries", audit.entries());
        json.writeArrayFieldStart("faults");
        for (LedgerAudit.Fault fault : audit.faults()) {
            json.writeStartObject();
            json.writeStringField("sort", fault.sort().name());
            json.writeStringField("where", fault.where());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
