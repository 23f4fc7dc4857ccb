package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Applicant;
import org.quanlian.model.Area;
import org.quanlian.model.Claim;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Contract;
import org.quanlian.model.Exclusion;
import org.quanlian.model.Fact;
import org.quanlian.model.Industry;
import org.quanlian.model.Invoice;
import org.quanlian.model.InvoiceNumber;
import org.quanlian.model.Money;
import org.quanlian.model.Party;
import org.quanlian.model.Payment;
import org.quanlian.model.Provider;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.ProviderLevel;
import org.quanlian.model.Qualification;
import org.quanlian.model.QualificationType;
import org.quanlian.model.Scale;
import org.quanlian.model.Service;
import org.quanlian.model.ServiceCategory;
import org.quanlian.model.ServiceMaterial;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.model.Validity;

class ClaimReaderTest {
    private static final UnifiedSocialCreditCode USCC = new UnifiedSocialCreditCode("91140100MA0GTAT1XC");

    @Test
    void shouldReadTheExampleOfTheContract() {
        Applicant applicant = new Applicant(
                new Party.Enterprise(USCC, Fact.of(true)),
                Optional.of("太原示例科技有限公司"),
                Fact.of(new Area("140100")),
                Fact.of(Money.ofYuan(350_000)),
                Fact.of(false),
                Fact.of(Optional.empty()),
                Fact.of(new Scale(
                        Fact.of(Industry.SOFTWARE),
                        Fact.of(45),
                        Fact.of(Money.ofYuan(8_000_000)),
                        Fact.of(Money.ofYuan(5_000_000)))),
                Fact.of(List.of(new Qualification(
                        QualificationType.TECH_SME,
                        Optional.of("202414010500000123"),
                        new Validity(
                                Optional.of(LocalDate.of(2025, 1, 1)), Optional.of(LocalDate.of(2025, 12, 31)))))));
        Provider provider = new Provider(
                Optional.of(new UnifiedSocialCreditCode("12140000405701235K")),
                Optional.of("示例大学分析测试中心"),
                Fact.of(ProviderKind.UNIVERSITY),
                Fact.missing(),
                Fact.of(new Area("140000")),
                Fact.of(true),
                Fact.of(true),
                Fact.of(false),
                Fact.of(false));
        Service service = new Service(
                "s1",
                Fact.of(ServiceCategory.TESTING),
                Fact.of(Optional.empty()),
                provider,
                new Contract(
                        Optional.of("HT-2025-001"),
                        Optional.of(LocalDate.of(2025, 1, 10)),
                        Optional.of(Money.ofYuan(120_000))),
                Fact.of(List.of(new Invoice(
                        InvoiceNumber.digital("25142000000012345678"),
                        LocalDate.of(2025, 3, 2),
                        Money.ofYuan(120_000)))),
                Fact.of(List.of(new Payment(LocalDate.of(2025, 3, 5), Money.ofYuan(120_000)))),
                EnumSet.allOf(ServiceMaterial.class));

        assertThat(new ClaimReader().read(Requests.exampleBytes()))
                .isEqualTo(new Claim(
                        Instant.parse("2025-07-01T02:00:00Z"),
                        applicant,
                        Fact.of(Money.ZERO),
                        EnumSet.allOf(ClaimMaterial.class),
                        List.of(service)));
    }

