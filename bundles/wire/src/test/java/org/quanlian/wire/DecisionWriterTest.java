package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.api.Finding;
import org.quanlian.policy.api.FindingOutcome;
import org.quanlian.policy.api.ServiceDecision;
import org.quanlian.policy.api.ServiceOutcome;

class DecisionWriterTest {
    private final Decision decision = Decisions.of(
            ClaimOutcome.ELIGIBLE,
            List.of(Decisions.service(
                    "s1", ServiceOutcome.SUPPORTED, List.of(Decisions.finding(FindingOutcome.WARNING, "三", "0.05")))),
            List.of(
                    Decisions.finding(FindingOutcome.PASSED, "一（二）"),
                    Decisions.finding(FindingOutcome.FAILED, "一", "140100\u0001\"")));

    /** Member names, their order and the form of their values are what the contract shows; agreements come on top. */
    @Test
    void shouldWriteExactlyTheMembersOfTheContract_inItsOrder() {
        assertThat(new String(new DecisionWriter().write(decision), StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "",
                        "{\"policy\":{\"province\":\"140000\",\"year\":2025,\"version\":\"1.0.0\",",
                        "\"document\":\"晋科函〔2025〕11号\",\"status\":\"IN_FORCE\"},",
                        "\"outcome\":\"ELIGIBLE\",\"supportableSpend\":\"120000.01\",\"grant\":\"60000.00\",",
                        "\"provinceShare\":\"30000.00\",\"cityShare\":\"30000.00\",",
                        "\"cap\":\"500000.00\",\"capRemaining\":\"440000.00\",",
                        "\"services\":[{\"id\":\"s1\",\"outcome\":\"SUPPORTED\",\"supportableSpend\":\"120000.01\",",
                        "\"carriedOver\":\"0.05\",\"grant\":\"60000.00\",\"findings\":[",
                        "{\"rule\":\"rule.one\",\"clause\":\"三\",\"outcome\":\"WARNING\",",
                        "\"message\":{\"zh-CN\":\"提示 \\\\ 0.05\",\"en\":\"Mind \\\\ 0.05\"}}]}],",
                        "\"findings\":[{\"rule\":\"rule.one\",\"clause\":\"一（二）\",\"outcome\":\"PASSED\",",
                        "\"message\":{\"zh-CN\":\"符合“规则”\",\"en\":\"It is \\\"met\\\"\"}},",
                        "{\"rule\":\"rule.one\",\"clause\":\"一\",\"outcome\":\"FAILED\",",
                        "\"message\":{\"zh-CN\":\"不符合：140100\\u0001\\\"\",\"en\":\"Not met: 140100\\u0001\\\"\"}}],",
                        "\"agreements\":[{\"id\":\"hainan-shanxi\",\"version\":\"1.0.0\",",
                        "\"document\":\"晋科函〔2025〕11号\",\"clause\":\"五（五）\",\"status\":\"DRAFT\"}]}"));
    }

    @Test
    void shouldReadBack() throws IOException {
        JsonNode written = Requests.MAPPER.readTree(new DecisionWriter().write(decision));

        assertThat(written.at("/policy/year").intValue())
                .isEqualTo(decision.policy().year());
        assertThat(written.get("capRemaining").textValue())
                .isEqualTo(decision.amounts().capRemaining().toString());
        assertThat(written.at("/services/0/grant").textValue())
                .isEqualTo(decision.services().get(0).grant().toString());
        assertThat(written.at("/findings/1/message/zh-CN").textValue())
                .isEqualTo(decision.findings().get(1).message().zh());
        assertThat(written.at("/findings/1/message/en").textValue())
                .isEqualTo(decision.findings().get(1).message().en());
    }

    @ParameterizedTest
    @EnumSource(ClaimOutcome.class)
    void shouldWriteEveryOutcomeOfAClaim(ClaimOutcome outcome) throws IOException {
        JsonNode written =
                Requests.MAPPER.readTree(new DecisionWriter().write(Decisions.of(outcome, List.of(), List.of())));

        assertThat(written.get("outcome").textValue()).isEqualTo(outcome.name());
        assertThat(written.get("services")).isEmpty();
        assertThat(written.get("findings")).isEmpty();
    }

    @Test
    void shouldKeepTheOrderOfServicesAndFindings() throws IOException {
        List<ServiceDecision> services = new ArrayList<>();
        for (ServiceOutcome outcome : ServiceOutcome.values()) {
            services.add(Decisions.service(outcome.name(), outcome, List.of()));
        }
        List<Finding> findings = new ArrayList<>();
        for (FindingOutcome outcome : FindingOutcome.values()) {
            findings.add(Decisions.finding(outcome, "一", "x"));
        }

        JsonNode written = Requests.MAPPER.readTree(
                new DecisionWriter().write(Decisions.of(ClaimOutcome.INCOMPLETE, services, findings)));

        assertThat(written.get("services").findValuesAsText("id"))
                .containsExactly("SUPPORTED", "CARRIED_OVER", "INCOMPLETE", "REJECTED");
        assertThat(written.get("services").findValuesAsText("outcome"))
                .containsExactly("SUPPORTED", "CARRIED_OVER", "INCOMPLETE", "REJECTED");
        assertThat(written.get("findings").findValuesAsText("outcome"))
                .containsExactly("PASSED", "FAILED", "MISSING", "WARNING");
    }
}
