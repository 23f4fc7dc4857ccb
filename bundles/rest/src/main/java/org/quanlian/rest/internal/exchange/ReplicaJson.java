package org.quanlian.rest.internal.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.quanlian.rest.internal.api.PageJson;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.exchange.ForeignProvider;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.Replicas;
import org.quanlian.vouchers.exchange.SyncState;
import org.quanlian.wire.JsonOutput;

/** The JSON of what provinces know of each other. */
final class ReplicaJson {
    private ReplicaJson() {}

    static byte[] replicas(List<Replicas.Known> replicas) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (Replicas.Known replica : replicas) {
                write(json, replica);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static byte[] institutions(Page<ForeignProvider> page) {
        return PageJson.write(page, ReplicaJson::write);
    }

    static byte[] items(Page<ReplicaItem> page) {
        return PageJson.write(page, ReplicaJson::write);
    }

    private static void write(JsonGenerator json, Replicas.Known replica) throws IOException {
        SyncState state = replica.state();
        json.writeStartObject();
        json.writeStringField("owner", replica.name().owner().code());
        json.writeStringField("audience", replica.name().audience().code());
        json.writeStringField("class", replica.name().dataClass());
        json.writeNumberField("run", state.run());
        json.writeBooleanField("underWay", state.underWay());
        PartnerJson.instant(json, "startedAt", state.startedAt());
        PartnerJson.instant(json, "finishedAt", state.finishedAt());
        PartnerJson.instant(json, "comparedAt", state.comparedAt());
        PartnerJson.instant(json, "agreedAt", state.agreedAt());
        json.writeNumberField("differences", state.differences());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ForeignProvider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField("uscc", provider.uscc().value());
        json.writeStringField("name", provider.name());
        json.writeStringField("area", provider.area().code());
        if (provider.kind().isPresent()) {
            json.writeStringField("kind", provider.kind().get().name());
        }
        if (provider.level().isPresent()) {
            json.writeStringField("level", provider.level().get().name());
        }
        json.writeBooleanField("onSharingPlatform", provider.onSharingPlatform());
        JsonOutput.instant(json, "toldAt", provider.toldAt());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ReplicaItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", item.kind());
        json.writeStringField("key", item.key());
        json.writeFieldName("content");
        // It was read when it came, so it is JSON.
        json.writeRawValue(item.content());
        JsonOutput.instant(json, "toldAt", item.at());
        json.writeEndObject();
    }
}
