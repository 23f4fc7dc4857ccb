package org.quanlian.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;

class DescriptorsTest {
    private static final LegalDocument NOTICE =
            new LegalDocument("晋科函〔2025〕11号", "通知", "省科技厅", Optional.of(LocalDate.of(2025, 2, 20)));
    private static final LegalDocument MEASURES = new LegalDocument("晋科发〔2024〕16号", "办法", "省科技厅", Optional.empty());
    private static final LocalizedText TITLE = new LocalizedText("创新券", "Vouchers");

    @Test
    void shouldNameTheFirstDocument_asTheNoticeOfTheYear() {
        assertThat(policy(List.of(NOTICE, MEASURES)).document()).isEqualTo("晋科函〔2025〕11号");
    }

    @Test
    void shouldRefuseAPolicyThatStandsOnNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy(List.of()));
    }

    @Test
    void shouldTellAnAgreementsNameAsServiceProperties() {
        AgreementDescriptor agreement = new AgreementDescriptor(
                "hainan-shanxi",
                Version.parse("1.2.3"),
                new Area("140000"),
                new Area("460000"),
                TITLE,
                Status.IN_FORCE,
                List.of(NOTICE));

        assertThat(agreement.serviceProperties())
                .containsOnly(
                        Map.entry("agreement", "hainan-shanxi"),
                        Map.entry("host", "140000"),
                        Map.entry("version", "1.2.3"));
    }

    @ParameterizedTest
    @CsvSource({"'', 一", "' ', 一", "晋科函〔2025〕11号, ''", "晋科函〔2025〕11号, ' '"})
    void shouldRefuseAReferenceWithoutDocumentOrClause(String document, String clause) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LegalRef(document, clause));
    }

    private static PolicyDescriptor policy(List<LegalDocument> documents) {
        DateRange year = new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        return new PolicyDescriptor(
                new PolicyKey(new Area("140000"), 2025, Version.parse("1.0.0")),
                Status.IN_FORCE,
                TITLE,
                documents,
                new PolicyWindows(year, year, Instant.EPOCH, Instant.EPOCH, 5, false));
    }
}
