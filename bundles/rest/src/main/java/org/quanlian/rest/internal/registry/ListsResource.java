package org.quanlian.rest.internal.registry;

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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.ShortText;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.lists.LineProblem;
import org.quanlian.vouchers.lists.ListImport;
import org.quanlian.vouchers.lists.ListKind;
import org.quanlian.vouchers.lists.ListReading;
import org.quanlian.vouchers.registry.RegistryOffice;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.JsonOutput;

/** Lists from outside, imported as CSV. */
@Path("/lists")
public final class ListsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(Route.uploading("/api/v1/lists/{kind}/imports", "GET", "POST"));

    /** The most bytes of a file. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    private static final String JSON = "application/json";

    private final Api api;
    private final RegistryOffice office;

    /** Answers with the lists. */
    public ListsResource(Api api, RegistryOffice office) {
        this.api = api;
        this.office = office;
    }

    /** The imports of a list, the last first. */
    @GET
    @Path("{kind}/imports")
    @Produces(JSON)
    public Response list(@PathParam("kind") String text, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(request, (session, actor) -> {
            office.lists().requireReader(actor);
            Page<ListImport> lists = office.lists().list(session, actor, kind(text), page);
            return Reply.ok(PageJson.write(lists, ListsResource::write));
        });
    }

    /** Imports a list, whole or not at all. */
    @POST
    @Path("{kind}/imports")
    @Produces(JSON)
    public Response add(@PathParam("kind") String text, @Context HttpServletRequest request, InputStream body) {
        Query query = Query.of(request, "asOf", "series");
        LocalDate asOf = query.value("asOf", ListsResource::date)
                .orElseThrow(() -> ProblemException.told(ProblemKind.INVALID_PARAMETER, "value", "asOf"));
        String series = query.value("series", ShortText::require).orElse("");
        // Whoever may not import is told so before the file is read.
        api.read(request, (session, actor) -> {
            office.lists().requireImporter(actor);
            return Reply.noContent();
        });
        ListKind kind = kind(text);
        byte[] file = read(body);
        CsvFile csv = CsvFile.read(file);
        refuse(csv.problems());
        ListReading reading = office.listReader().read(kind, csv.lines());
        refuse(reading.problems());
        String digest = digest(file);
        return api.post(request, (digest + asOf + series).getBytes(StandardCharsets.UTF_8), (session, actor) -> {
            ListImport list = office.lists().add(session, actor, kind, series, asOf, digest, reading);
            return Reply.created("/api/v1/lists/" + kind + "/imports", JsonOutput.document(json -> write(json, list)));
        });
    }

    private static void write(JsonGenerator json, ListImport list) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", list.id().value());
        json.writeStringField("kind", list.kind().name());
        json.writeStringField("series", list.series());
        json.writeStringField("asOf", list.asOf().toString());
        json.writeStringField("sha256", list.digest());
        json.writeNumberField("lines", list.lines());
        JsonOutput.instant(json, "importedAt", list.at());
        json.writeEndObject();
    }

    private static void refuse(List<LineProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.invalid(problems.stream()
                    .map(problem -> new FieldError(pointer(problem), "list.line", problem.text()))
                    .toList());
        }
    }

    /** Where a problem is, as a pointer into the file: its line, counted as editors do, and its column. */
    private static String pointer(LineProblem problem) {
        if (problem.line() == 0) {
            return "";
        }
        String column = problem.column().replace("~", "~0").replace("/", "~1");
        return "/lines/" + problem.line() + (column.isEmpty() ? "" : "/" + column);
    }

    private static ListKind kind(String text) {
        return Arrays.stream(ListKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemKind.NOT_FOUND));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException("date.format", e.getMessage());
        }
    }

    private static byte[] read(InputStream body) {
        try {
            byte[] file = body.readNBytes(MAX_BYTES + 1);
            if (file.length > MAX_BYTES) {
                throw ProblemException.of(ProblemKind.CONTENT_TOO_LARGE, MAX_BYTES);
            }
            return file;
        } catch (IOException e) {
            throw ProblemException.of(ProblemKind.UNREADABLE_BODY);
        }
    }

    private static String digest(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
