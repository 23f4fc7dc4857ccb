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
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quanlian.model.InvalidValueException;
import org.quanlian.model.Money;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.api.PathIds;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.rest.internal.api.Reply;
import org.quanlian.rest.internal.http.ProblemException;
import org.quanlian.rest.internal.http.ProblemKind;
import org.quanlian.rest.internal.http.RequestLimits.Work;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.documents.Documents;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.vouchers.invoices.InvoiceReader;
import org.quanlian.vouchers.invoices.InvoiceRefusals;
import org.quanlian.vouchers.invoices.ReadInvoice;
import org.quanlian.vouchers.invoices.TypedInvoice;
import org.quanlian.wire.JsonOutput;

/** What an uploaded invoice says of itself, beside what was typed. */
@Path("/documents/{id}/invoice")
public final class DocumentInvoiceResource {
    /** The paths that it answers. */
    static final List<Route> ROUTES =
            List.of(Route.reading("/api/v1/documents/{id}/invoice").as(Work.FILES));

    private static final Duration RETRY_READER_AFTER = Duration.ofSeconds(5);

    private final Api api;
    private final Documents documents;
    private final Supplier<Optional<InvoiceReader>> reader;

    DocumentInvoiceResource(Api api, Documents documents, Supplier<Optional<InvoiceReader>> reader) {
        this.api = api;
        this.documents = documents;
        this.reader = reader;
    }

    /** Reads it, and marks what was typed otherwise. */
    @GET
    @Produces("application/json")
    public Response read(@PathParam("id") String id, @Context HttpServletRequest request) throws IOException {
        Query query = Query.of(request, "number", "code", "issuedOn", "amount");
        TypedInvoice typed = new TypedInvoice(
                query.text("number"),
                query.text("code"),
                query.value("issuedOn", DocumentInvoiceResource::day),
                query.value("amount", Money::parse));
        Id<StoredDocument> name = PathIds.parse(id);
        Api.Ports at = api.ports();
        StoredDocument document =
                at.store().read(session -> documents.show(session, Api.caller(at, session, request), name));
        InvoiceRefusals.requireInvoice(document);
        InvoiceReader by = reader.get()
                .orElseThrow(() -> ProblemException.later(ProblemKind.SERVICE_UNAVAILABLE, "", RETRY_READER_AFTER));
        Optional<ReadInvoice> read;
        // It is as long as its upload was let be.
        try (InputStream content = documents.open(document)) {
            read = by.read(document.content().type(), content.readAllBytes());
        }
        return Api.tell(request, Reply.ok(JsonOutput.document(json -> write(json, read, typed))));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException("date.format", "a day is such as 2025-03-10");
        }
    }

    private static void write(JsonGenerator json, Optional<ReadInvoice> read, TypedInvoice typed) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "dialect", read.map(invoice -> invoice.dialect().name()).orElse(null));
        json.writeArrayFieldStart("readings");
        if (read.isPresent()) {
            for (var reading : read.get().readings().entrySet()) {
                json.writeStartObject();
                json.writeStringField("field", reading.getKey().name());
                json.writeStringField("value", reading.getValue().value());
                json.writeStringField("place", reading.getValue().place());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unclear");
        for (String place : read.map(ReadInvoice::unclear).orElse(List.of())) {
            json.writeString(place);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("differences");
        for (TypedInvoice.Difference difference :
                read.map(typed::differencesFrom).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("field", difference.field().name());
            json.writeStringField("read", difference.read());
            json.writeStringField("typed", difference.typed());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
