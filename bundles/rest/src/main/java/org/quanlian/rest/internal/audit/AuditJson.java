package org.quanlian.rest.internal.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.audit.Anchor;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.RowChange;

/** The trail in JSON: the members of an exported line, by the same names. */
final class AuditJson {
    private AuditJson() {}

    static byte[] entries(Page<AuditEntry> page) {
        return PageJson.write(page, AuditJson::write);
    }

    static byte[] anchors(Page<Anchor> page) {
        return PageJson.write(page, (json, anchor) -> {
            json.writeStartObject();
            json.writeNumberField("anchor", anchor.head().seq());
            json.writeStringField("digest", anchor.head().digest());
            json.writeStringField("at", anchor.at().toString());
            json.writeStringField("key", anchor.key());
            json.writeStringField("signature", anchor.signature());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, AuditEntry entry) throws IOException {
        AuditEntry.Deed deed = entry.deed();
        json.writeStartObject();
        json.writeNumberField("seq", entry.seq());
        json.writeStringField("id", deed.id());
        json.writeStringField("at", deed.at().toString());
        json.writeStringField("account", deed.who().account());
        json.writeStringField("role", deed.who().role());
        json.writeStringField("organisation", deed.who().organisation());
        json.writeStringField("source", deed.source());
        json.writeStringField("trace", deed.trace());
        json.writeStringField("operation", deed.operation());
        json.writeStringField("subject", deed.subject());
        json.writeStringField("outcome", entry.outcome().kind().name());
        json.writeNumberField("status", entry.outcome().status());
        json.writeStringField("code", entry.outcome().code());
        json.writeArrayFieldStart("changes");
        for (RowChange change : entry.changes()) {
            json.writeStartObject();
            json.writeStringField("table", change.table());
            json.writeStringField("key", change.key());
            json.writeStringField("before", change.before());
            json.writeStringField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("algorithm", entry.algorithm());
        json.writeStringField("previous", entry.previous());
        json.writeStringField("digest", entry.digest());
        json.writeEndObject();
    }
}
