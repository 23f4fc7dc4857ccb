package org.quanlian.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-b7ad6b7169203331-01",
                "00-" + TRACE + "-b7ad6b7169203331-00",
                "01-" + TRACE + "-b7ad6b7169203331-01",
                "01-" + TRACE + "-b7ad6b7169203331-01-what-the-future-will-be"
            })
    void aValidTraceparentIsContinued(String traceparent) {
        assertThat(TraceId.continuing(traceparent).value()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                TRACE,
                "00-" + TRACE + "-b7ad6b7169203331",
                "00-" + TRACE + "-b7ad6b7169203331-01-more",
                "ff-" + TRACE + "-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319g-b7ad6b7169203331-01",
                "00-" + TRACE + "-b7ad6b7169203331-01\ninjected"
            })
    void anotherFormIsIgnoredAndTheTraceIsFresh(String traceparent) {
        String trace = TraceId.continuing(traceparent).value();

        assertThat(trace).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
    }

    @Test
    void aTraceparentOfUnreasonableLengthIsIgnored() {
        assertThat(TraceId.continuing("01-" + TRACE + "-b7ad6b7169203331-01-" + "x".repeat(1000))
                        .value())
                .isNotEqualTo(TRACE);
    }

    @Test
    void freshTracesDifferAndAreNeverZero() {
        Set<String> traces = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            traces.add(TraceId.continuing(null).value());
        }

        assertThat(traces).hasSize(10_000).doesNotContain("0".repeat(32));
    }
}
