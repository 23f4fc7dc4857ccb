package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.parameters.DatedValue;
import org.quanlian.policy.api.parameters.Parameter;

/** Writes policy versions with their legal basis, parameters and rules. */
public final class PolicyWriter {
    /** The JSON of one page of versions, with the cursor of the next page if there is one. */
    public byte[] writeList(List<PolicyView> page, Optional<String> nextCursor) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (PolicyView policy : page) {
                policy(json, policy);
            }
            json.writeEndArray();
            json.writeStringField("next", nextCursor.orElse(null));
            json.writeEndObject();
        });
    }

    /** The JSON of one version. */
    public byte[] write(PolicyView policy) {
        return JsonOutput.document(json -> policy(json, policy));
    }

    private static void policy(JsonGenerator json, PolicyView policy) throws IOException {
        PolicyDescriptor descriptor = policy.descriptor();
        json.writeStartObject();
        json.writeStringField("province", descriptor.key().province().code());
        json.writeNumberField("year", descriptor.key().year());
        json.writeStringField("version", descriptor.key().version().toString());
        json.writeStringField("status", descriptor.status().name());
        json.writeBooleanField("current", policy.current());
        json.writeStringField("document", descriptor.document());
        JsonOutput.text(json, "title", descriptor.title());
        json.writeStringField("digest", policy.digest());
        json.writeArrayFieldStart("documents");
        for (LegalDocument document : descriptor.documents()) {
            document(json, document);
        }
        json.writeEndArray();
        windows(json, descriptor.windows());
        json.writeArrayFieldStart("parameters");
        for (Parameter parameter : policy.parameters().all()) {
            parameter(json, parameter);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (RuleDescription rule : policy.rules()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeStringField("document", rule.source().document());
            json.writeStringField("clause", rule.source().clause());
            JsonOutput.text(json, "title", rule.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void document(JsonGenerator json, LegalDocument document) throws IOException {
        json.writeStartObject();
        json.writeStringField("number", document.number());
        json.writeStringField("title", document.title());
        json.writeStringField("issuer", document.issuer());
        json.writeStringField(
                "issuedOn", document.issuedOn().map(Object::toString).orElse(null));
        json.writeEndObject();
    }

    private static void windows(JsonGenerator json, PolicyWindows windows) throws IOException {
        json.writeObjectFieldStart("windows");
        JsonOutput.period(json, "servicePeriod", windows.servicePeriod());
        JsonOutput.period(json, "carryOverPeriod", windows.carryOverPeriod());
        JsonOutput.instant(json, "filingDeadline", windows.filingDeadline());
        JsonOutput.instant(json, "recommendationDeadline", windows.recommendationDeadline());
        json.writeNumberField("publicNoticeWorkingDays", windows.publicNoticeWorkingDays());
        json.writeBooleanField("publicNoticeFirstDayCounts", windows.publicNoticeFirstDayCounts());
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        JsonOutput.text(json, "description", parameter.description());
        json.writeStringField("unit", parameter.unit());
        json.writeArrayFieldStart("values");
        for (DatedValue value : parameter.values()) {
            json.writeStartObject();
            json.writeStringField("from", value.from().toString());
            json.writeFieldName("value");
            raw(json, value.value());
            json.writeStringField("document", value.source().document());
            json.writeStringField("clause", value.source().clause());
            json.writeStringField("verification", value.verification().name().toLowerCase(Locale.ROOT));
            json.writeStringField("note", value.note().orElse(null));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A parameter's value as it stands in its file. */
    static void raw(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                raw(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                raw(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(value.toString());
        }
    }
}
