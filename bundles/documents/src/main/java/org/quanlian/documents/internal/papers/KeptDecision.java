package org.quanlian.documents.internal.papers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.quanlian.model.Money;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.ServiceOutcome;

/**
 * A decision as it was kept when it was made: the answer of the assessment contract. It is read and not made anew, for a
 * paper tells what was decided then.
 *
 * @param document number of the document on which the policy stands
 * @param policy the version of the policy
 * @param draft whether the policy is a draft
 * @param outcome what it comes to
 * @param findings what was found about the claim as a whole
 * @param services what it says about each service, in the order claimed
 * @param agreements the agreements that it stands on, each with its clause
 */
record KeptDecision(
        String document,
        String policy,
        boolean draft,
        ClaimOutcome outcome,
        List<Found> findings,
        List<OfService> services,
        List<String> agreements) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a rule found. */
    record Found(FindingOutcome outcome, String clause, String message) {}

    /** What a decision says about a service. */
    record OfService(
            ServiceOutcome outcome, Money supportableSpend, Money carriedOver, Money grant, List<Found> findings) {}

    /** @param json the decision as the node wrote it */
    static KeptDecision read(String json) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a decision that the node wrote is no JSON", e);
        }
        JsonNode policy = root.required("policy");
        List<OfService> services = new ArrayList<>();
        root.required("services")
                .forEach(service -> services.add(new OfService(
                        ServiceOutcome.valueOf(text(service, "outcome")),
                        money(service, "supportableSpend"),
                        money(service, "carriedOver"),
                        money(service, "grant"),
                        findings(service))));
        List<String> agreements = new ArrayList<>();
        root.required("agreements").forEach(use -> agreements.add(text(use, "id") + "（" + text(use, "clause") + "）"));
        return new KeptDecision(
                text(policy, "document"),
                "%s/%s/%s".formatted(text(policy, "province"), text(policy, "year"), text(policy, "version")),
                text(policy, "status").equals("DRAFT"),
                ClaimOutcome.valueOf(text(root, "outcome")),
                findings(root),
                services,
                agreements);
    }

    private static List<Found> findings(JsonNode of) {
        List<Found> findings = new ArrayList<>();
        of.required("findings")
                .forEach(finding -> findings.add(new Found(
                        FindingOutcome.valueOf(text(finding, "outcome")),
                        text(finding, "clause"),
                        text(finding.required("message"), "zh-CN"))));
        return findings;
    }

    private static Money money(JsonNode of, String name) {
        return Money.parse(text(of, name));
    }

    private static String text(JsonNode of, String name) {
        return of.required(name).asText();
    }
}
