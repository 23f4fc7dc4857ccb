package org.quanlian.rest.internal.mails;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.mails.LostMail;
import org.quanlian.wire.JsonOutput;

/** The JSON of mails that were given up. */
final class LostMailJson {
    private LostMailJson() {}

    static byte[] page(Page<LostMail> page) {
        return PageJson.write(page, LostMailJson::write);
    }

    private static void write(JsonGenerator json, LostMail mail) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", mail.id().value());
        json.writeStringField("kind", mail.kind());
        json.writeNumberField("attempts", mail.attempts());
        json.writeStringField("problem", mail.problem());
        JsonOutput.instant(json, "toldAt", mail.toldAt());
        JsonOutput.instant(json, "givenUpAt", mail.givenUpAt());
        json.writeEndObject();
    }
}
