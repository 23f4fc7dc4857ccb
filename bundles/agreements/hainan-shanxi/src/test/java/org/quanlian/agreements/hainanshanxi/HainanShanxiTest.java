package org.quanlian.agreements.hainanshanxi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Area;
import org.quanlian.policy.api.Agreement;
import org.quanlian.policy.api.AgreementDescriptor;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.Status;

class HainanShanxiTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    private final Agreement agreement = new HainanShanxi();

    @ParameterizedTest
    @ValueSource(strings = {"460000", "460100", "460200", "460300", "460400", "469001", "469030"})
    void shouldAdmitProvidersOfAllHainan_withoutALastDay(String area) {
        assertThat(agreement.admits(new Area(area), FIRST_DAY)).isTrue();
        assertThat(agreement.admits(new Area(area), LocalDate.of(2999, 12, 31))).isTrue();
    }

    @Test
    void shouldAdmitProvidersOfHainan_fromItsFirstDay() {
        assertThat(agreement.admits(new Area("460100"), FIRST_DAY)).isTrue();
        assertThat(agreement.admits(new Area("460100"), FIRST_DAY.minusDays(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"440100", "450000", "140000", "140100", "110000"})
    void shouldAdmitNobodyElse(String area) {
        assertThat(agreement.admits(new Area(area), FIRST_DAY)).isFalse();
    }

    @Test
    void shouldAdmitNobody_beforeItsFirstDay() {
        assertThat(agreement.admits(new Area("460000"), LocalDate.MIN)).isFalse();
    }

    @Test
    void shouldSayBetweenWhomItIs() {
        AgreementDescriptor descriptor = agreement.descriptor();

        assertThat(descriptor.id()).isEqualTo("hainan-shanxi");
        assertThat(descriptor.host()).isEqualTo(new Area("140000"));
        assertThat(descriptor.partner()).isEqualTo(new Area("460000"));
        assertThat(descriptor.title().zh()).contains("海南省", "山西省", "协议");
        assertThat(descriptor.title().en()).contains("Hainan", "Shanxi", "agreement");
    }

    @Test
    void shouldGiveEachValueItsClause_inADocumentItStandsOn() {
        assertThat(agreement.parameters().all()).isNotEmpty();
        agreement.parameters().all().forEach(parameter -> assertThat(parameter.values())
                .allSatisfy(value -> {
                    assertThat(value.source().clause()).isEqualTo("五（五）");
                    assertThat(agreement.descriptor().documents())
                            .extracting(LegalDocument::number)
                            .contains(value.source().document());
                }));
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
