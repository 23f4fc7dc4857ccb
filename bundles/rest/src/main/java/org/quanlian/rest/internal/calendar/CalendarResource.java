package org.quanlian.rest.internal.calendar;

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
import java.time.LocalDate;
import org.quanlian.rest.internal.api.PathYears;
import org.quanlian.vouchers.calendar.CalendarUpdates;
import org.quanlian.vouchers.calendar.CalendarYear;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The calendars of working days. */
@Path("/calendars")
public final class CalendarResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/calendars", CalendarResource.MAX_BYTES, "GET", "POST"),
            Route.reading("/api/v1/calendars/{year}"));

    private static final int MAX_BYTES = 32 * 1024;
    private static final int MAX_DAYS = 366;
    private static final String JSON = "application/json";

    private final Api api;
    private final CalendarUpdates calendars;

    /** Answers with calendars. */
    public CalendarResource(Api api, CalendarUpdates calendars) {
        this.api = api;
        this.calendars = calendars;
    }

    /** A page of calendars, latest year first, for everybody. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.readOpenly(
                request,
                session -> Reply.ok(PageJson.write(calendars.list(session, page), CalendarResource::write)));
    }

    /** The calendar of a year, for everybody. */
    @GET
    @Path("{year}")
    @Produces(JSON)
    public Response find(@PathParam("year") String year, @Context HttpServletRequest request) {
        Query.of(request);
        int of = PathYears.parse(year);
        return api.readOpenly(request, session -> Reply.ok(json(calendars.find(session, of))));
    }

    /** Puts the calendar of a year in place. */
    @POST
    @Produces(JSON)
    public Response put(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Integer> year = json.required("year", Conversions.number(CalendarYear.FIRST, CalendarYear.LAST));
            Optional<List<LocalDate>> off = json.values("daysOff", MAX_DAYS, Conversions.DATE);
            Optional<List<LocalDate>> worked = json.values("workedWeekends", MAX_DAYS, Conversions.DATE);
            Optional<String> source = json.required("source", Conversions.shortText());
            return year.flatMap(of -> source.map(
                    from -> new Asked(of, off.orElse(List.of()), worked.orElse(List.of()), from)));
        });
        return api.post(
                request,
                body,
                (session, actor) -> Reply.ok(json(calendars.put(
                        session,
                        actor,
                        new CalendarYear(asked.year(), asked.daysOff(), asked.workedWeekends(), asked.source())))));
    }

    private static byte[] json(CalendarYear calendar) {
        return JsonOutput.document(json -> write(json, calendar));
    }

    private static void write(JsonGenerator json, CalendarYear calendar) throws IOException {
        json.writeStartObject();
        json.writeNumberField("year", calendar.year());
        days(json, "daysOff", calendar.daysOff());
        days(json, "workedWeekends", calendar.workedWeekends());
        json.writeNumberField("workingDays", calendar.workingDays());
        json.writeStringField("source", calendar.source());
        json.writeEndObject();
    }

    private static void days(JsonGenerator json, String name, List<LocalDate> days) throws IOException {
        json.writeArrayFieldStart(name);
        for (LocalDate day : days) {
            json.writeString(day.toString());
        }
        json.writeEndArray();
    }

    private record Asked(int year, List<LocalDate> daysOff, List<LocalDate> workedWeekends, String source) {}
}
