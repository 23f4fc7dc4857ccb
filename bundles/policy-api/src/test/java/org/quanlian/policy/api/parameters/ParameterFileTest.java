package org.quanlian.policy.api.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.model.Area;
import org.quanlian.model.DateRange;
import org.quanlian.model.Industry;
import org.quanlian.model.Money;
import org.quanlian.policy.api.LegalDocument;
import org.quanlian.policy.api.LegalRef;
import org.quanlian.policy.api.LocalizedText;
import org.quanlian.policy.api.OwnFiles;
import org.quanlian.policy.api.PolicyKey;
import org.quanlian.policy.api.Ratio;
import org.quanlian.policy.api.Status;
import org.quanlian.policy.api.Version;

class ParameterFileTest {
    private static final String GOOD =
            """
            policy:
              province: "140000"
              year: 2025
              version: 1.0.0
              title: {zh-CN: 创新券, en: Vouchers}
            documents:
              - {number: 文〔2025〕1号, title: 通知, issuer: 科技厅, issuedOn: 2025-02-20}
              - {number: 文〔2017〕213号, title: 办法, issuer: 统计局}
            parameters:
              support.cap:
                description: {zh-CN: 限额, en: Cap}
                unit: yuan
                values:
                  - {from: 2024-10-01, value: "500000.00", clause: 三, verification: stated}
              support.ratio:
                description: {zh-CN: 比例, en: Ratio}
                unit: ratio
                values:
                  - {from: 2024-10-01, value: "0.50", clause: 三, verification: interpreted, note: 说明}
              filing.deadline:
                description: {zh-CN: 截止, en: Deadline}
                unit: instant
                values:
                  - {from: 2024-10-01, value: "2025-07-15T17:00:00+08:00", clause: 四（四）, verification: stated}
              service.period:
                description: {zh-CN: 周期, en: Period}
                unit: days
                values:
                  - {from: 2024-10-01, value: {from: 2024-10-01, until: 2025-06-30}, clause: 二（一）, verification: stated}
              notice.workingDays:
                description: {zh-CN: 公示期, en: Notice}
                unit: working days
                values:
                  - {from: 2024-10-01, value: 5, clause: 四（七）, verification: stated}
              notice.firstDayCounts:
                description: {zh-CN: 首日, en: First day}
                unit: yes/no
                values:
                  - {from: 2024-10-01, value: false, clause: 四（七）, verification: stated}
              applicant.province:
                description: {zh-CN: 注册地, en: Area}
                unit: area
                values:
                  - {from: 2024-10-01, value: "140000", clause: 一, verification: stated}
              size.industries:
                description: {zh-CN: 行业, en: Industries}
                unit: choices
                values:
                  - {from: 2024-10-01, value: [RETAIL, POST], clause: 附表, document: 文〔2017〕213号, verification: stated}
              size.default:
                description: {zh-CN: 行业, en: Industry}
                unit: choice
                values:
                  - {from: 2024-10-01, value: OTHER, clause: 附表, document: 文〔2017〕213号, verification: stated}
            """;

    /** What the good file says, typed. */
    private record Terms(
            Money cap,
            Ratio ratio,
            Instant deadline,
            DateRange period,
            int workingDays,
            boolean firstDayCounts,
            Area province,
            Set<Industry> industries,
            Industry industry) {
        static Terms read(ParameterReader file) {
            return new Terms(
                    file.read("support.cap", ValueTypes.MONEY),
                    file.read("support.ratio", ValueTypes.RATIO),
                    file.read("filing.deadline", ValueTypes.INSTANT),
                    file.read("service.period", ValueTypes.PERIOD),
                    file.read("notice.workingDays", ValueTypes.WORKING_DAYS),
                    file.read("notice.firstDayCounts", ValueTypes.YES_NO),
                    file.read("applicant.province", ValueTypes.AREA),
                    file.read("size.industries", ValueTypes.setOf(Industry.class)),
                    file.read("size.default", ValueTypes.oneOf(Industry.class)));
        }
    }

    @Nested
    class ThatIsCompleteAndExact {
        private final ParameterFile file = file(GOOD);

