package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in form is refused with its pointer and its code, all of it at once. */
class ClaimReaderRefusalsTest {
    @Nested
    class OneByOne {
        /** A value as JSON, where it stands in the example, and the code of its refusal. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "/asOf | \"2025-07-01\" | instant.format",
                    "/asOf | \"2025-07-01T10:00:00\" | instant.format",
                    "/asOf | \"2025-07-01T10:00:00+0800\" | instant.format",
                    "/asOf | \"2025-07-01T10:00+08:00\" | instant.format",
                    "/asOf | \"2025-07-01 10:00:00+08:00\" | instant.format",
                    "/asOf | \"2025-02-30T10:00:00+08:00\" | instant.format",
                    "/asOf | \"2025-07-01T24:00:00+08:00\" | instant.format",
                    "/asOf | \"2025-07-01T10:00:00+19:00\" | instant.format",
                    "/asOf | \"2025-07-01T10:00:00.1234567891Z\" | instant.format",
                    "/asOf | \"+12025-07-01T10:00:00Z\" | instant.format",
                    "/asOf | \"\" | instant.format",
                    "/asOf | 1751335200 | json.string",
                    "/asOf | {} | json.string",
                    "/applicant | [] | json.object",
                    "/applicant | \"91140100MA0GTAT1XC\" | json.object",
                    "/applicant/kind | \"COMPANY\" | field.choice",
                    "/applicant/kind | \"enterprise\" | field.choice",
                    "/applicant/kind | 1 | json.string",
                    "/applicant/uscc | \"91140100MA0GTAT1X\" | uscc.length",
                    "/applicant/uscc | \"91140100ma0gtat1xc\" | uscc.character",
                    "/applicant/uscc | \"91140100MA0GTAT1XD\" | uscc.check",
                    "/applicant/uscc | 911401000000000000 | json.string",
                    "/applicant/name | \"\" | text.blank",
                    "/applicant/name | \"  \" | text.blank",
                    "/applicant/name | \"a\\u0000b\" | text.control",
                    "/applicant/name | \"a\\u0085b\" | text.control",
                    "/applicant/name | \"a\\ud800b\" | text.control",
                    "/applicant/name | 7 | json.string",
                    "/applicant/host | {\"uscc\": \"91140100MA0GTAT1XC\", \"name\": \"示例\"} | host.superfluous",
                    "/applicant/area | \"1401\" | area.format",
                    "/applicant/area | \"14010A\" | area.format",
                    "/applicant/area | \"990000\" | area.province",
                    "/applicant/area | 140100 | json.string",
                    "/applicant/independentLegalPerson | \"true\" | json.boolean",
                    "/applicant/independentLegalPerson | 1 | json.boolean",
                    "/applicant/researchSpending | \"-0.01\" | money.negative",
                    "/applicant/researchSpending | \"1.234\" | money.format",
                    "/applicant/researchSpending | \"1e3\" | money.format",
                    "/applicant/researchSpending | \"1,000\" | money.format",
                    "/applicant/researchSpending | \"\" | money.format",
                    "/applicant/researchSpending | \"1000000000000\" | money.size",
                    "/applicant/researchSpending | 350000 | json.string",
                    "/applicant/researchSpending | 350000.00 | json.string",
                    "/applicant/discredited | \"no\" | json.boolean",
                    "/applicant/suspendedUntil | \"2025-7-1\" | date.format",
                    "/applicant/suspendedUntil | \"2025-02-29\" | date.format",
                    "/applicant/suspendedUntil | \"2025-07-01T00:00:00Z\" | date.format",
                    "/applicant/suspendedUntil | \"+2025-07-01\" | date.format",
                    "/applicant/suspendedUntil | \"+12025-07-01\" | date.format",
                    "/applicant/suspendedUntil | \"-2025-07-01\" | date.format",
                    "/applicant/suspendedUntil | false | json.string",
                    "/applicant/scale | [] | json.object",
                    "/applicant/scale/industry | \"IT\" | field.choice",
                    "/applicant/scale/employees | 45.5 | json.integer",
                    "/applicant/scale/employees | 45.0 | json.integer",
                    "/applicant/scale/employees | \"45\" | json.integer",
                    "/applicant/scale/employees | -1 | employees.range",
                    "/applicant/scale/employees | 10000001 | employees.range",
                    "/applicant/scale/revenue | \"-1\" | money.negative",
                    "/applicant/scale/assets | \"-1\" | money.negative",
                    "/applicant/qualifications | {} | json.array",
                    "/applicant/qualifications/0 | null | json.object",
                    "/applicant/qualifications/0 | \"TECH_SME\" | json.object",
                    "/applicant/qualifications/0/type | \"SME\" | field.choice",
                    "/applicant/qualifications/0/number | \"\" | text.blank",
                    "/applicant/qualifications/0/validFrom | \"2025\" | date.format",
                    "/applicant/qualifications/0/validUntil | \"2024-12-31\" | period.order",
                    "/grantedThisYear | \"-1.00\" | money.negative",
                    "/grantedThisYear | 0 | json.string",
                    "/materials | \"BUSINESS_LICENCE\" | json.array",
                    "/materials/1 | \"INVOICE\" | field.choice",
                    "/materials/1 | null | json.string",
                    "/services | {} | json.array",
                    "/services | [] | list.empty",
                    "/services/0 | null | json.object",
                    "/services/0/id | \"\" | text.blank",
                    "/services/0/id | 1 | json.string",
                    "/services/0/category | \"TEST\" | field.choice",
                    "/services/0/exclusion | \"OTHER\" | field.choice",
                    "/services/0/exclusion | false | json.string",
                    "/services/0/provider | \"x\" | json.object",
                    "/services/0/provider/uscc | \"12140000405701235L\" | uscc.check",
                    "/services/0/provider/name | \"\\n\" | text.blank",
                    "/services/0/provider/kind | \"COLLEGE\" | field.choice",
                    "/services/0/provider/level | \"COUNTY\" | field.choice",
                    "/services/0/provider/area | \"000000\" | area.province",
                    "/services/0/provider/onSharingPlatform | \"yes\" | json.boolean",
                    "/services/0/provider/inVoucherSystem | 0 | json.boolean",
                    "/services/0/provider/discredited | [] | json.boolean",
                    "/services/0/provider/affiliated | {} | json.boolean",
                    "/services/0/contract | 5 | json.object",
                    "/services/0/contract/number | \"\" | text.blank",
                    "/services/0/contract/signedOn | \"2025-13-01\" | date.format",
                    "/services/0/contract/amount | \"-120000.00\" | money.negative",
                    "/services/0/invoices | \"none\" | json.array",
                    "/services/0/invoices/0 | [] | json.object",
                    "/services/0/invoices/0/number | \"123\" | invoice.number",
                    "/services/0/invoices/0/number | \"2514200000001234567X\" | invoice.number",
                    "/services/0/invoices/0/number | \"\\uff125142000000012345678\" | invoice.number",
                    "/services/0/invoices/0/number | 25142000000012345678 | json.string",
                    "/services/0/invoices/0/code | \"14000000001\" | invoice.code",
                    "/services/0/invoices/0/issuedOn | \"2025/03/02\" | date.format",
                    "/services/0/invoices/0/amount | \"120000.001\" | money.format",
                    "/services/0/invoices/0/amount | 120000 | json.string",
                    "/services/0/payments | {} | json.array",
                    "/services/0/payments/0 | 120000 | json.object",
                    "/services/0/payments/0/paidOn | \"yesterday\" | date.format",
                    "/services/0/payments/0/amount | \"-0.01\" | money.negative",
                    "/services/0/materials | {} | json.array",
                    "/services/0/materials/0 | \"BUSINESS_LICENCE\" | field.choice",
                })
        void shouldRefuseAWrongValue_withItsPointerAndCode(String pointer, String value, String code) {
            assertRefused(Requests.with(pointer, value), pointer, code);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/asOf",
                    "/applicant",
                    "/applicant/kind",
                    "/applicant/uscc",
                    "/applicant/qualifications/0/type",
                    "/services",
                    "/services/0/id",
                    "/services/0/invoices/0/number",
                    "/services/0/invoices/0/issuedOn",
                    "/services/0/invoices/0/amount",
                    "/services/0/payments/0/paidOn",
                    "/services/0/payments/0/amount"
                })
        void shouldRefuseAnAbsentField_thatEveryClaimTells(String pointer) {
            assertRefused(Requests.without(pointer), pointer, "field.required");
            assertRefused(Requests.with(pointer, "null"), pointer, "field.required");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "/applicant",
                    "/applicant/scale",
                    "/applicant/qualifications/0",
                    "/services/0",
                    "/services/0/provider",
                    "/services/0/contract",
                    "/services/0/invoices/0",
                    "/services/0/payments/0"
                })
        void shouldRefuseAnUnknownField_atEveryLevel(String object) {
            assertRefused(Requests.with(object + "/bonus", "\"1.00\""), object + "/bonus", "field.unknown");
            assertRefused(Requests.with(object + "/bonus", "null"), object + "/bonus", "field.unknown");
        }

        @Test
        void shouldEscapeAnUnknownField_inItsPointer() {
            ObjectNode request = Requests.example();
            request.put("a/b~c", 1);
            request.put("", 1);

            assertThat(Requests.errors(request))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(tuple("/a~1b~0c", "field.unknown"), tuple("/", "field.unknown"));
        }

        @Test
        void shouldRefuseAHostWithoutCodeOrName() {
            ObjectNode team = Requests.with("/applicant/kind", "\"TEAM\"");
            Requests.with(team, "/applicant/host", "{\"extra\": 1}");

            assertThat(Requests.errors(team))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactlyInAnyOrder(
                            tuple("/applicant/host/uscc", "field.required"),
                            tuple("/applicant/host/name", "field.required"),
                            tuple("/applicant/host/extra", "field.unknown"));
        }

        @Test
        void shouldAskForTheCode_ofAnEightDigitInvoice() {
            assertRefused(
                    Requests.with("/services/0/invoices/0/number", "\"12345678\""),
                    "/services/0/invoices/0/number",
                    "invoice.code.required");
        }

        @ParameterizedTest
        @ValueSource(strings = {"140000000", "14000000001", "1400000000123", "14000000AB", ""})
        void shouldRefuseACodeThatIsNotTenOrTwelveDigits(String code) {
            ObjectNode request = Requests.with("/services/0/invoices/0/number", "\"12345678\"");
            Requests.with(request, "/services/0/invoices/0/code", '"' + code + '"');

            assertRefused(request, "/services/0/invoices/0/code", "invoice.code");
        }

        @Test
        void shouldRefuseAnIdThatIsThereTwice_whereItIsThereAgain() {
            ObjectNode request = Requests.with("/services/1", "{\"id\": \"s2\"}");
            Requests.with(request, "/services/2", "{\"id\": \"s1\"}");

            assertRefused(request, "/services/2/id", "service.id");
            assertThat(Requests.errors(request).get(0).message().en()).contains("s1");
        }
    }

    @Nested
    class OfLimits {
        @Test
        void shouldAcceptTextsOfTwoHundredCharacters_andRefuseOneMore() {
            assertRead(Requests.with("/applicant/name", '"' + "长".repeat(200) + '"'));
            assertRefused(
                    Requests.with("/applicant/name", '"' + "长".repeat(201) + '"'), "/applicant/name", "text.length");
        }

        @Test
        void shouldAcceptFiftyQualifications_andRefuseOneMore() {
            assertRead(Requests.with("/applicant/qualifications", copies("{\"type\": \"TECH_SME\"}", 50)));
            assertRefused(
                    Requests.with("/applicant/qualifications", copies("{\"type\": \"TECH_SME\"}", 51)),
                    "/applicant/qualifications",
                    "list.size");
        }

        @Test
        void shouldAcceptTwoHundredServices_andRefuseOneMore() {
            assertRead(Requests.with("/services", services(200)));
            assertRefused(Requests.with("/services", services(201)), "/services", "list.size");
        }

        @Test
        void shouldAcceptFourHundredInvoicesAndPayments_andRefuseOneMore() {
            String invoice =
                    "{\"number\": \"25142000000012345678\", \"issuedOn\": \"2025-03-02\", \"amount\": \"1.00\"}";
            String payment = "{\"paidOn\": \"2025-03-02\", \"amount\": \"1.00\"}";

            assertRead(Requests.with("/services/0/invoices", copies(invoice, 400)));
            assertRefused(
                    Requests.with("/services/0/invoices", copies(invoice, 401)), "/services/0/invoices", "list.size");
            assertRead(Requests.with("/services/0/payments", copies(payment, 400)));
            assertRefused(
                    Requests.with("/services/0/payments", copies(payment, 401)), "/services/0/payments", "list.size");
        }

        @Test
        void shouldAcceptFiftyPapers_andRefuseOneMore() {
            assertRead(Requests.with("/materials", copies("\"BUSINESS_LICENCE\"", 50)));
            assertRefused(Requests.with("/materials", copies("\"BUSINESS_LICENCE\"", 51)), "/materials", "list.size");
        }

        private static String services(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> "{\"id\": \"s" + i + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private static String copies(String json, int count) {
            return "[" + String.join(",", java.util.Collections.nCopies(count, json)) + "]";
        }

        private static void assertRead(ObjectNode request) {
            assertThat(new ClaimReader().read(Requests.bytes(request))).isNotNull();
        }
    }

    @Nested
    class AllAtOnce {
        @Test
        void shouldListEveryInvalidField() {
            ObjectNode request = Requests.with("/asOf", "\"tomorrow\"");
            Requests.with(request, "/applicant/uscc", "\"91140100MA0GTAT1XD\"");
            Requests.with(request, "/applicant/area", "\"1\"");
            Requests.with(request, "/applicant/scale/employees", "-1");
            Requests.with(request, "/applicant/scale/revenue", "\"-1\"");
            Requests.with(request, "/applicant/qualifications/0/validUntil", "\"2024-12-31\"");
            Requests.with(request, "/grantedThisYear", "\"1.234\"");
            Requests.with(request, "/materials/0", "\"NONE\"");
            Requests.with(request, "/services/0/contract/amount", "\"-1\"");
            Requests.with(request, "/services/0/invoices/0/number", "\"1\"");
            Requests.with(request, "/services/0/invoices/0/amount", "1");
            Requests.with(request, "/services/0/payments/0/paidOn", "\"2025-02-30\"");
            Requests.with(request, "/services/1", "{\"id\": \"s1\", \"provider\": 7, \"extra\": true}");
            Requests.with(request, "/surprise", "{}");

            assertThat(Requests.errors(request))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactlyInAnyOrder(
                            tuple("/asOf", "instant.format"),
                            tuple("/applicant/uscc", "uscc.check"),
                            tuple("/applicant/area", "area.format"),
                            tuple("/applicant/scale/employees", "employees.range"),
                            tuple("/applicant/scale/revenue", "money.negative"),
                            tuple("/applicant/qualifications/0/validUntil", "period.order"),
                            tuple("/grantedThisYear", "money.format"),
                            tuple("/materials/0", "field.choice"),
                            tuple("/services/0/contract/amount", "money.negative"),
                            tuple("/services/0/invoices/0/number", "invoice.number"),
                            tuple("/services/0/invoices/0/amount", "json.string"),
                            tuple("/services/0/payments/0/paidOn", "date.format"),
                            tuple("/services/1/id", "service.id"),
                            tuple("/services/1/provider", "json.object"),
                            tuple("/services/1/extra", "field.unknown"),
                            tuple("/surprise", "field.unknown"));
        }

        @Test
        void shouldListEveryAbsentField() {
            assertThat(Requests.errors(Requests.bytes("{}")))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactlyInAnyOrder(
                            tuple("/asOf", "field.required"),
                            tuple("/applicant", "field.required"),
                            tuple("/services", "field.required"));
            assertThat(Requests.errors(Requests.bytes("{\"applicant\": {}, \"services\": [{}]}")))
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder("/asOf", "/applicant/kind", "/services/0/id");
        }

        @Test
        void shouldListThatThereIsNoService_besideOtherErrors() {
            ObjectNode request = Requests.without("/asOf");
            Requests.with(request, "/services", "[]");

            assertThat(Requests.errors(request))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactlyInAnyOrder(tuple("/asOf", "field.required"), tuple("/services", "list.empty"));
        }

        @Test
        void shouldNotCallServicesEmpty_whenEachOfThemIsWrong() {
            assertThat(Requests.errors(Requests.with("/services", "[{}, 1]")))
                    .extracting(FieldError::pointer)
                    .containsExactlyInAnyOrder("/services/0/id", "/services/1");
        }

        @Test
        void shouldTellTheChoices_inTheMessage() {
            List<FieldError> errors = Requests.errors(Requests.with("/services/0/provider/level", "\"COUNTY\""));

            assertThat(errors.get(0).message().en()).contains("NATIONAL", "PROVINCIAL", "MUNICIPAL");
            assertThat(errors.get(0).message().zh()).contains("NATIONAL", "PROVINCIAL", "MUNICIPAL");
        }
    }

    private static void assertRefused(ObjectNode request, String pointer, String code) {
        assertThat(Requests.errors(request))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple(pointer, code));
    }
}
