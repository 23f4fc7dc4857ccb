package org.quanlian.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** A written decision in the short form in which golden cases tell what they expect: findings that did not pass, by rule. */
public final class DecisionSummary {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> LEFT_OUT = Set.of("policy", "findings", "services", "agreements");

    private DecisionSummary() {}

    /** The summary of a decision's JSON. */
    public static JsonNode of(byte[] decision) {
        try {
            JsonNode whole = MAPPER.readTree(decision);
            ObjectNode summary = without(whole, LEFT_OUT);
            ArrayNode services = summary.putArray("services");
            whole.get("services").forEach(service -> {
                ObjectNode one = without(service, Set.of("findings"));
                one.set("findings", notPassed(service.get("findings")));
                services.add(one);
            });
            summary.set("findings", notPassed(whole.get("findings")));
            ArrayNode agreements = summary.putArray("agreements");
            whole.get("agreements").forEach(agreement -> agreements.add(agreement.get("id")));
            return summary;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode without(JsonNode node, Set<String> names) {
        ObjectNode copy = MAPPER.createObjectNode();
        node.properties().forEach(member -> {
            if (!names.contains(member.getKey())) {
                copy.set(member.getKey(), member.getValue());
            }
        });
        return copy;
    }

    private static ObjectNode notPassed(JsonNode findings) {
        ObjectNode byRule = MAPPER.createObjectNode();
        findings.forEach(finding -> {
            if (!finding.get("outcome").textValue().equals("PASSED")) {
                byRule.set(finding.get("rule").textValue(), finding.get("outcome"));
            }
        });
        return byRule;
    }
}
