package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.policy.api.LocalizedText;

class ProblemWriterTest {
    private static final LocalizedText TITLE = new LocalizedText("请求有误", "Bad request");
    private static final LocalizedText DETAIL = new LocalizedText("请改正“\n”后重试", "Correct it and try again");

    @Test
    void shouldWriteEachErrorWithItsPointer_inBothLanguages() {
        Problem problem = new Problem(
                "urn:quanlian:problem:invalid-request",
                TITLE,
                400,
                DETAIL,
                Optional.of("claim.late"),
                "4bf92f35",
                List.of(new FieldError("/a~1b/0", "uscc.check", new LocalizedText("校验位不符", "It does not fit"))));

        assertThat(new String(new ProblemWriter().write(problem), StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "",
                        "{\"type\":\"urn:quanlian:problem:invalid-request\",\"title\":\"请求有误\",\"status\":400,",
                        "\"detail\":\"请改正“\\n”后重试\",\"code\":\"claim.late\",\"traceId\":\"4bf92f35\",",
                        "\"messages\":{\"zh-CN\":\"请改正“\\n”后重试\",\"en\":\"Correct it and try again\"},",
                        "\"errors\":[{\"pointer\":\"/a~1b/0\",\"code\":\"uscc.check\",",
                        "\"message\":{\"zh-CN\":\"校验位不符\",\"en\":\"It does not fit\"}}]}"));
    }

    @Test
    void shouldWriteNoErrors_whenTheProblemIsAnother() {
        Problem problem = new Problem(
                "urn:quanlian:problem:policy-not-found", TITLE, 404, DETAIL, Optional.empty(), "", List.of());

        assertThat(new String(new ProblemWriter().write(problem), StandardCharsets.UTF_8))
                .contains("\"status\":404")
                .endsWith("\"errors\":[]}");
    }

    @Test
    void shouldSumUpARefusal_forLogs() {
        InvalidRequestException refusal = new InvalidRequestException(List.of(
                new FieldError("/asOf", "field.required", new LocalizedText("缺少", "It is required")),
                new FieldError("/x", "field.unknown", new LocalizedText("未知", "It is unknown"))));

        assertThat(refusal).hasMessage("/asOf: It is required; /x: It is unknown");
    }
}
