package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.SHANXI_2025;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyVersion;

class PoliciesTest {
    private static final List<PolicyVersion> VERSIONS = new ArrayList<>(List.of(
            Engines.version("140000", 2024, "1.0.0", Status.IN_FORCE, true),
            Engines.version("140000", 2025, "1.0.0", Status.IN_FORCE, false),
            Engines.version("140000", 2025, "1.0.10", Status.IN_FORCE, true),
            Engines.version("140000", 2025, "2.0.0", Status.DRAFT, false),
            Engines.version("460000", 2025, "1.0.0", Status.IN_FORCE, true)));

    private static RunningNode node;

    @BeforeAll
    static void start() {
        node = new RunningNode(Engines.knowing(VERSIONS, List.of()), Engines.shanxi());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void theListShowsEveryVersionInTheOrderOfProvinceYearAndVersion() {
        assertThat(names(json(node.get("/api/v1/policies").body())))
                .containsExactly(
                        "140000/2024/1.0.0",
                        "140000/2025/1.0.0",
                        "140000/2025/1.0.10",
                        "140000/2025/2.0.0",
                        "460000/2025/1.0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 100})
    void pagesOfEverySizeShowEachVersionOnce(int limit) {
        List<String> shown = new ArrayList<>();
        int pages = 0;
        String cursor = "";
        while (cursor != null) {
            JsonNode page =
                    json(node.get("/api/v1/policies?limit=" + limit + cursor).body());
            assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
            shown.addAll(names(page));
            cursor = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
            pages++;
        }

        assertThat(shown).hasSize(5).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo((5 + limit - 1) / limit);
    }

    @Test
    void aCursorStaysValidWhenItsPolicyIsGone() {
        String gone = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("140000/2025/1.5.0".getBytes(StandardCharsets.UTF_8));

        assertThat(names(json(node.get("/api/v1/policies?cursor=" + gone).body())))
                .containsExactly("140000/2025/2.0.0", "460000/2025/1.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=",
                "limit=1e1",
                "limit=9999999999",
                "limit=%31%30%31",
                "limit=1&limit=2",
                "cursor=",
                "cursor=x",
                "cursor=MTQwMDAw",
                "cursor=%00",
                "cursor=OTk5OTk5LzIwMjUvMS4wLjA",
                "page=2"
            })
    void aPageThatCannotBeIsRefused(String query) {
        HttpResponse<String> response = node.get("/api/v1/policies?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:invalid-parameter");
    }

    @Test
    void aPolicyShowsItsLegalBasisItsWindowsItsParametersAndItsRulesWithTheirClauses() {
        JsonNode policy = json(node.get(SHANXI_2025).body());

        assertThat(policy.at("/documents/0/number").asText()).isEqualTo("晋科函〔2025〕11号");
        assertThat(policy.at("/windows/filingDeadline").asText()).isEqualTo("2025-07-15T17:00:00+08:00");
        assertThat(policy.get("parameters")).isNotEmpty().allSatisfy(parameter -> assertThat(
                        parameter.at("/values/0/clause").asText())
                .isNotBlank());
        assertThat(policy.get("rules"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.get("clause").asText()).isNotBlank());
    }

    @Test
    void withoutAVersionTheCurrentOneIsShown() {
        assertThat(json(node.get(SHANXI_2025).body()).get("version").asText()).isEqualTo("1.0.10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0", "1.0.10", "2.0.0"})
    void withAVersionExactlyThatOneIsShown(String version) {
        JsonNode policy = json(node.get(SHANXI_2025 + "?version=" + version).body());

        assertThat(policy.get("version").asText()).isEqualTo(version);
        assertThat(policy.get("current").asBoolean()).isEqualTo(version.equals("1.0.10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"140000/2025?version=1.0.1", "140000/2023", "150000/2025", "140100/2025", "x/2025", "140000/x"})
    void aPolicyThatIsNotThereIsNotFound(String policy) {
        HttpResponse<String> response = node.get("/api/v1/policies/" + policy);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(json(response.body()).get("type").asText()).isEqualTo("urn:quanlian:problem:policy-not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/policies", SHANXI_2025, "/api/v1/openapi.yaml"})
    void whoHasItAlreadyIsNotSentItAgain(String path) {
        String tag = node.get(path).headers().firstValue("ETag").orElseThrow();

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> response = node.get(path, "If-None-Match", known);
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.headers().firstValue("ETag")).hasValue(tag);
        }
        for (String stale : List.of("\"other\"", "W/\"other\"", tag.replace("\"", ""), ",,,", "\"")) {
            assertThat(node.get(path, "If-None-Match", stale).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theTagChangesWhenTheListDoes() {
        String before =
                node.get("/api/v1/policies").headers().firstValue("ETag").orElseThrow();
        PolicyVersion last = VERSIONS.remove(4);
        HttpResponse<String> response = node.get("/api/v1/policies", "If-None-Match", before);
        VERSIONS.add(last);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(node.get("/api/v1/policies", "If-None-Match", before).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/policies",
                SHANXI_2025,
                "/api/v1/openapi.yaml",
                "/health/live",
                "/health/ready",
                "/nowhere"
            })
    void headTellsWhatGetWouldWithoutTheBody(String path) {
        HttpResponse<String> get = node.get(path);
        HttpResponse<String> head = node.send("HEAD", path, HttpRequest.BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : List.of("Content-Type", "Content-Length", "ETag", "Cache-Control")) {
            assertThat(head.headers().firstValue(header))
                    .isEqualTo(get.headers().firstValue(header));
        }
    }

    private static List<String> names(JsonNode page) {
        List<String> names = new ArrayList<>();
        page.get("items")
                .forEach(item -> names.add(String.join(
                        "/",
                        item.get("province").asText(),
                        item.get("year").asText(),
                        item.get("version").asText())));
        return names;
    }
}
