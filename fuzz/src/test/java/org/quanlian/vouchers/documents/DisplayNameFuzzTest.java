package org.quanlian.vouchers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Names of files as they are shown: they hide nothing, lead nowhere, and fit into a header. */
class DisplayNameFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void names(@NotNull String typed) {
        for (DocumentType type : DocumentType.values()) {
            String shown = DisplayName.of(typed, type);
            assertThat(shown)
                    .isNotBlank()
                    .doesNotContain("/", "\\", "\"", "<", ">")
                    .doesNotStartWith(".");
            assertThat(shown.codePoints())
                    .noneMatch(c -> Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT
                            || Character.getType(c) == Character.SURROGATE);
            // A longer name was cut, and then got the ending of its type.
            if (shown.codePointCount(0, shown.length()) <= 120) {
                assertThat(DisplayName.of(shown, type)).isEqualTo(shown);
            }
        }
    }
}
