package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.model.DateRange;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.parameters.DatedValue;
import org.quanlian.policy.api.parameters.Parameter;
import org.quanlian.policy.api.parameters.Parameters;
import org.quanlian.policy.api.parameters.Verification;

class PolicyWriterTest {
    private static final LegalRef SOURCE = new LegalRef(Decisions.NOTICE, "三");
    private static final LocalDate FIRST = LocalDate.of(2024, 10, 1);

    private final PolicyWriter writer = new PolicyWriter();

    @Test
    void shouldWriteAVersionWithItsBasis_inAFixedOrder() {
        assertThat(text(writer.write(policy("support.ratio", "ratio", "0.50"))))
                .isEqualTo(String.join(
                        "",
                        "{\"province\":\"140000\",\"year\":2025,\"version\":\"1.0.0\",\"status\":\"DRAFT\",",
                        "\"current\":true,\"document\":\"晋科函〔2025〕11号\",",
                        "\"title\":{\"zh-CN\":\"创新券\",\"en\":\"Vouchers\"},\"digest\":\"sha-256:00\",",
                        "\"documents\":[{\"number\":\"晋科函〔2025〕11号\",\"title\":\"通知\",\"issuer\":\"科技厅\",",
                        "\"issuedOn\":\"2025-02-20\"},{\"number\":\"办法\",\"title\":\"办法\",\"issuer\":\"科技厅\",",
                        "\"issuedOn\":null}],",
                        "\"windows\":{\"servicePeriod\":{\"from\":\"2024-10-01\",\"until\":\"2025-06-30\"},",
                        "\"carryOverPeriod\":{\"from\":\"2025-07-01\",\"until\":\"2025-12-31\"},",
                        "\"filingDeadline\":\"2025-07-15T17:00:00+08:00\",",
                        "\"recommendationDeadline\":\"2025-07-30T17:00:00+08:00\",",
                        "\"publicNoticeWorkingDays\":5,\"publicNoticeFirstDayCounts\":false},",
                        "\"parameters\":[{\"name\":\"support.ratio\",",
                        "\"description\":{\"zh-CN\":\"参数\",\"en\":\"Parameter\"},\"unit\":\"ratio\",\"values\":[",
                        "{\"from\":\"2024-10-01\",\"value\":\"0.50\",\"document\":\"晋科函〔2025〕11号\",\"clause\":\"三\",",
                        "\"verification\":\"stated\",\"note\":null},",
                        "{\"from\":\"2025-05-01\",\"value\":\"0.50\",\"document\":\"晋科函〔2025〕11号\",\"clause\":\"三\",",
                        "\"verification\":\"unverified\",\"note\":\"说明\"}]}],",
                        "\"rules\":[{\"id\":\"rule.one\",\"document\":\"晋科函〔2025〕11号\",\"clause\":\"三\",",
                        "\"title\":{\"zh-CN\":\"规则一\",\"en\":\"Rule one\"}}]}"));
    }

    @Test
    void shouldWriteValuesOfEveryType_asTheyStandInTheFile() throws IOException {
        Map<String, Object> bounds = new LinkedHashMap<>();
        bounds.put("revenue", List.of(20_000, 500, 50));
        bounds.put("used", true);
        bounds.put("until", "2025-06-30");

        assertThat(valueOf(policy("size", "people", bounds)))
                .hasToString("{\"revenue\":[20000,500,50],\"used\":true,\"until\":\"2025-06-30\"}");
        assertThat(valueOf(policy("days", "days", 5)).isInt()).isTrue();
        assertThat(valueOf(policy("yes", "yes/no", false)).isBoolean()).isTrue();
        assertThat(valueOf(policy("area", "area", "140000")).isTextual()).isTrue();
        assertThat(valueOf(policy("kinds", "choices", List.of("A", "B")))).hasToString("[\"A\",\"B\"]");
    }

    @Test
    void shouldWriteAPage_withTheCursorOfTheNext() throws IOException {
        PolicyView policy = policy("support.ratio", "ratio", "0.50");
        JsonNode page = Requests.MAPPER.readTree(writer.writeList(List.of(policy, policy), Optional.of("abc")));

        assertThat(page.properties()).extracting(Map.Entry::getKey).containsExactly("items", "next");
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("items").get(1)).isEqualTo(Requests.MAPPER.readTree(writer.write(policy)));
        assertThat(page.get("next").textValue()).isEqualTo("abc");
    }

    @Test
    void shouldWriteTheLastPage_withoutACursor() {
        assertThat(text(writer.writeList(List.of(), Optional.empty()))).isEqualTo("{\"items\":[],\"next\":null}");
    }

    private static JsonNode valueOf(PolicyView policy) throws IOException {
        return Requests.MAPPER.readTree(new PolicyWriter().write(policy)).at("/parameters/0/values/0/value");
    }

    private static PolicyView policy(String parameter, String unit, Object value) {
        PolicyDescriptor descriptor = new PolicyDescriptor(
                Decisions.KEY,
                Status.DRAFT,
                new LocalizedText("创新券", "Vouchers"),
                List.of(
                        new LegalDocument(Decisions.NOTICE, "通知", "科技厅", Optional.of(LocalDate.of(2025, 2, 20))),
                        new LegalDocument("办法", "办法", "科技厅", Optional.empty())),
                new PolicyWindows(
                        new DateRange(FIRST, LocalDate.of(2025, 6, 30)),
                        new DateRange(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 12, 31)),
                        Instant.parse("2025-07-15T09:00:00Z"),
                        Instant.parse("2025-07-30T09:00:00Z"),
                        5,
                        false));
        List<DatedValue> values = List.of(
                new DatedValue(FIRST, value, SOURCE, Verification.STATED, Optional.empty()),
                new DatedValue(LocalDate.of(2025, 5, 1), value, SOURCE, Verification.UNVERIFIED, Optional.of("说明")));
        return new PolicyView(
                descriptor,
                "sha-256:00",
                new Parameters(List.of(new Parameter(parameter, new LocalizedText("参数", "Parameter"), unit, values))),
                List.of(new RuleDescription("rule.one", SOURCE, new LocalizedText("规则一", "Rule one"))),
                true);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
