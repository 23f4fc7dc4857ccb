package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Requests.json;
import static org.quanlian.rest.Soon.assertThatSoon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.health.Readiness;
import org.quanlian.health.ReadinessCheck;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.policy.engine.RefusedPack;

class OperationsTest {
    private final List<PolicyVersion> versions =
            new ArrayList<>(List.of(Engines.version("140000", 2025, "1.0.0", Status.IN_FORCE, true)));
    private final List<RefusedPack> refused = new ArrayList<>();
    private RunningNode node;

    @BeforeEach
    void start() {
        node = new RunningNode(Engines.knowing(versions, refused), Engines.shanxi());
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void aNodeWithAPolicyInForceIsReady() {
        HttpResponse<String> response = node.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response.body()).get("status").asText()).isEqualTo("UP");
    }

    @Test
    void aNodeWithoutAPolicyIsAliveButNotReadyAndTellsWhatToDo() {
        versions.clear();

        HttpResponse<String> response = node.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(json(response.body()).get("status").asText()).isEqualTo("DOWN");
        assertThat(check(response, "policies").get("status").asText()).isEqualTo("DOWN");
        assertThat(check(response, "policies").at("/message/en").asText()).contains("Install a policy pack");
        assertThat(node.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aNodeWithDraftsOnlyIsNotReady() {
        versions.set(0, Engines.version("140000", 2026, "0.1.0", Status.DRAFT, true));

        assertThat(node.get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void aNodeIsNotReadyWhenOneOfItsPartsIsNotAndTellsWhatThePartSays() {
        Part part = new Part();
        node.add(part);
        assertThat(node.get("/health/ready").statusCode()).isEqualTo(200);

        part.found = new Readiness(Readiness.State.DOWN, new LocalizedText("数据库没有响应。", "No answer."));
        HttpResponse<String> response = node.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(check(response, "part").get("status").asText()).isEqualTo("DOWN");
        assertThat(check(response, "part").at("/message/zh-CN").asText()).isEqualTo("数据库没有响应。");
        assertThat(node.get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void aRefusedPackIsAWarningAndDoesNotStopTheNode() {
        refused.add(new RefusedPack("some bundle", "some reason"));

        HttpResponse<String> response = node.get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(check(response, "packs").get("status").asText()).isEqualTo("WARNING");
        assertThat(response.body()).doesNotContain("some bundle").doesNotContain("some reason");
    }

    @Test
    void theMeasuresTellOfPoliciesAndRefusedPacksAsTheyAreNow() {
        assertThat(measures()).contains("quanlian_policies_in_force 1.0", "quanlian_packs_refused 0.0");

        versions.clear();
        refused.add(new RefusedPack("some bundle", "some reason"));

        assertThat(measures()).contains("quanlian_policies_in_force 0.0", "quanlian_packs_refused 1.0");
    }

    @Test
    void theMeasuresCountDecisionsByPolicyAndOutcome() {
        node.post(ASSESSMENTS, claim());
        node.post(ASSESSMENTS, claim());
        node.post(ASSESSMENTS, claim(whole -> whole.putArray("materials")));
        node.post(ASSESSMENTS, "{}");

        assertThat(measures())
                .contains(
                        "quanlian_assessments_total{outcome=\"ELIGIBLE\",province=\"140000\",version=\"1.0.0\",year=\"2025\"} 2.0",
                        "quanlian_assessments_total{outcome=\"INCOMPLETE\",province=\"140000\",version=\"1.0.0\",year=\"2025\"} 1.0");
    }

    @Test
    void theMeasuresCountRequestsByRouteAndNeverByPathSoThatStrangersCannotMakeThemGrow() {
        for (int i = 0; i < 50; i++) {
            node.get("/nowhere/" + i);
            node.get("/api/v1/policies/140000/" + (2100 + i));
            node.raw("METHOD" + i + " /metrics HTTP/1.1", "");
        }

        assertThatSoon(() -> assertThat(requestCounts())
                .containsExactlyInAnyOrder(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"unmatched\",status=\"404\"} 50",
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/api/v1/policies/{province}/{year}\",status=\"404\"} 50",
                        "http_server_requests_seconds_count{method=\"OTHER\",route=\"/metrics\",status=\"501\"} 50"));
    }

    @Test
    void theMeasuresTellOfTheJvm() {
        assertThat(String.join("\n", measures()))
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads", "jvm_gc_", "process_cpu_usage")
                .contains("process_uptime_seconds", "jvm_classes_loaded_classes");
    }

    @Test
    void theMeasuresAreInTheTextFormatThatPrometheusReads() {
        assertThat(node.get("/metrics").headers().firstValue("Content-Type"))
                .hasValue("text/plain;version=0.0.4;charset=utf-8");
        assertThat(measures()).allMatch(line -> line.matches("#.*|[a-z_\\d]+(\\{.*})? [-+.\\dEINFNa]+"));
    }

    /** A part of the node that says what it is told to. */
    private static final class Part implements ReadinessCheck {
        private volatile Readiness found = new Readiness(Readiness.State.UP, new LocalizedText("好", "fine"));

        @Override
        public String name() {
            return "part";
        }

        @Override
        public Readiness check() {
            return found;
        }
    }

    /** The counts of all requests but those that ask for them. */
    private List<String> requestCounts() {
        return measures().stream()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .filter(line -> !line.contains("method=\"GET\",route=\"/metrics\""))
                .toList();
    }

    private List<String> measures() {
        return node.get("/metrics").body().lines().toList();
    }

    private static JsonNode check(HttpResponse<String> response, String name) {
        for (JsonNode check : json(response.body()).get("checks")) {
            if (check.get("name").asText().equals(name)) {
                return check;
            }
        }
        throw new AssertionError("there is no check " + name + " in " + response.body());
    }
}
