package org.quanlian.policies.shanxi2025;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quanlian.agreements.hainanshanxi.HainanShanxi;
import org.quanlian.policy.api.Circumstances;
import org.quanlian.policy.api.PolicyPack;
import org.quanlian.policy.api.RuleDescription;
import org.quanlian.wire.ClaimReader;
import org.quanlian.wire.DecisionSummary;
import org.quanlian.wire.DecisionWriter;
import org.quanlian.wire.FieldError;
import org.quanlian.wire.GoldenCases;
import org.quanlian.wire.InvalidRequestException;

class GoldenCasesTest {
    private static final int AT_LEAST = 700;

    private static final PolicyPack PACK = new Shanxi2025();
    private static final Circumstances CIRCUMSTANCES = new Circumstances(List.of(new HainanShanxi()));

    static Stream<GoldenCases.Case> cases() {
        return GoldenCases.of(GoldenCasesTest.class).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shouldDecideAsTheNoticeMeans(GoldenCases.Case golden) throws IOException {
        if (golden.refused()) {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class, () -> new ClaimReader().read(golden.requestBytes()));
            assertThat(refusal).as("the request is refused").isNotNull();
            assertThat(refusal.errors())
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrderElementsOf(golden.invalid());
            return;
        }
        byte[] decision =
                new DecisionWriter().write(PACK.assess(new ClaimReader().read(golden.requestBytes()), CIRCUMSTANCES));

        // Equal as JSON: members may stand in any order.
        assertThat(DecisionSummary.of(decision)).isEqualTo(golden.expected());
        assertEveryRuleSpoke(decision);
    }

    @Test
    void shouldBeManyWithDistinctNames() {
        List<GoldenCases.Case> all = cases().toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(all).extracting(GoldenCases.Case::name).doesNotHaveDuplicates();
    }

    private void assertEveryRuleSpoke(byte[] decision) throws IOException {
        JsonNode written = new ObjectMapper().readTree(decision);
        List<String> claimRules = rules(written.get("findings"));
        written.get("services").forEach(service -> {
            List<String> spoken = new ArrayList<>(claimRules);
            spoken.addAll(rules(service.get("findings")));
            assertThat(spoken)
                    .containsExactlyElementsOf(
                            PACK.rules().stream().map(RuleDescription::id).toList());
        });
    }

    private static List<String> rules(JsonNode findings) {
        List<String> rules = new ArrayList<>();
        findings.forEach(finding -> rules.add(finding.get("rule").textValue()));
        return rules;
    }
}
