package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Requests.json;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.engine.StandaloneEngine;

@ExtendWith(SharedNode.class)
class EveryAnswerTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final RunningNode node;

    EveryAnswerTest(RunningNode node) {
        this.node = node;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nowhere",
                "/api",
                "/api/",
                "/api/v1",
                "/api/v1/",
                "/api/v2/policies",
                "/api/v1/policies/",
                "/api/v1/policies/140000",
                "/api/v1/policies/140000/2025/",
                "/api/v1/policies/140000/2025/assessments/1",
                "/api/v1/servicess",
                "/services",
                "/api/v1/application.wadl",
                "/api/v1/openapi.json",
                "/health",
                "/health/",
                "/health/live/",
                "/metrics/jvm",
                "/favicon.ico",
                "/WEB-INF/web.xml",
                "/api/v1/policies/%E5%B1%B1"
            })
    void nothingElseIsThere(String path) {
        HttpResponse<String> response = node.get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | /api/v1/policies                         | GET, HEAD, OPTIONS",
                "POST   | /api/v1/policies                         | GET, HEAD, OPTIONS",
                "DELETE | /api/v1/policies/140000/2025             | GET, HEAD, OPTIONS",
                "PATCH  | /api/v1/openapi.yaml                     | GET, HEAD, OPTIONS",
                "GET    | /api/v1/policies/140000/2025/assessments | POST, OPTIONS",
                "HEAD   | /api/v1/policies/140000/2025/assessments | POST, OPTIONS",
                "POST   | /health/live                             | GET, HEAD, OPTIONS",
                "DELETE | /metrics                                 | GET, HEAD, OPTIONS"
            })
    void aMethodThatAPathDoesNotKnowIsRefusedNamingThoseItDoes(String method, String path, String allowed) {
        HttpResponse<String> response = node.send(method, path, HttpRequest.BodyPublishers.noBody());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(node.send("OPTIONS", path, HttpRequest.BodyPublishers.noBody())
                        .headers()
                        .firstValue("Allow"))
                .hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PROPFIND", "get"})
    void aMethodThatNoPathKnowsIsNotImplementedAndEchoesNothing(String method) {
        String answer = node.raw(method + " /api/v1/policies HTTP/1.1\r\nX-Secret: s3cret", "");

        assertThat(answer).startsWith("HTTP/1.1 501 ").doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1/policies             | application/xml",
                "/api/v1/policies             | text/html, application/xhtml+xml",
                "/api/v1/policies/140000/2025 | application/yaml",
                "/api/v1/openapi.yaml         | application/json"
            })
    void aMediaTypeThatIsNotThereIsNotAcceptable(String path, String accept) {
        HttpResponse<String> response = node.get(path, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, application/json;q=0.1",
                "application/json;charset=utf-8"
            })
    void aClientThatTakesJsonAmongOthersGetsIt(String accept) {
        assertThat(node.get("/api/v1/policies", "Accept", accept).statusCode()).isEqualTo(200);
    }

    @Test
    void aTraceThatTheClientBeganIsContinuedInTheHeaderAndInTheProblem() {
        HttpResponse<String> response = node.get("/nowhere", "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");

        assertThat(response.headers().firstValue("X-Trace-Id")).hasValue(TRACE);
        assertThat(json(response.body()).get("traceId").asText()).isEqualTo(TRACE);
    }

    @Test
    void eachRequestWithoutATraceGetsAFreshOne() {
        assertThat(List.of(trace(), trace(), trace())).doesNotHaveDuplicates();
    }

    @Test
    void browsersAreToldToTakeAnswersForWhatTheyAreAndToRunNothing() {
        for (String path :
                List.of("/api/v1/policies", "/api/v1/openapi.yaml", "/health/live", "/metrics", "/nowhere")) {
            HttpResponse<String> response = node.get(path);
            assertThat(response.headers().map())
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry(
                            "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'; sandbox"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("permissions-policy", List.of("camera=(), geolocation=(), microphone=()"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("cross-origin-resource-policy", List.of("same-origin"))
                    .doesNotContainKey("server")
                    .doesNotContainKey("set-cookie")
                    .doesNotContainKey("access-control-allow-origin")
                    .doesNotContainKey("strict-transport-security");
            assertThat(response.headers().allValues("Cache-Control")).hasSize(1);
        }
    }

    @Test
    void aSwitchInAHeaderDoesNotChangeHowARequestIsServed() {
        HttpResponse<String> oneWay = node.post(
                ASSESSMENTS,
                claim().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/json",
                "OnewayRequest",
                "true");
        HttpResponse<String> overridden = node.get("/api/v1/policies", "X-HTTP-Method-Override", "DELETE");

        assertThat(oneWay.statusCode()).isEqualTo(200);
        assertThat(overridden.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "deep recursion"})
    void aFailureInsideIsToldWithoutAnyOfItsDetails(String failure) {
        StandaloneEngine engine = Engines.shanxi();
        try (RunningNode failing = new RunningNode(engine, Engines.ending(() -> end(failure)))) {
            HttpResponse<String> response = failing.post(ASSESSMENTS, claim());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:internal-error");
            assertThat(response.body())
                    .doesNotContain("s3cret")
                    .doesNotContain("Exception")
                    .doesNotContain("org.");
            assertThat(failing.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    private static Decision end(String failure) {
        return switch (failure) {
            case "exception" -> throw new IllegalStateException("s3cret");
            case "error" -> throw new AssertionError("s3cret");
            default -> end(failure);
        };
    }

    private String trace() {
        return node.get("/health/live").headers().firstValue("X-Trace-Id").orElseThrow();
    }
}
