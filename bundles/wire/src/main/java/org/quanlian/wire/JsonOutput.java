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
public final class JsonOutput {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 8 * 1024;

    /** Writes one document. */
    @FunctionalInterface
    public interface Body {
        /** Writes the members. */
        void write(JsonGenerator json) throws IOException;
    }

    private JsonOutput() {}

    /** The bytes of one document. */
    public static byte[] document(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A member that is an amount in yuan, as a text with two decimals. */
    public static void money(JsonGenerator json, String name, Money amount) throws IOException {
        json.writeStringField(name, amount.toString());
    }

    /** A member that is a text for people, in both languages. */
    public static void text(JsonGenerator json, String name, LocalizedText text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("zh-CN", text.zh());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    /** A member that is a period of days. */
    public static void period(JsonGenerator json, String name, DateRange period) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("from", period.from().toString());
        json.writeStringField("until", period.until().toString());
        json.writeEndObject();
    }

    /** A member that is an instant, in Asia/Shanghai with its offset. */
    public static void instant(JsonGenerator json, String name, Instant instant) throws IOException {
        json.writeStringField(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ChinaTime.ZONE)));
    }
}
