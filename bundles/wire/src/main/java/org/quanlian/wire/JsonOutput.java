package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.DateRange;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LocalizedText;

/** Writes JSON in UTF-8 by hand-picked members, so that the shape is the contract's and nobody's class layout. */
final class JsonOutput {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 8 * 1024;

    /** Writes one document. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private JsonOutput() {}

    static byte[] document(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void money(JsonGenerator json, String name, Money amount) throws IOException {
        json.writeStringField(name, amount.toString());
    }

    static void text(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("zh-CN", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    static void period(JsonGenerator json, String name, DateRange period) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("from", period.from().toString());
        json.writeStringField("until", period.until().toString());
        json.writeEndObject();
    }

    static void instant(JsonGenerator json, String name, Instant instant) throws IOException {
        json.writeStringField(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ChinaTime.ZONE)));
    }
}
