package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the contract notices: otherwise every other test here could pass for nothing. */
class OpenApiContractTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String LIVE =
            """
            {"status":"UP","checks":[{"name":"process","status":"UP","message":{"zh-CN":"好","en":"fine"}}]}""";
    private static final String PROBLEM =
            """
            {"type":"urn:quanlian:problem:not-found","title":"t","status":404,"detail":"d","traceId":"%s",
             "messages":{"zh-CN":"好","en":"fine"},"errors":[]}"""
                    .formatted(TRACE);

    private final OpenApiContract contract = OpenApiContract.shipped();

    @Test
    void anAnswerAsDocumentedKeepsTheContract() {
        contract.check(answer("GET", "/health/live", 200, "application/json", LIVE));
        contract.check(answer("HEAD", "/health/live", 200, "application/json", ""));
        contract.check(answer("GET", "/nowhere", 404, "application/problem+json", PROBLEM));
    }

    @Test
    void aStatusThatIsNotDocumentedBreaksIt() {
        assertThat(violations(answer("GET", "/health/live", 418, "application/json", LIVE)))
                .containsExactly("the status is not documented");
    }

    @Test
    void aMediaTypeThatIsNotDocumentedBreaksIt() {
        assertThat(violations(answer("GET", "/health/live", 200, "text/html", LIVE)))
                .containsExactly("the media type 'text/html' is not documented");
    }

    @Test
    void aMemberThatIsNotDocumentedBreaksIt() {
        assertThat(violations(answer(
                        "GET",
                        "/health/live",
                        200,
                        "application/json",
                        LIVE.replace("{\"status", "{\"x\":1,\"status"))))
                .hasSize(1)
                .allMatch(violation -> violation.contains("'x'"));
    }

    @Test
    void aMemberThatIsMissingBreaksIt() {
        assertThat(violations(answer("GET", "/health/live", 200, "application/json", "{\"status\":\"UP\"}")))
                .hasSize(1)
                .allMatch(violation -> violation.contains("'checks'"));
    }

    @Test
    void aBodyThatIsNotJsonBreaksIt() {
        assertThat(violations(answer("GET", "/health/live", 200, "application/json", "{")))
                .hasSize(1);
    }

    @Test
    void aHeaderThatIsMissingOrWrongBreaksIt() {
        OpenApiContract.Answer answer = answer("GET", "/health/live", 200, "application/json", LIVE);
        Map<String, List<String>> headers = new HashMap<>(answer.headers());
        headers.put("x-trace-id", List.of("zero"));

        assertThat(violations(new OpenApiContract.Answer("GET", "/health/live", 200, headers, LIVE)))
                .hasSize(1);
        headers.remove("x-trace-id");
        assertThat(violations(new OpenApiContract.Answer("GET", "/health/live", 200, headers, LIVE)))
                .hasSize(2);
    }

    @Test
    void aProblemThatTellsAnotherStatusOrTraceBreaksIt() {
        assertThat(violations(
                        answer("GET", "/nowhere", 404, "application/problem+json", PROBLEM.replace("404", "405"))))
                .containsExactly("the problem tells another status");
        assertThat(violations(answer(
                        "GET", "/nowhere", 404, "application/problem+json", PROBLEM.replace(TRACE, "f".repeat(32)))))
                .containsExactly("the problem tells another trace than X-Trace-Id");
    }

    @Test
    void anUnknownPathThatIsAnsweredBreaksIt() {
        assertThat(violations(answer("GET", "/nowhere", 200, "application/json", LIVE)))
                .contains("the status should be 404");
    }

    @Test
    void aRefusedMethodWithoutAllowBreaksIt() {
        assertThat(violations(
                        answer("PUT", "/health/live", 405, "application/problem+json", PROBLEM.replace("404", "405"))))
                .containsExactly("there is no Allow");
    }

    @Test
    void aHeadAnswerWithABodyBreaksIt() {
        assertThat(violations(answer("HEAD", "/health/live", 200, "application/json", LIVE)))
                .containsExactly("there should be no body");
    }

    @Test
    void aCheckFailsNamingTheRequestAndEveryViolation() {
        assertThatThrownBy(() -> contract.check(answer("GET", "/health/live", 418, "text/html", "tea")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("418", "GET /health/live", "the status is not documented", "tea");
    }

    private List<String> violations(OpenApiContract.Answer answer) {
        return contract.violations(answer);
    }

    private static OpenApiContract.Answer answer(String method, String path, int status, String type, String body) {
        return new OpenApiContract.Answer(
                method, path, status, Map.of("content-type", List.of(type), "x-trace-id", List.of(TRACE)), body);
    }
}
