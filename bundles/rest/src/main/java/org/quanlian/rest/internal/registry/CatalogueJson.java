package org.quanlian.rest.internal.registry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.quanlian.model.Money;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.catalogue.ServiceItem;
import org.quanlian.wire.JsonOutput;

/** The JSON of services, as their provider and as the public sees them. */
final class CatalogueJson {
    private CatalogueJson() {}

    static byte[] items(Page<ServiceItem> page) {
        return PageJson.write(page, CatalogueJson::own);
    }

    static byte[] item(ServiceItem item) {
        return JsonOutput.document(json -> own(json, item));
    }

    static byte[] entries(Page<Catalogue.Entry> page) {
        return PageJson.write(page, CatalogueJson::entry);
    }

    static byte[] entry(Catalogue.Entry entry) {
        return JsonOutput.document(json -> entry(json, entry));
    }

    private static void own(JsonGenerator json, ServiceItem item) throws IOException {
        json.writeStartObject();
        service(json, item);
        json.writeStringField("state", item.state().name());
        json.writeNumberField("version", item.version());
        json.writeEndObject();
    }

    private static void entry(JsonGenerator json, Catalogue.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("provider");
        json.writeStringField("id", entry.provider().id().value());
        json.writeStringField("name", entry.provider().name());
        json.writeStringField("area", entry.provider().area().code());
        json.writeEndObject();
        if (entry.item().isPresent()) {
            json.writeObjectFieldStart("service");
            service(json, entry.item().get());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void service(JsonGenerator json, ServiceItem item) throws IOException {
        json.writeStringField("id", item.id().value());
        json.writeStringField("category", item.offer().category().name());
        json.writeStringField("name", item.offer().name());
        json.writeStringField("description", item.offer().description());
        RegistryJson.text(json, "price", item.offer().price().map(Money::toString));
        RegistryJson.text(json, "unit", item.offer().unit());
        json.writeStringField("area", item.offer().area().code());
    }
}
