package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes a problem as {@code application/problem+json}: Chinese in the standard members, both languages in {@code messages}. */
public final class ProblemWriter {
    /** The JSON of a problem, in UTF-8. */
    public byte[] write(Problem problem) {
        return JsonOutput.document(json -> problem(json, problem));
    }

    private static void problem(JsonGenerator json, Problem problem) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", problem.type());
        json.writeStringField("title", problem.title().zh());
        json.writeNumberField("status", problem.status());
        json.writeStringField("detail", problem.detail().zh());
        if (problem.code().isPresent()) {
            json.writeStringField("code", problem.code().get());
        }
        json.writeStringField("traceId", problem.traceId());
        JsonOutput.text(json, "messages", problem.detail());
        json.writeArrayFieldStart("errors");
        for (FieldError error : problem.errors()) {
            json.writeStartObject();
            json.writeStringField("pointer", error.pointer());
            json.writeStringField("code", error.code());
            JsonOutput.text(json, "message", error.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
