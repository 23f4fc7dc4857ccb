package org.quanlian.rest.internal.publication;

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
import org.quanlian.rest.internal.api.PathYears;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.MoneyUseCases;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.publication.Notices;
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.Objections;
import org.quanlian.vouchers.publication.PublicNotice;
import org.quanlian.wire.Conversions;
import org.quanlian.wire.JsonOutput;
import org.quanlian.wire.JsonRequest;

/** Public notices, for everybody. */
@Path("/notices")
public final class NoticeResource {
    private static final int MAX_BYTES = 128 * 1024;
    private static final int MAX_OBJECTION_BYTES = 16 * 1024;
    private static final String LINE = "/api/v1/notices/{id}/lines/{position}";
    private static final String JSON = "application/json";

    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.of("/api/v1/notices", MAX_BYTES, "GET", "POST"),
            Route.reading("/api/v1/notices/{id}"),
            Route.reading("/api/v1/notices/{id}/lines"),
            Route.posting(LINE + "/objections", MAX_OBJECTION_BYTES).openly(),
            Route.posting(LINE + "/paper-objections", MAX_OBJECTION_BYTES));

    private final Api api;
    private final Notices notices;
    private final Objections objections;

    /** Answers with notices. */
    public NoticeResource(Api api, MoneyUseCases money) {
        this.api = api;
        this.notices = money.notices();
        this.objections = money.objections();
    }

    /** A page of notices, latest first. */
    @GET
    @Produces(JSON)
    public Response list(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.readOpenly(
                request, session -> Reply.ok(PageJson.write(notices.list(session, page), NoticeResource::write)));
    }

    /** Posts a notice. */
    @POST
    @Produces(JSON)
    public Response post(@Context HttpServletRequest request, byte[] body) {
        Query.of(request);
        Asked asked = JsonRequest.read(body, MAX_BYTES, json -> {
            Optional<Integer> year = json.required("year", Conversions.number(2000, 2999));
            Optional<String> title = json.required("title", Conversions.shortText());
            List<Id<VoucherClaim>> claims = json.values(
                            "claims", Notices.MOST, Conversions.value(text -> new Id<VoucherClaim>(text)))
                    .orElse(List.of());
            return year.flatMap(of -> title.map(as -> new Asked(of, as, claims)));
        });
        return api.post(request, body, (session, actor) -> {
            PublicNotice posted = notices.post(session, actor, asked.year(), asked.title(), asked.claims());
            return Reply.created("/api/v1/notices/" + posted.id(), JsonOutput.document(json -> write(json, posted)));
        });
    }

    /** A notice. */
    @GET
    @Path("{id}")
    @Produces(JSON)
    public Response find(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<PublicNotice> notice = PathIds.parse(id);
        return api.readOpenly(request, session -> {
            PublicNotice found = notices.find(session, notice);
            return Reply.ok(JsonOutput.document(json -> write(json, found)));
        });
    }

    /** The lines of a notice. */
    @GET
    @Path("{id}/lines")
    @Produces(JSON)
    public Response lines(@PathParam("id") String id, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Id<PublicNotice> notice = PathIds.parse(id);
        return api.readOpenly(
                request,
                session -> Reply.ok(PageJson.write(notices.entries(session, notice, page), NoticeResource::write)));
    }

    /** Files an objection; anybody may. */
    @POST
    @Path("{id}/lines/{position}/objections")
    @Produces(JSON)
    public Response file(
            @PathParam("id") String id,
            @PathParam("position") String position,
            @Context HttpServletRequest request,
            byte[] body) {
        Query.of(request);
        Id<PublicNotice> notice = PathIds.parse(id);
        int line = PathYears.number(position);
        Objections.Statement statement = statement(body);
        return api.postOpenly(request, session -> {
            Objection filed = objections.file(session, notice, line, statement);
            return Reply.created("/api/v1/objections/" + filed.id(), JsonOutput.document(json -> {
                json.writeStartObject();
                json.writeStringField("id", filed.id().value());
                JsonOutput.instant(json, "at", filed.at());
                json.writeEndObject();
            }));
        });
    }

    /** Writes down an objection that came on paper. */
    @POST
    @Path("{id}/lines/{position}/paper-objections")
    @Produces(JSON)
    public Response record(
            @PathParam("id") String id,
            @PathParam("position") String position,
            @Context HttpServletRequest request,
            byte[] body) {
        Query.of(request);
        Id<PublicNotice> notice = PathIds.parse(id);
        int line = PathYears.number(position);
        Objections.Statement statement = statement(body);
        return api.post(request, body, (session, actor) -> {
            Objection recorded = objections.record(session, actor, notice, line, statement);
            return Reply.created("/api/v1/objections/" + recorded.id(), ObjectionResource.json(recorded));
        });
    }

    private static Objections.Statement statement(byte[] body) {
        return JsonRequest.read(body, MAX_OBJECTION_BYTES, json -> {
            Optional<String> name = json.required("name", Conversions.shortText());
            Optional<String> contact = json.required("contact", Conversions.shortText());
            Optional<String> text = json.required("text", Conversions.longText(Objections.MAX_TEXT));
            return name.flatMap(
                    who -> contact.flatMap(at -> text.map(what -> new Objections.Statement(who, at, what))));
        });
    }

    private static void write(JsonGenerator json, PublicNotice notice) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", notice.id().value());
        json.writeNumberField("year", notice.year());
        json.writeStringField("title", notice.title());
        json.writeStringField("postedOn", notice.postedOn().toString());
        json.writeStringField("lastDay", notice.lastDay().toString());
        json.writeNumberField("claims", notice.claims());
        JsonOutput.money(json, "total", notice.total());
        json.writeEndObject();
    }

    /** What the public sees of a line: not the claim's own name. */
    private static void write(JsonGenerator json, NoticeEntry entry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("position", entry.position());
        json.writeStringField("applicant", entry.applicant());
        json.writeStringField("city", entry.city().code());
        JsonOutput.money(json, "amount", entry.amount());
        json.writeStringField("state", entry.state().name());
        json.writeStringField("lastDay", entry.lastDay().toString());
        json.writeEndObject();
    }

    private record Asked(int year, String title, List<Id<VoucherClaim>> claims) {}
}
