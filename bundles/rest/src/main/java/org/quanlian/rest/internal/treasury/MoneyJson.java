package org.quanlian.rest.internal.treasury;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.wire.JsonOutput;

/** JSON that several resources about money write. */
public final class MoneyJson {
    private MoneyJson() {}

    /** A claim after a move. */
    public static byte[] moved(VoucherClaim claim) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeStringField("id", claim.id().value());
            json.writeStringField("number", claim.number());
            json.writeStringField("state", claim.state().name());
            if (claim.approved().isPresent()) {
                json.writeObjectFieldStart("approved");
                JsonOutput.money(json, "grant", claim.approved().get().grant());
                JsonOutput.money(json, "provinceShare", claim.approved().get().provinceShare());
                JsonOutput.money(json, "cityShare", claim.approved().get().cityShare());
                JsonOutput.money(json, "cityExtra", claim.approved().get().cityExtra());
                json.writeEndObject();
            } else {
                json.writeNullField("approved");
            }
            json.writeNumberField("version", claim.version());
            json.writeEndObject();
        });
    }

    /** A name, or null. */
    public static void id(JsonGenerator json, String name, Optional<? extends Id<?>> id) throws IOException {
        text(json, name, id.map(Id::value));
    }

    /** A text, or null. */
    public static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        } else {
            json.writeNullField(name);
        }
    }

    /** An instant, or null. */
    public static void instant(JsonGenerator json, String name, Optional<Instant> instant) throws IOException {
        if (instant.isPresent()) {
            JsonOutput.instant(json, name, instant.get());
        } else {
            json.writeNullField(name);
        }
    }
}
