package org.quanlian.agreements.hainanshanxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.Status;

class HainanShanxiTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private final Agreement agreement = new HainanShanxi();

    @Test
    void shouldAdmitProvidersOfHainan_fromItsFirstDay() {
        assertThat(agreement.admits(new Area("460100"), FIRST_DAY)).isTrue();
        assertThat(agreement.admits(new Area("460100"), FIRST_DAY.minusDays(1))).isFalse();
    }

    @Test
    void shouldAdmitNobodyElse() {
        assertThat(agreement.admits(new Area("440100"), FIRST_DAY)).isFalse();
    }

    @Test
    void shouldStandOnTheNoticeAlone() {
        assertThat(agreement.descriptor().status()).isEqualTo(Status.IN_FORCE);
        assertThat(agreement.descriptor().documents()).extracting("number").containsExactly("晋科函〔2025〕11号");
    }

    @Test
    void shouldBeFoundWithoutAFramework() {
        assertThat(ServiceLoader.load(Agreement.class)).hasExactlyElementsOfTypes(HainanShanxi.class);
    }
}
