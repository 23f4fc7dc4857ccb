package org.quanlian.rest.internal.documents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.OrderDesk;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.documents.DocumentRefusals;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.documents.KeptContent;
import org.quanlian.vouchers.documents.StoredDocument;

/** Documents: uploaded as they are, shown to those whom they concern. */
@Path("/")
public final class DocumentsResource {
    /** The paths that it answers. */
    public static final List<Route> ROUTES = List.of(
            Route.uploading("/api/v1/documents", "GET", "POST"),
            Route.reading("/api/v1/documents/{id}"),
            Route.reading("/api/v1/documents/{id}/content").as(Work.FILES),
            Route.reading("/api/v1/documents/{id}/views"),
            Route.reading("/api/v1/personal-views"));

    /** The longest that an upload may take. */
    static final Duration UPLOAD_BOUND = Duration.ofMinutes(10);

    private static final String JSON = "application/json";
    private static final int BUFFER = 16 * 1024;
    private static final int CREATED = 201;

    private final Api api;
    private final Documents documents;

    /** Answers with the use cases of documents. */
    public DocumentsResource(Api api, OrderDesk desk) {
        this.api = api;
        this.documents = desk.documents();
    }

    /** The documents of the caller's organisation, newest first. */
    @GET
    @Path("documents")
    @Produces(JSON)
    public Response own(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(request, (session, actor) -> Reply.ok(DocumentJson.page(documents.own(session, actor, page))));
    }

    /** Uploads a document: its bytes are the body. */
    @POST
    @Path("documents")
    @Produces(JSON)
    public Response upload(@Context HttpServletRequest request) throws IOException {
        Query query = Query.of(request, "purpose", "name");
        DocumentPurpose purpose =
                query.choice("purpose", DocumentPurpose.class).orElseThrow(() -> DocumentRefusals.purpose());
        String name = query.text("name").orElse("");
        String declared = Optional.ofNullable(request.getContentType()).orElse("");
        Api.Ports at = api.ports();
        // Three steps, as no transaction may wait for a client.
        Documents.Upload upload = at.store()
                .read(session -> documents.begin(session, Api.caller(at, session, request), purpose, name, declared));
        KeptContent content = receive(request, upload);
        StoredDocument document = at.store()
                .write(session -> documents.finish(session, Api.caller(at, session, request), upload, content));
        byte[] json = DocumentJson.one(document);
        return Response.status(CREATED)
                .header("Location", "/api/v1/documents/" + document.id())
                .header("Content-Length", json.length)
                .type(JSON)
                .entity(json)
                .build();
    }

    /** What is known of a document. */
    @GET
    @Path("documents/{id}")
    @Produces(JSON)
    public Response show(@PathParam("id") String id, @Context HttpServletRequest request) {
        Query.of(request);
        Id<StoredDocument> document = PathIds.parse(id);
        return api.read(
                request, (session, actor) -> Reply.ok(DocumentJson.one(documents.show(session, actor, document))));
    }

    /** Its content. */
    @GET
    @Path("documents/{id}/content")
    public Response content(@PathParam("id") String id, @Context HttpServletRequest request) throws IOException {
        Query.of(request);
        Id<StoredDocument> name = PathIds.parse(id);
        Api.Ports at = api.ports();
        StoredDocument document =
                at.store().write(session -> documents.look(session, Api.caller(at, session, request), name));
        InputStream content = documents.open(document);
        if (request.getMethod().equals("HEAD")) {
            // Nobody will read it to its end.
            content.close();
        }
        StreamingOutput body = out -> {
            try (content) {
                byte[] buffer = new byte[BUFFER];
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    out.write(buffer, 0, read);
                }
            }
        };
        return Response.ok(body)
                .type(document.content().type().mediaType())
                .header("Content-Length", document.content().size())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(document.name()))
                .header("ETag", '"' + document.content().sha256() + '"')
                .build();
    }

    /** Who looked at it, when it is personal. */
    @GET
    @Path("documents/{id}/views")
    @Produces(JSON)
    public Response views(@PathParam("id") String id, @Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        Id<StoredDocument> document = PathIds.parse(id);
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(DocumentJson.views(documents.views(session, actor, Optional.of(document), page))));
    }

    /** Who looked at anything personal. */
    @GET
    @Path("personal-views")
    @Produces(JSON)
    public Response allViews(@Context HttpServletRequest request) {
        Page.Request page = Query.of(request, "limit", "cursor").page();
        return api.read(
                request,
                (session, actor) ->
                        Reply.ok(DocumentJson.views(documents.views(session, actor, Optional.empty(), page))));
    }

    private KeptContent receive(HttpServletRequest request, Documents.Upload upload) throws IOException {
        InputStream body = new TimedStream(request.getInputStream(), UPLOAD_BOUND, System::nanoTime);
        try {
            return documents.receive(upload, body);
        } catch (RefusedException e) {
            if (e.code().equals("document.too-large")) {
                throw ProblemException.refused(
                        ProblemKind.CONTENT_TOO_LARGE, new ProblemException.Refusal(e.code(), e.text()));
            }
            throw e;
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
