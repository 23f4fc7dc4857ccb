package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.ASSESSMENTS;
import static org.quanlian.rest.Requests.claim;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.wire.ClaimReader;

@ExtendWith(SharedNode.class)
class HostileBodyTest {
    /** The most that a refusal says, whatever it refuses. */
    private static final int MAX_ANSWER = 1024 * 1024;

    /** Much longer than any refusal takes even on a busy machine, and much shorter than work that grows with the square of the input. */
    private static final Duration MAX_WORK = Duration.ofSeconds(20);

    private static final int MEBIBYTE = 1024 * 1024;

    private final RunningNode node;

    HostileBodyTest(RunningNode node) {
        this.node = node;
    }

    static Stream<Arguments> hostileBodies() {
        return Stream.of(
                body("nothing", ""),
                body("blanks", " \n\t ".repeat(1000)),
                body("null", "null"),
                body("a list", "[]"),
                body("a text", "\"claim\""),
                body("a number", "1e400"),
                body("an empty object", "{}"),
                body("an open object", "{"),
                body("half a claim", claim().substring(0, claim().length() / 2)),
                body("something after the claim", claim() + "{}"),
                body("a brace after the claim", claim() + "}"),
                body("a comment", "/* */" + claim()),
                body("single quotation marks", claim().replace('"', '\'')),
                body("the same field twice", claim().replaceFirst("\\{", "{\"asOf\": \"2025-07-01T10:00:00+08:00\",")),
                body("NaN", claim().replace("\"350000.00\"", "NaN")),
                body("nested lists of 1 MiB", "[".repeat(MEBIBYTE)),
                body("nested objects of 1 MiB", "{\"a\":".repeat(MEBIBYTE / 5)),
                body("nested lists inside a claim", claim().replace("\"350000.00\"", "[".repeat(MEBIBYTE))),
                body("an exponent of 400", claim().replace("\"350000.00\"", "1e400")),
                body("an exponent of 999999999", claim().replace(":45", ":1e999999999")),
                body("a number of 400 digits", claim().replace(":45", ":" + "9".repeat(400))),
                body("a number of 1 MiB", claim().replace(":45", ":" + "9".repeat(MEBIBYTE))),
                body("money of 400 digits", claim().replace("350000.00", "9".repeat(400))),
                body("money as a number", claim().replace("\"350000.00\"", "350000.00")),
                body("money with an exponent", claim().replace("350000.00", "1e400")),
                body("a text of 1 MiB", claim().replace("HT-2025-001", "x".repeat(MEBIBYTE))),
                body("a name of 1 MiB", claim().replace("grantedThisYear", "x".repeat(MEBIBYTE))),
                body("a null character", claim().replace("HT-2025-001", "a\\u0000b")),
                body("half a surrogate pair", claim().replace("grantedThisYear", "\\ud800")),
                body("50 000 unknown fields", unknownFields()),
                body("10 000 services", services("{\"id\":\"s%d\"}", 10_000)),
                body("10 000 services that are wrong", services("{\"id\":\"\",\"x%d\":1}", 10_000)),
                body(
                        "200 services with 400 errors each",
                        services("{\"id\":\"%d\",\"invoices\":[" + "{},".repeat(399) + "{}]}", 200)),
                body("wrong types everywhere", "{\"asOf\":1,\"applicant\":[],\"materials\":{},\"services\":\"s\"}"),
                bytes("UTF-16", claim().getBytes(StandardCharsets.UTF_16)),
                bytes("UTF-16 without a mark", claim().getBytes(StandardCharsets.UTF_16LE)),
                bytes("UTF-32", claim().getBytes(Charset.forName("UTF-32"))),
                bytes("GBK", claim().getBytes(Charset.forName("GBK"))),
                bytes("UTF-8 with a byte order mark", ("\uFEFF" + claim()).getBytes(StandardCharsets.UTF_8)),
                bytes(
                        "a broken UTF-8 sequence",
                        claim().replace("HT", "H\u00ff").getBytes(StandardCharsets.ISO_8859_1)),
                bytes("an overlong UTF-8 sequence", new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'
                }),
                bytes("zeros", new byte[MEBIBYTE]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileBodies")
    void aHostileBodyIsRefusedAsABadRequestWithLittleWork(String name, byte[] body) {
        long start = System.nanoTime();
        HttpResponse<String> response = node.post(ASSESSMENTS, body, "Content-Type", "application/json");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_WORK);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body().length()).isLessThan(MAX_ANSWER);
        JsonNode problem = json(response.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:quanlian:problem:invalid-request");
        assertThat(problem.get("errors")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aBodyUpToTheLimitIsReadAndALongerOneIsRefused(int tooMuch) {
        byte[] body = padded(ClaimReader.MAX_BYTES + tooMuch);

        HttpResponse<String> declared = node.post(ASSESSMENTS, body, "Content-Type", "application/json");
        HttpResponse<String> chunked = node.send(
                "POST",
                ASSESSMENTS,
                HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)),
                "Content-Type",
                "application/json");

        assertThat(declared.statusCode()).isEqualTo(tooMuch == 0 ? 200 : 413);
        assertThat(chunked.statusCode()).isEqualTo(tooMuch == 0 ? 200 : 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json-patch+json",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x",
                "application/json;charset=utf-16",
                "application/json;charset=gbk",
                "application/json;charset=\"nonsense\"",
                "application/json, application/json",
                ";;;",
                "json",
                "*/*"
            })
    void aBodyThatIsNotDeclaredAsJsonInUtf8IsNotTaken(String type) {
        byte[] body = claim().getBytes(StandardCharsets.UTF_8);

        assertThat(node.post(ASSESSMENTS, body, "Content-Type", type).statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyThatIsNotDeclaredAtAllIsNotTaken() {
        assertThat(node.post(ASSESSMENTS, claim().getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aBodyThatIsDeclaredTwiceIsNotTaken() {
        byte[] body = claim().getBytes(StandardCharsets.UTF_8);

        assertThat(node.post(ASSESSMENTS, body, "Content-Type", "application/json", "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void aCompressedBodyIsNotTakenSoThatItCannotGrow() {
        byte[] bomb = gzip(new byte[50 * MEBIBYTE]);

        assertThat(node.post(ASSESSMENTS, bomb, "Content-Type", "application/json", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    private static Arguments body(String name, String text) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Arguments bytes(String name, byte[] body) {
        return Arguments.of(name, body);
    }

    private static byte[] padded(int length) {
        String claim = claim();
        int blanks = length - claim.getBytes(StandardCharsets.UTF_8).length;
        return (claim + " ".repeat(blanks)).getBytes(StandardCharsets.UTF_8);
    }

    private static String unknownFields() {
        StringBuilder fields = new StringBuilder("{");
        for (int i = 0; i < 50_000; i++) {
            fields.append("\"x").append(i).append("\":1,");
        }
        return fields.append("\"y\":1}").toString();
    }

    private static String services(String form, int count) {
        return claim(whole -> {
            ArrayNode services = whole.putArray("services");
            for (int i = 0; i < count; i++) {
                services.add(json(form.formatted(i)));
            }
        });
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