    @Nested
    class OfAbsentFacts {
        @Test
        void shouldReadTheLeastThatAClaimCanTell() {
            Claim claim = new ClaimReader()
                    .read(
                            Requests.bytes(
                                    """
                            {"asOf": "2025-07-01T02:00:00Z", "services": [{"id": "s1"}],
                             "applicant": {"kind": "ENTERPRISE", "uscc": "91140100MA0GTAT1XC"}}
                            """));

            assertThat(claim.applicant())
                    .isEqualTo(new Applicant(
                            new Party.Enterprise(USCC, Fact.missing()),
                            Optional.empty(),
                            Fact.missing(),
                            Fact.missing(),
                            Fact.missing(),
                            Fact.missing(),
                            Fact.missing(),
                            Fact.missing()));
            assertThat(claim.grantedThisYear()).isEqualTo(Fact.missing());
            assertThat(claim.materials()).isEmpty();
            Service service = claim.services().get(0);
            assertThat(service.provider()).isEqualTo(Provider.UNKNOWN);
            assertThat(service.contract()).isEqualTo(Contract.UNKNOWN);
            assertThat(List.of(service.category(), service.exclusion(), service.invoices(), service.payments()))
                    .containsOnly(Fact.missing());
            assertThat(service.materials()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/applicant/name",
                    "/applicant/host",
                    "/applicant/area",
                    "/applicant/independentLegalPerson",
                    "/applicant/researchSpending",
                    "/applicant/discredited",
                    "/applicant/scale",
                    "/applicant/scale/industry",
                    "/applicant/scale/employees",
                    "/applicant/scale/revenue",
                    "/applicant/scale/assets",
                    "/applicant/qualifications",
                    "/applicant/qualifications/0/number",
                    "/applicant/qualifications/0/validFrom",
                    "/applicant/qualifications/0/validUntil",
                    "/grantedThisYear",
                    "/materials",
                    "/services/0/category",
                    "/services/0/provider",
                    "/services/0/provider/uscc",
                    "/services/0/provider/name",
                    "/services/0/provider/kind",
                    "/services/0/provider/level",
                    "/services/0/provider/area",
                    "/services/0/provider/onSharingPlatform",
                    "/services/0/provider/inVoucherSystem",
                    "/services/0/provider/discredited",
                    "/services/0/provider/affiliated",
                    "/services/0/contract",
                    "/services/0/contract/number",
                    "/services/0/contract/signedOn",
                    "/services/0/contract/amount",
                    "/services/0/invoices",
                    "/services/0/payments",
                    "/services/0/materials"
                })
        void shouldReadNull_asAbsent(String pointer) {
            Claim told = new ClaimReader().read(Requests.bytes(Requests.with(pointer, "null")));
            Claim untold = new ClaimReader().read(Requests.bytes(Requests.without(pointer)));

            assertThat(told).isEqualTo(untold);
        }

        @Test
        void shouldTellNoSuspension_fromAnUntoldOne() {
            assertThat(read(Requests.without("/applicant/suspendedUntil"))
                            .applicant()
                            .suspendedUntil())
                    .isEqualTo(Fact.missing());
            assertThat(read(Requests.with("/applicant/suspendedUntil", "null"))
                            .applicant()
                            .suspendedUntil())
                    .isEqualTo(Fact.of(Optional.empty()));
            assertThat(read(Requests.with("/applicant/suspendedUntil", "\"2025-12-31\""))
                            .applicant()
                            .suspendedUntil())
                    .isEqualTo(Fact.of(Optional.of(LocalDate.of(2025, 12, 31))));
        }

        @Test
        void shouldTellNoExclusion_fromAnUntoldOne() {
            assertThat(service(Requests.without("/services/0/exclusion")).exclusion())
                    .isEqualTo(Fact.missing());
            assertThat(service(Requests.with("/services/0/exclusion", "null")).exclusion())
                    .isEqualTo(Fact.of(Optional.empty()));
            assertThat(service(Requests.with("/services/0/exclusion", "\"AUDIT\""))
                            .exclusion())
                    .isEqualTo(Fact.of(Optional.of(Exclusion.AUDIT)));
        }

        @Test
        void shouldTellNone_fromAnUntoldList() {
            assertThat(service(Requests.with("/services/0/invoices", "[]")).invoices())
                    .isEqualTo(Fact.of(List.of()));
            assertThat(service(Requests.with("/services/0/payments", "[]")).payments())
                    .isEqualTo(Fact.of(List.of()));
            assertThat(read(Requests.with("/applicant/qualifications", "[]"))
                            .applicant()
                            .qualifications())
                    .isEqualTo(Fact.of(List.of()));
        }
    }

