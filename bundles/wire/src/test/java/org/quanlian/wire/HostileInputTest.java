package org.quanlian.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes from strangers are refused with an error that can be told, and cost no more than their size. */
class HostileInputTest {
    private static final int MEGABYTE = 1024 * 1024;

    @Nested
    class OfTheWrongEncoding {
        @Test
        void shouldRefuseAByteOrderMark() {
            byte[] marked = concat(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Requests.exampleBytes());

            assertRefused(marked, "", "json.encoding");
        }

        @ParameterizedTest
        @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "GB18030"})
        void shouldRefuseOtherEncodings(String name) {
            String example = new String(Requests.exampleBytes(), StandardCharsets.UTF_8);

            assertThat(Requests.errors(example.getBytes(Charset.forName(name))))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.pointer()).isEmpty();
                        assertThat(error.code()).isIn("json.encoding", "json.syntax");
                    });
        }

        @ParameterizedTest
        @ValueSource(strings = {"C3", "C328", "E28228", "F09F98", "C080", "EDA080", "F8888080", "FF", "F4908080", "80"})
        void shouldRefuseBytesThatAreNoUtf8(String hexadecimal) {
            byte[] before = Requests.bytes("{\"x\": \"");
            byte[] wrong = java.util.HexFormat.of().parseHex(hexadecimal);

            assertRefused(concat(concat(before, wrong), Requests.bytes("\"}")), "", "json.encoding");
        }
    }

    @Nested
    class OfTheWrongShape {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t \r\n"})
        void shouldRefuseNothing(String request) {
            assertRefused(Requests.bytes(request), "", "json.empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "[{}]", "true", "0", "1e400", "\"text\""})
        void shouldRefuseWhatIsNoObject(String request) {
            assertRefused(Requests.bytes(request), "", "json.object");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "null", "[", "1", "\"\""})
        void shouldRefuseWhatFollowsTheEnd(String more) {
            assertRefused(concat(Requests.exampleBytes(), Requests.bytes(more)), "", "json.trailing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"a\"",
                    "{\"a\":",
                    "{\"a\":1",
                    "{\"a\":1,",
                    "{\"a\":1,}",
                    "{a:1}",
                    "{'a':1}",
                    "{\"a\":01}",
                    "{\"a\":+1}",
                    "{\"a\":.5}",
                    "{\"a\":1.}",
                    "{\"a\":NaN}",
                    "{\"a\":Infinity}",
                    "{\"a\":0x1F}",
                    "{\"a\":tru}",
                    "{\"a\":\"\\x\"}",
                    "{\"a\":\"\\u12\"}",
                    "{\"a\":\"\n\"}",
                    "{} x",
                    "{}}",
                    "// note\n{}",
                    "/* note */{}",
                    "\u0000{}",
                    "{\"a\":1 \"b\":2}",
                    "{\"a\":[1 2]}",
                    "<claim/>",
                    "asOf=2025"
                })
        void shouldRefuseWhatIsNoJson(String request) {
            assertThat(Requests.errors(Requests.bytes(request)))
                    .singleElement()
                    .extracting(FieldError::code)
                    .isEqualTo("json.syntax");
        }

        @Test
        void shouldTellTheLineAndColumnOfASlip() {
            List<FieldError> errors = Requests.errors(Requests.bytes("{\n  \"asOf\": oops\n}"));

            assertThat(errors.get(0).message().en()).contains("Line 2, column 1");
            assertThat(errors.get(0).message().zh()).contains("第 2 行第 1");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"asOf\": \"a\", \"asOf\": \"a\"} | /asOf",
                    "{\"x\": [1, {\"y\": {\"z\": 1, \"z\": 2}}]} | /x/1/y/z",
                    "{\"a~b\": 1, \"a~b\": 2} | /a~0b",
                    "{\"\": 1, \"\": 2} | /"
                })
        void shouldRefuseAFieldThatIsThereTwice_whereItIs(String request, String pointer) {
            assertRefused(Requests.bytes(request), pointer, "json.duplicate");
        }
    }

    @Nested
    class OfTheWrongSize {
        @Test
        void shouldRefuseMoreThanTwoMegabytes() {
            assertRefused(new byte[2 * MEGABYTE + 1], "", "json.size");
            assertRefused(Requests.bytes(" ".repeat(2 * MEGABYTE)), "", "json.empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "[[],"})
        void shouldRefuseAMegabyteOfNesting(String level) {
            byte[] request = Requests.bytes(level.repeat(MEGABYTE / level.length()));

            assertThat(Requests.errors(request))
                    .singleElement()
                    .extracting(FieldError::code)
                    .isEqualTo("json.limit");
        }

        @Test
        void shouldAcceptSixteenLevels_andRefuseOneMore() {
            assertThat(Requests.errors(Requests.bytes("{\"x\":" + "[".repeat(15) + "]".repeat(15) + "}")))
                    .extracting(FieldError::code)
                    .contains("field.unknown");
            assertThat(Requests.errors(Requests.bytes("{\"x\":" + "[".repeat(16) + "]".repeat(16) + "}")))
                    .extracting(FieldError::code)
                    .containsExactly("json.limit");
        }

        @Test
        void shouldRefuseTenThousandServices_withOneError() {
            String services = IntStream.range(0, 10_000)
                    .mapToObj(i -> "{\"id\":\"s" + i + "\",\"oops\":1}")
                    .collect(Collectors.joining(",", "[", "]"));

            assertThat(Requests.errors(Requests.with("/services", services)))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(tuple("/services", "list.size"));
        }

        @Test
        void shouldListAThousandErrorsAtMost() {
            ObjectNode request = Requests.example();
            IntStream.range(0, 60_000).forEach(i -> request.put("unknown" + i, i));

            assertThat(Requests.errors(request)).hasSize(1000);
        }

        @Test
        void shouldListAThousandErrorsAtMost_whenEveryServiceIsWrongInManyWays() {
            String service =
                    "{\"provider\":{\"kind\":1,\"level\":1,\"area\":1,\"affiliated\":1},\"a\":1,\"b\":1,\"c\":1}";
            String services = "[" + String.join(",", java.util.Collections.nCopies(200, service)) + "]";

            assertThat(Requests.errors(Requests.with("/services", services))).hasSize(1000);
        }

        @Test
        void shouldRefuseTextsOfAMegabyte() {
            assertRefused(Requests.bytes("{\"asOf\": \"" + "9".repeat(MEGABYTE) + "\"}"), "/asOf", "json.limit");
        }

        @Test
        void shouldReadNamesOfTwoHundredCharacters_andRefuseOneMore() {
            assertThat(Requests.errors(Requests.bytes("{\"" + "n".repeat(200) + "\": 1}")))
                    .extracting(FieldError::code)
                    .contains("field.unknown");
            assertThat(Requests.errors(Requests.bytes("{\"" + "n".repeat(201) + "\": 1}")))
                    .extracting(FieldError::code)
                    .containsExactly("json.limit");
        }

        @Test
        void shouldRefuseNamesOfAMegabyte() {
            assertThat(Requests.errors(Requests.bytes("{\"" + "n".repeat(MEGABYTE) + "\": 1}")))
                    .singleElement()
                    .satisfies(error -> {
                        assertThat(error.code()).isEqualTo("json.limit");
                        assertThat(error.pointer()).hasSizeLessThan(600);
                    });
        }

        @Test
        void shouldRefuseLongNamesAtDepth_withAPointerThatIsOne() {
            String name = "~".repeat(199);
            String nested = ("{\"" + name + "\":").repeat(15) + "oops";

            List<FieldError> errors = Requests.errors(Requests.bytes(nested));

            assertThat(errors).singleElement().extracting(FieldError::code).isEqualTo("json.syntax");
            assertThat(errors.get(0).pointer()).hasSizeLessThan(10_000);
        }

        @Test
        void shouldRefuseLongPointersToDuplicates_withAPointerThatIsOne() {
            String nested = "{\"a\":{\"" + "~".repeat(150) + "\":{\"" + "~".repeat(150) + "\":1,\"" + "~".repeat(150)
                    + "\":1}}}";

            assertThat(Requests.errors(Requests.bytes(nested)))
                    .singleElement()
                    .extracting(FieldError::code)
                    .isEqualTo("json.duplicate");
        }
    }

    @Nested
    class OfTheWrongNumbers {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1e400",
                    "-1e400",
                    "1e-400",
                    "1E+400",
                    "1e999999999",
                    "1e-999999999",
                    "0e999999999",
                    "1.5e999999999",
                    "-0",
                    "0.0000000000000000000001",
                    "123456789012345678901234567890"
                })
        void shouldRefuseNumbersThatNobodyEmploys(String number) {
            String request = new String(Requests.exampleBytes(), StandardCharsets.UTF_8)
                    .replace("\"employees\": 45", "\"employees\": " + number);

            if (number.equals("-0")) {
                assertThat(new ClaimReader().read(Requests.bytes(request))).isNotNull();
            } else {
                assertRefused(Requests.bytes(request), "/applicant/scale/employees", "json.integer");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999", "0e99999999999", "1e2147483648"})
        void shouldRefuseExponentsBeyondCounting(String number) {
            String request = new String(Requests.exampleBytes(), StandardCharsets.UTF_8)
                    .replace("\"employees\": 45", "\"employees\": " + number);

            assertThat(Requests.errors(Requests.bytes(request))).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {31, 400, MEGABYTE})
        void shouldRefuseNumbersOfManyDigits(int digits) {
            assertThat(Requests.errors(Requests.bytes("{\"asOf\": " + "9".repeat(digits) + "}")))
                    .singleElement()
                    .extracting(FieldError::code)
                    .isEqualTo("json.limit");
            assertThat(Requests.errors(Requests.bytes("{\"asOf\": 0." + "9".repeat(digits) + "}")))
                    .singleElement()
                    .extracting(FieldError::code)
                    .isEqualTo("json.limit");
        }

        @Test
        void shouldRefuseAmountsOfManyDigits() {
            assertRefused(
                    Requests.bytes(Requests.with("/grantedThisYear", '"' + "9".repeat(400) + '"')),
                    "/grantedThisYear",
                    "money.size");
        }
    }

    @Nested
    class OfTheWrongCharacters {
        @ParameterizedTest
        @ValueSource(strings = {"\\ud800", "\\udfff", "\\udfb7\\ud842", "x\\ud800", "\\ud800\\ud800"})
        void shouldRefuseHalfACharacter_inATextAndInANumber(String half) {
            assertRefused(
                    withLiteral("\"name\": \"太原示例科技有限公司\"", "\"name\": \"" + half + "\""),
                    "/applicant/name",
                    "text.control");
            assertRefused(withLiteral("\"id\": \"s1\"", "\"id\": \"" + half + "\""), "/services/0/id", "text.control");
            assertRefused(
                    withLiteral("\"area\": \"140100\"", "\"area\": \"" + half + "\""),
                    "/applicant/area",
                    "area.format");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\\ud800", "a\\u0000b", "\\u0007", "\\u009f", "\\udfb7\\ud842", "\\ud83d\\ude00", "\\u2028"})
        void shouldTellAnUnknownFieldOfSuchAName(String name) {
            List<FieldError> errors = Requests.errors(withLiteral("\"asOf\":", "\"" + name + "\": 1, \"asOf\":"));

            assertThat(errors).singleElement().extracting(FieldError::code).isEqualTo("field.unknown");
            assertThat(errors.get(0).pointer()).hasSizeGreaterThan(1);
        }

        @Test
        void shouldTellAFieldOfSuchANameThatIsThereTwice() {
            assertThat(Requests.errors(Requests.bytes("{\"\\ud800\\u0001\": 1, \"\\ud800\\u0001\": 2}")))
                    .extracting(FieldError::pointer, FieldError::code)
                    .containsExactly(tuple("/\ufffd\ufffd", "json.duplicate"));
        }

        private static byte[] withLiteral(String good, String bad) {
            String example = new String(Requests.exampleBytes(), StandardCharsets.UTF_8);
            assertThat(example).contains(good);
            return Requests.bytes(example.replaceFirst(
                    java.util.regex.Pattern.quote(good), java.util.regex.Matcher.quoteReplacement(bad)));
        }
    }

    private static void assertRefused(byte[] request, String pointer, String code) {
        assertThat(Requests.errors(request))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple(pointer, code));
    }

    private static byte[] concat(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }
}
