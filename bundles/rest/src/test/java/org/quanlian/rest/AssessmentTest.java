package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedNode.class)
class AssessmentTest {
    private final RunningNode node;

    AssessmentTest(RunningNode node) {
        this.node = node;
    }

    @Test
    void aClaimInOrderIsAnsweredWithTheDecisionThatTheContractShows() {
        HttpResponse<String> response = node.post(ASSESSMENTS, claim());

        JsonNode decision = json(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(decision.get("policy"))
                .isEqualTo(
                        json(
                                """
                        {"province": "140000", "year": 2025, "version": "1.0.0", "document": "晋科函〔2025〕11号",
                         "status": "IN_FORCE"}"""));
        assertThat(decision.get("outcome").asText()).isEqualTo("ELIGIBLE");
        assertThat(decision.get("grant").asText()).isEqualTo("60000.00");
        assertThat(decision.get("provinceShare").asText()).isEqualTo("30000.00");
        assertThat(decision.get("cityShare").asText()).isEqualTo("30000.00");
        assertThat(decision.get("capRemaining").asText()).isEqualTo("440000.00");
        assertThat(decision.at("/services/0/outcome").asText()).isEqualTo("SUPPORTED");
        assertThat(decision.get("findings")).isNotEmpty();
    }

    @Test
    void aDecisionIsNeverStoredByCaches() {
        assertThat(node.post(ASSESSMENTS, claim()).headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    @Test
    void theSameRequestGetsTheSameAnswerToTheByte() {
        assertThat(node.post(ASSESSMENTS, claim()).body())
                .isEqualTo(node.post(ASSESSMENTS, claim()).body());
    }

    @Test
    void aClaimThatGetsNothingIsADecisionTooAndNotAnError() {
        HttpResponse<String> response =
                node.post(ASSESSMENTS, claim(whole -> ((ObjectNode) whole.get("applicant")).put("discredited", true)));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response.body()).get("outcome").asText()).isEqualTo("INELIGIBLE");
        assertThat(json(response.body()).get("grant").asText()).isEqualTo("0.00");
    }

    @Test
    void theVersionAskedForDecides() {
        HttpResponse<String> response = node.post(ASSESSMENTS + "?version=1.0.0", claim());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response.body()).at("/policy/version").asText()).isEqualTo("1.0.0");
    }

    @Test
    void aVersionThatIsNotThereIsNotReplacedByAnother() {
        HttpResponse<String> response = node.post(ASSESSMENTS + "?version=1.0.1", claim());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:policy-not-found");
        assertThat(json(response.body()).at("/messages/en").asText()).contains("1.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "140000/2024",
                "460000/2025",
                "140100/2025",
                "14/2025",
                "shanxi/2025",
                "140000/25",
                "140000/二〇二五",
                "999999/2025",
                "140000/99999999999"
            })
    void anUnknownOrMisspeltPolicyIsNotFoundAndTheProblemTellsWhatARightOneLooksLike(String policy) {
        HttpResponse<String> response = node.post("/api/v1/policies/" + encoded(policy) + "/assessments", claim());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:policy-not-found");
        assertThat(json(response.body()).get("detail").asText()).contains("/api/v1/policies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version=",
                "version=1",
                "version=1.0",
                "version=1.0.0.0",
                "version=latest",
                "version=1.0.9999999",
                "version",
                "version=1.0.0&version=1.0.0",
                "verison=1.0.0",
                "version=1.0.0&x=1",
                "version=%zz",
                "&",
                "%",
                "_type=xml",
                "_ctype=xml",
                "_method=GET"
            })
    void aQueryThatIsMisspeltIsRefusedRatherThanIgnored(String query) {
        String answer = node.raw("POST " + ASSESSMENTS + "?" + query + " HTTP/1.1", claim());

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("urn:quanlian:problem:invalid-parameter");
    }

    @Test
    void everyInvalidFieldIsListedWithItsPointer() {
        HttpResponse<String> response = node.post(ASSESSMENTS, claim(whole -> {
            ((ObjectNode) whole.get("applicant")).put("uscc", "91140100MA0GTAT1XX");
            whole.put("grantedThisYear", "-1.00");
            whole.put("color", "red");
            ((ObjectNode) whole.at("/services/0/invoices/0"))
                    .put("number", "123")
                    .put("amount", "1.005");
            ((ObjectNode) whole.at("/services/0/payments/0")).remove("paidOn");
        }));

        JsonNode problem = json(response.body());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem.get("type").asText()).isEqualTo("urn:quanlian:problem:invalid-request");
        assertThat(problem.get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/applicant/uscc",
                        "/grantedThisYear",
                        "/color",
                        "/services/0/invoices/0/number",
                        "/services/0/invoices/0/amount",
                        "/services/0/payments/0/paidOn");
        assertThat(problem.at("/messages/en").asText()).contains("6 place(s)");
    }

    @Test
    void aDayBeforeThePolicyBeganPointsAtAsOf() {
        HttpResponse<String> response =
                node.post(ASSESSMENTS, claim(whole -> whole.put("asOf", "2001-01-01T00:00:00+08:00")));

        JsonNode error = json(response.body()).at("/errors/0");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error.get("pointer").asText()).isEqualTo("/asOf");
        assertThat(error.get("code").asText()).isEqualTo("as-of.too-early");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=utf-8", "application/json; charset=\"UTF-8\"", "APPLICATION/JSON"})
    void jsonInUtf8IsTakenHoweverItIsDeclared(String type) {
        byte[] body = claim().getBytes(StandardCharsets.UTF_8);

        assertThat(node.post(ASSESSMENTS, body, "Content-Type", type).statusCode())
                .isEqualTo(200);
    }

    private static String encoded(String path) {
        return java.net.URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
