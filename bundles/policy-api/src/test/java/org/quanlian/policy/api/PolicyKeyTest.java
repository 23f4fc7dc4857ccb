package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;

class PolicyKeyTest {
    @Test
    void shouldStandInTheOrderOfProvinceYearAndVersion() {
        assertThat(Stream.of(
                                key("460000", 2024, "1.0.0"),
                                key("140000", 2026, "1.0.0"),
                                key("140000", 2025, "1.10.0"),
                                key("140000", 2025, "1.9.0"))
                        .sorted())
                .extracting(PolicyKey::toString)
                .containsExactly("140000/2025/1.9.0", "140000/2025/1.10.0", "140000/2026/1.0.0", "460000/2024/1.0.0");
    }

    @Test
    void shouldBelongToAWholeProvince() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key("140100", 2025, "1.0.0"))
                .withMessageContaining("140100");
    }

    @Test
    void shouldHaveAYearOfFourDigits() {
        assertThat(key("140000", 2000, "1.0.0").year()).isEqualTo(2000);
        assertThat(key("140000", 2999, "1.0.0").year()).isEqualTo(2999);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key("140000", 1999, "1.0.0"))
                .withMessageContaining("1999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key("140000", 3000, "1.0.0"))
                .withMessageContaining("3000");
    }

    @Test
    void shouldTellItsNameAsServiceProperties() {
        assertThat(key("140000", 2025, "1.0.0").serviceProperties())
                .containsOnly(
                        java.util.Map.entry("province", "140000"),
                        java.util.Map.entry("year", 2025),
                        java.util.Map.entry("version", "1.0.0"));
    }

    private static PolicyKey key(String province, int year, String version) {
        return new PolicyKey(new Area(province), year, Version.parse(version));
    }
}
