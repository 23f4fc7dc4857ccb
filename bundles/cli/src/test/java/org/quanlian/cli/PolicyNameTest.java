package org.quanlian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Version;

class PolicyNameTest {
    private static final PolicyKey KEY = new PolicyKey(new Area("140000"), 2025, Version.parse("1.0.0"));

    @ParameterizedTest
    @ValueSource(strings = {"140000/2025", "140000/2025/1.0.0"})
    void isReadAsItIsWritten(String text) {
        PolicyName name = PolicyName.parse(text);

        assertThat(name).hasToString(text);
        assertThat(name.fits(KEY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"460000/2025", "140000/2026", "140000/2025/1.0.1"})
    void fitsNoOtherPolicy(String text) {
        assertThat(PolicyName.parse(text).fits(KEY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "140000", "140100/2025", "990000/2025", "140000/1999", "140000/2025/1.0", "140000/2025/"})
    void isRefusedWhenItIsNone(String text) {
        assertThatThrownBy(() -> PolicyName.parse(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void namesExactlyOneVersionWhenMadeOfItsKey() {
        assertThat(PolicyName.of(KEY)).hasToString(KEY.toString());
    }
}
