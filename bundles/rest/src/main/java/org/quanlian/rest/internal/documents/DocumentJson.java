package org.quanlian.rest.internal.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.documents.PersonalView;
import org.quanlian.vouchers.documents.StoredDocument;
import org.quanlian.wire.JsonOutput;

/** The JSON of documents. */
final class DocumentJson {
    private DocumentJson() {}

    static byte[] one(StoredDocument document) {
        return JsonOutput.document(json -> write(json, document));
    }

    static byte[] page(Page<StoredDocument> page) {
        return PageJson.write(page, DocumentJson::write);
    }

    static byte[] views(Page<PersonalView> page) {
        return PageJson.write(page, (json, view) -> {
            json.writeStartObject();
            JsonOutput.instant(json, "at", view.at());
            json.writeStringField("viewer", view.viewer().value());
            json.writeStringField("viewerName", view.viewerName());
            json.writeStringField("role", view.role().name());
            json.writeStringField("kind", view.kind().name());
            json.writeStringField("thing", view.thing());
            json.writeStringField("owner", view.owner().value());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, StoredDocument document) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", document.id().value());
        json.writeStringField("owner", document.owner().value());
        json.writeStringField("purpose", document.purpose().name());
        json.writeStringField("name", document.name());
        json.writeStringField("mediaType", document.content().type().mediaType());
        json.writeNumberField("size", document.content().size());
        json.writeStringField("sha256", document.content().sha256());
        json.writeStringField("sm3", document.content().sm3());
        json.writeBooleanField("personal", document.purpose().isPersonal());
        JsonOutput.instant(json, "uploadedAt", document.uploadedAt());
        json.writeEndObject();
    }
}