        @Test
        void shouldTellItsName() {
            assertThat(file.policyKey()).isEqualTo(new PolicyKey(new Area("140000"), 2025, new Version(1, 0, 0)));
            assertThat(file.version()).isEqualTo(new Version(1, 0, 0));
            assertThat(file.title()).isEqualTo(new LocalizedText("创新券", "Vouchers"));
        }

        @Test
        void shouldTellItsDocuments_theMainOneFirst() {
            assertThat(file.documents())
                    .containsExactly(
                            new LegalDocument("文〔2025〕1号", "通知", "科技厅", Optional.of(LocalDate.of(2025, 2, 20))),
                            new LegalDocument("文〔2017〕213号", "办法", "统计局", Optional.empty()));
        }

        @Test
        void shouldTurnIntoTypedTerms() {
            assertThat(file.bind(Terms::read).latest())
                    .isEqualTo(new Terms(
                            Money.parse("500000.00"),
                            Ratio.parse("0.5"),
                            Instant.parse("2025-07-15T09:00:00Z"),
                            new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2025, 6, 30)),
                            5,
                            false,
                            new Area("140000"),
                            Set.of(Industry.RETAIL, Industry.POST),
                            Industry.OTHER));
        }

        @Test
        void shouldKeepEachValueWithItsSource() {
            assertThat(file.parameters().find("support.ratio").orElseThrow())
                    .isEqualTo(new Parameter(
                            "support.ratio",
                            new LocalizedText("比例", "Ratio"),
                            "ratio",
                            List.of(new DatedValue(
                                    LocalDate.of(2024, 10, 1),
                                    "0.50",
                                    new LegalRef("文〔2025〕1号", "三"),
                                    Verification.INTERPRETED,
                                    Optional.of("说明")))));
            assertThat(file.parameters()
                            .find("size.default")
                            .orElseThrow()
                            .values()
                            .get(0)
                            .source())
                    .isEqualTo(new LegalRef("文〔2017〕213号", "附表"));
        }

        @Test
        void shouldKeepTheOrderOfTheFile() {
            assertThat(file.parameters().all())
                    .extracting(Parameter::name)
                    .startsWith("support.cap", "support.ratio", "filing.deadline")
                    .hasSize(9);
        }
    }

    @Nested
    class ThatIsNoSuchFile {
        @Test
        void shouldBeRefused_whenItIsMissing() {
            ParameterException refusal =
                    refusal(() -> ParameterFile.ofPolicy(OwnFiles.beside(Anchor.class, Map.of()), "absent.yaml"));

            assertThat(refusal).hasMessage("absent.yaml: the file is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "[]", "text", "7", "policy: {", "a: b: c", "\tpolicy: {}", "--- {}\n--- {}", "\u0000"})
        void shouldBeRefused_whenItIsNoMap(String text) {
            assertThat(refusal(() -> file(text)).getMessage()).startsWith("policy.yaml: ");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "policy: &a [*a]",
                    "? &a {b: *a}\n: 1",
                    "documents: &b {c: *b}",
                    "parameters: {a: &x 1, b: *x}"
                })
        void shouldBeRefused_whenItHasAnAlias(String text) {
            assertThat(refusal(() -> file(text)).getMessage()).contains("an alias (*) at line");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{a: ", "- "})
        void shouldBeRefused_whenItIsNestedTooDeep(String level) {
            assertThat(refusal(() -> file("policy: \n  " + level.repeat(20_000)))
                            .getMessage())
                    .contains("nested deeper than 20");
        }

        @Test
        void shouldBeRefused_whenItIsOfAnotherKind() {
            assertThat(refusal(() -> ParameterFile.ofAgreement(beside(GOOD), "policy.yaml"))
                            .problems())
                    .singleElement()
                    .asString()
                    .contains("'policy'");
        }
    }

    @Nested
    class WithABadHeader {
        @ParameterizedTest
        @ValueSource(strings = {"province", "year", "version", "title"})
        void shouldBeRefused_whenAKeyIsMissing(String key) {
            assertThat(problemsOfForm(withoutLine("  " + key + ":"))).containsExactly("policy." + key + ": missing");
        }

        @Test
        void shouldBeRefused_whenAKeyIsUnknown() {
            assertThat(problemsOfForm(changed("  year: 2025", "  year: 2025\n  yaer: 2025")))
                    .singleElement()
                    .asString()
                    .startsWith("policy: ")
                    .contains("'yaer'");
        }

        @ParameterizedTest
        @CsvSource({
            "'province: \"140000\"', province: 140000, province",
            "'province: \"140000\"', 'province: \"140100\"', province",
            "'province: \"140000\"', 'province: \"990000\"', province",
            "year: 2025, 'year: \"2025\"', year",
            "year: 2025, year: 1999, year",
            "version: 1.0.0, version: 1.0, version",
            "version: 1.0.0, version: 1.0.0-SNAPSHOT, version"
        })
        void shouldBeRefused_whenAValueIsIllTyped(String good, String bad, String key) {
            ParameterFile file = file(changed(good, bad));

            assertThat(refusal(file::policyKey).problems())
                    .singleElement()
                    .asString()
                    .contains(key);
        }

        @ParameterizedTest
        @ValueSource(strings = {"title: 创新券", "title: {zh-CN: 创新券}", "title: {zh-CN: 创新券, en: ''}"})
        void shouldBeRefused_whenTheTitleStandsInOneLanguageOnly(String title) {
            ParameterFile file = file(changed("title: {zh-CN: 创新券, en: Vouchers}", title));

            assertThat(refusal(file::title).problems())
                    .singleElement()
                    .asString()
                    .startsWith("title: ");
        }
    }

    @Nested
    class WithBadDocuments {
        @Test
        void shouldBeRefused_whenThereAreNone() {
            String none = GOOD.replaceAll("(?m)^  - \\{number.*\n", "").replace("documents:", "documents: []");

            assertThat(problemsOfForm(none)).containsExactly("documents: there are none");
        }

        @Test
        void shouldBeRefused_whenOneHasNoNumber() {
            assertThat(problemsOfForm(changed("number: 文〔2017〕213号, ", "")))
                    .containsExactly("documents[1].number: missing");
        }

        @Test
        void shouldBeRefused_whenTheDayOfIssueIsNoDay() {
            assertThat(problemsOfForm(changed("issuedOn: 2025-02-20", "issuedOn: 2025-02-30")))
                    .singleElement()
                    .asString()
                    .startsWith("documents[0]: ");
        }
    }

    @Nested
    class WithAParameterOfBadForm {
        @ParameterizedTest
        @ValueSource(strings = {"from: 2024-10-01, ", "value: \"500000.00\", ", "clause: 三, "})
        void shouldBeRefused_whenAnEntryOfAValueIsMissing(String entry) {
            String key = entry.substring(0, entry.indexOf(':'));

            assertThat(problemsOfForm(changed(entry + "", "", "500000.00")))
                    .containsExactly("support.cap.values[0]." + key + ": missing");
        }

        @Test
        void shouldBeRefused_whenNobodySaysHowSureWeAre() {
            assertThat(problemsOfForm(changed("clause: 三, verification: stated", "clause: 三")))
                    .containsExactly("support.cap.values[0].verification: missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", ""})
        void shouldBeRefused_whenAValueIsNull(String nothing) {
            assertThat(problemsOfForm(changed("value: \"500000.00\"", "value: " + nothing)))
                    .containsExactly("support.cap.values[0].value: missing");
        }

        @ParameterizedTest
        @ValueSource(strings = {"''", "' '", "3", "[三]"})
        void shouldBeRefused_whenTheClauseSaysNothing(String clause) {
            assertThat(problemsOfForm(
                            changed("clause: 三, verification: stated", "clause: " + clause + ", verification: stated")))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap.values[0]: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"sure", "Stated", "''", "true"})
        void shouldBeRefused_whenTheVerificationIsNoneOfTheThree(String verification) {
            assertThat(problemsOfForm(
                            changed("clause: 三, verification: stated", "clause: 三, verification: " + verification)))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap.values[0]: ");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2024-13-01", "2024-10-1", "20241001", "'2024-10-01T00:00:00Z'"})
        void shouldBeRefused_whenTheFirstDayIsNoDay(String from) {
            assertThat(problemsOfForm(
                            changed("from: 2024-10-01, value: \"500000.00\"", "from: " + from + ", value: \"1\"")))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap.values[0]: ")
                    .contains("expected a");
        }

        @Test
        void shouldBeRefused_whenAnEntryOfAValueIsUnknown() {
            assertThat(problemsOfForm(changed(
                            "clause: 三, verification: stated", "clause: 三, verification: stated, until: 2025-01-01")))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap.values[0]: ")
                    .contains("'until'");
        }

        @ParameterizedTest
        @CsvSource({
            "2024-10-01, 2024-10-01",
            "2025-05-01, 2024-10-01",
        })
        void shouldBeRefused_whenItsValuesAreNotInTheOrderOfTheirFirstDays(String one, String other) {
            String two =
                    """
                      - {from: %s, value: "500000.00", clause: 三, verification: stated}
                      - {from: %s, value: "600000.00", clause: 三, verification: stated}
                """
                            .formatted(one, other);

            assertThat(problemsOfForm(changed(
                            "      - {from: 2024-10-01, value: \"500000.00\", clause: 三, verification: stated}\n",
                            two)))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap: ")
                    .contains("order");
        }

        @Test
        void shouldBeRefused_whenItHasNoValue() {
            assertThat(
                            problemsOfForm(
                                    GOOD
                                            + """
                              empty.one:
                                description: {zh-CN: 空, en: Empty}
                                unit: yuan
                                values: []
                            """))
                    .singleElement()
                    .asString()
                    .startsWith("empty.one: ");
        }

        @ParameterizedTest
        @CsvSource({
            "'    unit: yuan\n', support.cap.unit: missing",
            "'    description: {zh-CN: 限额, en: Cap}\n', support.cap.description: missing"
        })
        void shouldBeRefused_whenItHasNoUnitOrDescription(String line, String problem) {
            assertThat(problemsOfForm(changed(line, ""))).containsExactly(problem);
        }

        @Test
        void shouldBeRefused_whenItsDescriptionStandsInOneLanguageOnly() {
            assertThat(problemsOfForm(changed("{zh-CN: 限额, en: Cap}", "{zh-CN: 限额}")))
                    .singleElement()
                    .asString()
                    .startsWith("support.cap: ");
        }

        @Test
        void shouldBeRefused_whenItIsThereTwice() {
            String twice = GOOD + GOOD.substring(GOOD.indexOf("  support.cap:"), GOOD.indexOf("  support.ratio:"));

            assertThat(problemsOfForm(twice)).singleElement().asString().contains("support.cap");
        }

        @Test
        void shouldBeRefused_whenAnEntryIsThereTwice() {
            assertThat(problemsOfForm(
                            changed("clause: 三, verification: stated", "clause: 三, clause: 四, verification: stated")))
                    .singleElement()
                    .asString()
                    .contains("clause");
        }

        @Test
        void shouldBeRefused_whenItHasNoName() {
            assertThat(problemsOfForm(GOOD + "  null: {}\n"))
                    .isNotEmpty()
                    .allMatch(problem -> problem.startsWith("null"));
        }

        @Test
        void shouldBeRefused_withAllThatIsWrong() {
            String bad = GOOD.replace("clause: 三, verification: stated", "verification: stated")
                    .replace("value: \"0.50\", ", "")
                    .replace("clause: 四（七）, verification: stated", "clause: 四（七）, verification: maybe");

            assertThat(problemsOfForm(bad))
                    .hasSize(4)
                    .satisfiesExactly(
                            cap -> assertThat(cap).isEqualTo("support.cap.values[0].clause: missing"),
                            ratio -> assertThat(ratio).isEqualTo("support.ratio.values[0].value: missing"),
                            days -> assertThat(days).startsWith("notice.workingDays.values[0]: "),
                            first -> assertThat(first).startsWith("notice.firstDayCounts.values[0]: "));
        }
    }

    @Nested
    class ThatDoesNotFitItsReading {
        @Test
        void shouldBeRefused_whenAParameterIsMissing() {
            String without = GOOD.substring(0, GOOD.indexOf("  size.default:"));

            assertThat(problemsOfReading(without)).containsExactly("size.default: missing");
        }

        @Test
        void shouldBeRefused_whenAParameterIsUnknown() {
            assertThat(problemsOfReading(changed(
                            "  size.default:",
                            "  size.extra: &extra\n"
                                    + GOOD.substring(GOOD.indexOf("  size.default:") + "  size.default:\n".length())
                                    + "  size.default:")))
                    .containsExactly("size.extra: unknown");
        }

        @ParameterizedTest
        @CsvSource({
            "unit: yuan, unit: 10 000 yuan, support.cap",
            "unit: working days, unit: days, notice.workingDays",
            "unit: yes/no, unit: choice, notice.firstDayCounts"
        })
        void shouldBeRefused_whenTheUnitIsAnother(String good, String bad, String key) {
            assertThat(problemsOfReading(changed(good, bad)))
                    .singleElement()
                    .asString()
                    .startsWith(key + ": its unit is '");
        }

        @ParameterizedTest
        @CsvSource({
            "'value: \"500000.00\"', value: 500000, support.cap",
            "'value: \"500000.00\"', 'value: \"500000.001\"', support.cap",
            "'value: \"0.50\"', value: 0.50, support.ratio",
            "'value: \"0.50\"', 'value: \"1.50\"', support.ratio",
            "'value: \"2025-07-15T17:00:00+08:00\"', 'value: \"2025-07-15T17:00:00\"', filing.deadline",
            "'value: \"2025-07-15T17:00:00+08:00\"', value: 2025-07-15, filing.deadline",
            "until: 2025-06-30, until: 2024-09-30, service.period",
            "until: 2025-06-30, to: 2025-06-30, service.period",
            "'until: 2025-06-30}', '}', service.period",
            "value: 5, value: 5.0, notice.workingDays",
            "value: 5, value: -5, notice.workingDays",
            "value: 5, 'value: \"5\"', notice.workingDays",
            "value: 5, value: 3000000000, notice.workingDays",
            "value: false, value: 'no', notice.firstDayCounts",
            "value: false, value: 0, notice.firstDayCounts",
            "'value: \"140000\"', value: 140000, applicant.province",
            "'value: \"140000\"', 'value: \"990000\"', applicant.province",
            "'[RETAIL, POST]', '[RETAIL, SHOP]', size.industries",
            "'[RETAIL, POST]', '[RETAIL, RETAIL]', size.industries",
            "'[RETAIL, POST]', '[]', size.industries",
            "'[RETAIL, POST]', RETAIL, size.industries",
            "value: OTHER, value: other, size.default",
            "value: OTHER, '{value: OTHER}', size.default"
        })
        void shouldBeRefused_whenAValueIsIllTyped(String good, String bad, String key) {
            String file = bad.startsWith("{value") ? changed("value: OTHER", "value: {a: OTHER}") : changed(good, bad);

            assertThat(problemsOfReading(file)).singleElement().asString().startsWith(key + ": ");
        }

        @Test
        void shouldBeRefused_withAllThatIsWrong() {
            String bad = GOOD.replace("unit: ratio", "unit: per cent")
                    .replace("value: \"500000.00\"", "value: 500000")
                    .replace("size.default:", "size.defualt:");

            assertThat(problemsOfReading(bad))
                    .hasSize(4)
                    .anySatisfy(problem -> assertThat(problem).startsWith("support.cap: "))
                    .anySatisfy(problem -> assertThat(problem).startsWith("support.ratio: its unit is 'ratio'"))
                    .contains("size.default: missing", "size.defualt: unknown");
        }

        @Test
        void shouldBeRefused_whenTheReadingItselfRefusesGoodValues() {
            ParameterFile file = file(GOOD);

            assertThat(refusal(() -> file.bind(reader -> {
                                Terms terms = Terms.read(reader);
                                throw new IllegalArgumentException("a cap of " + terms.cap() + " is too small");
                            }))
                            .problems())
                    .containsExactly("parameters on 2024-10-01: a cap of 500000.00 is too small");
        }

        @Test
        void shouldBeRefused_whenThereAreNoParameters() {
            String none = GOOD.substring(0, GOOD.indexOf("parameters:")) + "parameters: {}\n";

            assertThat(problemsOfReading(none)).containsExactly("parameters: there are none");
        }

        @Test
        void shouldBeRefused_whenTheParametersAreNoMap() {
            String list = GOOD.substring(0, GOOD.indexOf("parameters:")) + "parameters: []\n";

            assertThat(problemsOfForm(list)).singleElement().asString().startsWith("parameters: ");
        }
    }

    @Nested
    class OfAnAgreement {
        private static final String AGREEMENT =
                """
                agreement:
                  id: hainan-shanxi
                  version: 1.2.3
                  host: "140000"
                  partner: "460000"
                  title: {zh-CN: 协议, en: agreement}
                documents:
                  - {number: 文〔2025〕1号, title: 通知, issuer: 科技厅}
                parameters:
                  providers.area:
                    description: {zh-CN: 注册地, en: Area}
                    unit: area
                    values:
                      - {from: 2024-10-01, value: "460000", clause: 五（五）, verification: stated}
                """;

        @Test
        void shouldTellWhoItIs() {
            ParameterFile file = agreement(AGREEMENT);

            assertThat(file.agreementId()).isEqualTo("hainan-shanxi");
            assertThat(file.version()).isEqualTo(new Version(1, 2, 3));
            assertThat(file.area("host")).isEqualTo(new Area("140000"));
            assertThat(file.area("partner")).isEqualTo(new Area("460000"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "version", "host", "partner", "title"})
        void shouldBeRefused_whenAKeyIsMissing(String key) {
            String without = AGREEMENT.replaceAll("(?m)^  " + key + ":.*\n", "");

            assertThat(refusal(() -> agreement(without)).problems()).containsExactly("agreement." + key + ": missing");
        }

        @Test
        void shouldBeRefused_whenAnAreaIsIllTyped() {
            ParameterFile file = agreement(AGREEMENT.replace("host: \"140000\"", "host: 140000"));

            assertThat(refusal(() -> file.area("host")).problems())
                    .singleElement()
                    .asString()
                    .startsWith("host: ");
        }

        private static ParameterFile agreement(String text) {
            return ParameterFile.ofAgreement(beside(text), "policy.yaml");
        }
    }

    @Test
    void shouldNameTheFileInTheMessage() {
        assertThat(refusal(() -> file(changed("clause: 三, verification: stated", "verification: stated"))))
                .hasMessage("policy.yaml: support.cap.values[0].clause: missing");
    }

    @Test
    void shouldBeADraft_asSoonAsOneValueIsNotVerified() {
        assertThat(file(GOOD).parameters().status()).isEqualTo(Status.IN_FORCE);
        assertThat(file(changed(
                                "value: OTHER, clause: 附表, document: 文〔2017〕213号, verification: stated",
                                "value: OTHER, clause: 附表, verification: unverified"))
                        .parameters()
                        .status())
                .isEqualTo(Status.DRAFT);
    }

    private static List<String> problemsOfForm(String text) {
        return refusal(() -> file(text)).problems();
    }

    private static List<String> problemsOfReading(String text) {
        ParameterFile file = file(text);
        return refusal(() -> file.bind(Terms::read)).problems();
    }

    private static ParameterException refusal(ThrowingCallable reading) {
        ParameterException refusal = catchThrowableOfType(ParameterException.class, reading);
        assertThat(refusal).as("the file is refused").isNotNull();
        return refusal;
    }

    private static ParameterFile file(String text) {
        return ParameterFile.ofPolicy(beside(text), "policy.yaml");
    }

    private static Class<?> beside(String text) {
        return OwnFiles.beside(Anchor.class, Map.of("policy.yaml", text));
    }

    /** The good file with its first such words changed. */
    private static String changed(String good, String bad) {
        assertThat(GOOD).contains(good);
        int at = GOOD.indexOf(good);
        return GOOD.substring(0, at) + bad + GOOD.substring(at + good.length());
    }

    /** The good file with words changed on the first line that contains others. */
    private static String changed(String good, String bad, String onLineWith) {
        int start = GOOD.lastIndexOf('\n', GOOD.indexOf(onLineWith)) + 1;
        int end = GOOD.indexOf('\n', start);
        String line = GOOD.substring(start, end);
        assertThat(line).contains(good);
        return GOOD.substring(0, start) + line.replace(good, bad) + GOOD.substring(end);
    }

    private static String withoutLine(String beginning) {
        int start = GOOD.indexOf("\n" + beginning) + 1;
        assertThat(start).isPositive();
        return GOOD.substring(0, start) + GOOD.substring(GOOD.indexOf('\n', start) + 1);
    }

    /** The class beside which the files of these tests lie. */
    private static final class Anchor {}
}