    @Nested
    class OfTeams {
        private final ObjectNode team = Requests.with("/applicant/kind", "\"TEAM\"");

        @Test
        void shouldReadTheHostThatFilesForIt() {
            Requests.with(team, "/applicant/uscc", "null");
            Requests.with(team, "/applicant/host", "{\"uscc\": \"91140100MA0GTAT1XC\", \"name\": \"示例孵化器\"}");

            assertThat(read(team).applicant().party())
                    .isEqualTo(new Party.Team(Optional.empty(), Fact.of(new Party.Host(USCC, "示例孵化器"))));
        }

        @Test
        void shouldReadAMissingHost_andACodeOfItsOwn() {
            assertThat(read(team).applicant().party()).isEqualTo(new Party.Team(Optional.of(USCC), Fact.missing()));
        }
    }

    @Nested
    class OfValues {
        @ParameterizedTest
        @CsvSource({
            "2025-07-15T17:00:00+08:00, 2025-07-15T09:00:00Z",
            "2025-07-15T09:00:00Z, 2025-07-15T09:00:00Z",
            "2025-07-15T09:00:00.000000001Z, 2025-07-15T09:00:00.000000001Z",
            "2025-07-15T00:00:00-09:00, 2025-07-15T09:00:00Z"
        })
        void shouldReadInstants_withTheirOffset(String text, String instant) {
            assertThat(read(Requests.with("/asOf", '"' + text + '"')).asOf()).hasToString(instant);
        }

        @Test
        void shouldReadARedLetterInvoice() {
            assertThat(service(Requests.with("/services/0/invoices/0/amount", "\"-120000.05\""))
                            .invoices()
                            .value()
                            .get(0)
                            .amount())
                    .hasToString("-120000.05");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1400000000", "140000000012"})
        void shouldReadAnOlderInvoice_withItsCode(String code) {
            ObjectNode request = Requests.with("/services/0/invoices/0/number", "\"12345678\"");
            Requests.with(request, "/services/0/invoices/0/code", '"' + code + '"');

            assertThat(service(request).invoices().value().get(0).number())
                    .isEqualTo(InvoiceNumber.coded(code, "12345678"));
        }

        /** A digital invoice printed on paper bears a code too. */
        @Test
        void shouldReadADigitalInvoice_byItsTwentyDigitsAlone() {
            assertThat(service(Requests.with("/services/0/invoices/0/code", "\"140000000012\""))
                            .invoices()
                            .value()
                            .get(0)
                            .number())
                    .isEqualTo(InvoiceNumber.digital("25142000000012345678"));
        }

        @Test
        void shouldReadALevel() {
            assertThat(service(Requests.with("/services/0/provider/level", "\"MUNICIPAL\""))
                            .provider()
                            .level())
                    .isEqualTo(Fact.of(ProviderLevel.MUNICIPAL));
        }

        @Test
        void shouldReadAPaperListedTwice_once() {
            assertThat(read(Requests.with("/materials", "[\"BUSINESS_LICENCE\", \"BUSINESS_LICENCE\"]"))
                            .materials())
                    .containsExactly(ClaimMaterial.BUSINESS_LICENCE);
        }

        @Test
        void shouldReadTextsInEveryScript_andEscapes() {
            assertThat(read(Requests.with("/applicant/name", "\"\\u592a\\u539f \\ud842\\udfb7 \\\"é\\\"\""))
                            .applicant()
                            .name())
                    .contains("太原 \ud842\udfb7 \"é\"");
        }
    }

    private static Claim read(ObjectNode request) {
        return new ClaimReader().read(Requests.bytes(request));
    }

    private static Service service(ObjectNode request) {
        return read(request).services().get(0);
    }
}
