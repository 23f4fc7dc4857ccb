package org.quanlian.rest.internal.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.vouchers.exchange.Settlement;
import org.quanlian.wire.JsonOutput;

/** The JSON of statements of services across provinces. */
final class SettlementJson {
    private SettlementJson() {}

    static byte[] whole(Settlement settlement) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            members(json, settlement);
            JsonOutput.money(json, "invoiced", settlement.invoiced());
            JsonOutput.money(json, "paid", settlement.paid());
            json.writeArrayFieldStart("lines");
            for (Settlement.Line line : settlement.lines()) {
                json.writeStartObject();
                json.writeStringField("claim", line.claim());
                json.writeStringField("provider", line.provider().value());
                json.writeStringField("name", line.name());
                JsonOutput.money(json, "invoiced", line.invoiced());
                JsonOutput.money(json, "paid", line.paid());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static void head(JsonGenerator json, Settlement settlement) throws IOException {
        json.writeStartObject();
        members(json, settlement);
        json.writeEndObject();
    }

    private static void members(JsonGenerator json, Settlement settlement) throws IOException {
        json.writeStringField("id", settlement.id().value());
        json.writeStringField("partner", settlement.partner().code());
        json.writeStringField("direction", settlement.direction().name());
        json.writeNumberField("year", settlement.year());
        JsonOutput.instant(json, "madeAt", settlement.madeAt());
        json.writeStringField("state", settlement.state().name());
        if (settlement.answer().isPresent()) {
            Settlement.Answer answer = settlement.answer().get();
            json.writeObjectFieldStart("answer");
            json.writeStringField("reason", answer.reason());
            json.writeStringField("by", answer.by());
            JsonOutput.instant(json, "at", answer.at());
            json.writeEndObject();
        }
    }
}
