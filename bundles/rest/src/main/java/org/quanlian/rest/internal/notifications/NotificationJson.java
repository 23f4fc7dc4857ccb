package org.quanlian.rest.internal.notifications;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.notifications.Received;
import org.quanlian.wire.JsonOutput;

/** The JSON of notifications. */
final class NotificationJson {
    private NotificationJson() {}

    static byte[] page(Page<Received> page) {
        return PageJson.write(page, NotificationJson::write);
    }

    static byte[] one(Received received) {
        return JsonOutput.document(json -> write(json, received));
    }

    private static void write(JsonGenerator json, Received received) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", received.id().value());
        json.writeStringField("kind", received.notification().kind());
        json.writeStringField("subject", received.notification().subject());
        JsonOutput.text(json, "text", received.notification().text());
        JsonOutput.instant(json, "at", received.notification().at());
        if (received.readAt().isPresent()) {
            JsonOutput.instant(json, "readAt", received.readAt().get());
        } else {
            json.writeNullField("readAt");
        }
        json.writeEndObject();
    }
}
