package org.quanlian.rest.internal.integrity;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.vouchers.integrity.Recovery;
import org.quanlian.wire.JsonOutput;

/** The JSON of money that came back. */
public final class RecoveryJson {
    private RecoveryJson() {}

    /** Writes it. */
    public static void write(JsonGenerator json, Recovery recovery) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", recovery.id().value());
        JsonOutput.money(json, "province", recovery.parts().province());
        JsonOutput.money(json, "city", recovery.parts().city());
        json.writeStringField("receivedOn", recovery.receivedOn().toString());
        json.writeStringField("bankReference", recovery.bankReference());
        json.writeStringField("by", recovery.by());
        JsonOutput.instant(json, "at", recovery.at());
        json.writeEndObject();
    }
}
