package org.quanlian.rest.internal.papers;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.papers.IssuedPaper;
import org.quanlian.vouchers.papers.PaperOffice;
import org.quanlian.wire.JsonOutput;

/** Tells anybody who has a digest whether this node gave out such a paper. */
@Path("/papers/{digest}")
public final class PaperVerificationResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES = List.of(Route.reading("/api/v1/papers/{digest}"));

    private final Api api;
    private final PaperOffice office;

    PaperVerificationResource(Api api, PaperOffice office) {
        this.api = api;
        this.office = office;
    }

    /** Which paper that is, when, and for which claim; nothing of what stands on it. */
    @GET
    @Produces("application/json")
    public Response verify(@PathParam("digest") String digest, @Context HttpServletRequest request) {
        Query.of(request);
        return api.readOpenly(request, session -> {
            IssuedPaper paper = office.verify(session, digest);
            return Reply.ok(JsonOutput.document(json -> write(json, paper, digest)));
        });
    }

    private static void write(JsonGenerator json, IssuedPaper paper, String digest) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", paper.kind().name());
        json.writeStringField("reference", paper.reference());
        JsonOutput.instant(json, "issuedAt", paper.at());
        boolean file = paper.file().equals(digest.toLowerCase(Locale.ROOT));
        json.writeStringField("matches", file ? "FILE" : "CONTENT");
        json.writeEndObject();
    }
}
