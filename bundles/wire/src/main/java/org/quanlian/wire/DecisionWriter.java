package org.quanlian.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.parameters.DatedValue;
import org.quanlian.policy.api.parameters.EffectiveValue;

/**
 * Writes a decision as the assessment contract fixes it.
 *
 * <p>Beyond the contract there is one member, {@code agreements}: the cooperation agreements without which a service
 * would have been rejected.
 */
public final class DecisionWriter {
    /** The JSON of a decision, in UTF-8. */
    public byte[] write(Decision decision) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            decision(json, decision);
            json.writeEndObject();
        });
    }

    /**
     * The same with two members more, so that it can be kept as evidence: {@code day}, whose values were used, and
     * {@code values}, those in effect on it with their clauses.
     */
    public byte[] writeWhole(Decision decision) {
        return JsonOutput.document(json -> {
            json.writeStartObject();
            decision(json, decision);
            json.writeStringField("day", decision.day().toString());
            json.writeArrayFieldStart("values");
            for (EffectiveValue value : decision.values()) {
                value(json, value);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void value(JsonGenerator json, EffectiveValue effective) throws IOException {
        DatedValue value = effective.value();
        json.writeStartObject();
        json.writeStringField("parameter", effective.parameter());
        json.writeStringField("unit", effective.unit());
        json.writeStringField("from", value.from().toString());
        json.writeFieldName("value");
        PolicyWriter.raw(json, value.value());
        json.writeStringField("document", value.source().document());
        json.writeStringField("clause", value.source().clause());
        json.writeStringField("verification", value.verification().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private static void decision(JsonGenerator json, Decision decision) throws IOException {
        json.writeObjectFieldStart("policy");
        json.writeStringField("province", decision.policy().province().code());
        json.writeNumberField("year", decision.policy().year());
        json.writeStringField("version", decision.policy().version().toString());
        json.writeStringField("document", decision.document());
        json.writeStringField("status", decision.status().name());
        json.writeEndObject();
        json.writeStringField("outcome", decision.outcome().name());
        Decision.Amounts amounts = decision.amounts();
        JsonOutput.money(json, "supportableSpend", amounts.supportableSpend());
        JsonOutput.money(json, "grant", amounts.grant());
        JsonOutput.money(json, "provinceShare", amounts.provinceShare());
        JsonOutput.money(json, "cityShare", amounts.cityShare());
        JsonOutput.money(json, "cap", amounts.cap());
        JsonOutput.money(json, "capRemaining", amounts.capRemaining());
        json.writeArrayFieldStart("services");
        for (ServiceDecision service : decision.services()) {
            service(json, service);
        }
        json.writeEndArray();
        findings(json, decision.findings());
        json.writeArrayFieldStart("agreements");
        for (Decision.AgreementUse agreement : decision.agreements()) {
            json.writeStartObject();
            json.writeStringField("id", agreement.id());
            json.writeStringField("version", agreement.version().toString());
            json.writeStringField("document", agreement.source().document());
            json.writeStringField("clause", agreement.source().clause());
            json.writeStringField("status", agreement.status().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void service(JsonGenerator json, ServiceDecision service) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", service.id());
        json.writeStringField("outcome", service.outcome().name());
        JsonOutput.money(json, "supportableSpend", service.supportableSpend());
        JsonOutput.money(json, "carriedOver", service.carriedOver());
        JsonOutput.money(json, "grant", service.grant());
        findings(json, service.findings());
        json.writeEndObject();
    }

    private static void findings(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            json.writeStringField("rule", finding.rule());
            json.writeStringField("clause", finding.source().clause());
            json.writeStringField("outcome", finding.outcome().name());
            JsonOutput.text(json, "message", finding.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
