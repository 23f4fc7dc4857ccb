package org.quanlian.routing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ContributionKeyTest {
    @Test
    void shouldNameThePolicyVersion_whenAPackContributes() {
        assertThat(ContributionKey.of(7, Map.of("province", "140000", "year", 2025, "version", "1.0.0")))
                .isEqualTo("140000-2025-1.0.0");
    }

    @Test
    void shouldNameTheAgreementVersion_whenAnAgreementContributes() {
        assertThat(ContributionKey.of(7, Map.of("agreement", "hainan-shanxi", "version", "1.0.0")))
                .isEqualTo("hainan-shanxi-1.0.0");
    }

    @Test
    void shouldNameTheService_whenNothingElseIsSaid() {
        assertThat(ContributionKey.of(7, Map.of())).isEqualTo("service-7");
    }

    @Test
    void shouldNameTheService_whenTheVersionIsMissing() {
        assertThat(ContributionKey.of(7, Map.of("province", "140000", "year", 2025)))
                .isEqualTo("service-7");
    }
}
