package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Whatever a header says, a trace is one. */
class TraceIdFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void traceparents(@NotNull String header) {
        assertThat(TraceId.continuing(header).value()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
    }
}
