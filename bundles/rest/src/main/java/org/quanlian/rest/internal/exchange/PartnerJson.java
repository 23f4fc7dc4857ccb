package org.quanlian.rest.internal.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.quanlian.vouchers.exchange.PartnerHealth;
import org.quanlian.vouchers.exchange.PartnerRecord;
import org.quanlian.wire.JsonOutput;

/** The JSON of partners. */
final class PartnerJson {
    private PartnerJson() {}

    static byte[] list(List<PartnerHealth> partners) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (PartnerHealth partner : partners) {
                write(json, partner);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, PartnerHealth health) throws IOException {
        PartnerRecord partner = health.partner();
        json.writeStartObject();
        json.writeStringField("province", partner.province().code());
        JsonOutput.text(json, "name", partner.name());
        json.writeStringField("endpoint", partner.endpoint());
        json.writeStringField("state", partner.state().name());
        JsonOutput.period(json, "validity", partner.validity());
        codes(json, "receive", partner.receive());
        codes(json, "send", partner.send());
        json.writeStringField("health", health.colour().name());
        json.writeArrayFieldStart("reasons");
        for (PartnerHealth.Reason reason : health.reasons()) {
            json.writeStartObject();
            json.writeStringField("health", reason.colour().name());
            json.writeStringField("code", reason.code());
            JsonOutput.text(json, "message", reason.text());
            instant(json, "since", reason.since());
            json.writeEndObject();
        }
        json.writeEndArray();
        instant(json, "answeredAt", health.answeredAt());
        json.writeNumberField("waiting", health.waiting());
        instant(json, "oldestWaiting", health.oldestWaiting());
        json.writeNumberField("refused", health.refused());
        json.writeNumberField("givenUp", health.givenUp());
        json.writeEndObject();
    }

    private static void codes(JsonGenerator json, String name, SortedSet<String> codes) throws IOException {
        json.writeArrayFieldStart(name);
        for (String code : codes) {
            json.writeString(code);
        }
        json.writeEndArray();
    }

    static void instant(JsonGenerator json, String name, Optional<Instant> instant) throws IOException {
        if (instant.isPresent()) {
            JsonOutput.instant(json, name, instant.get());
        }
    }
}
