package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.accounts.Account;

/**
 * Files that are more than they seem are kept as they are, opened by nobody, and served so that no browser runs them. On each
 * database.
 */
@EachDatabase
class HostileDocumentTest {
    private static final String UPLOAD = "/api/v1/documents?purpose=CONTRACT";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Duration MAX_WORK = Duration.ofSeconds(20);
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0";
    private static final String PAGE = "<html><script>alert(document.domain)</script></html>";

    private static VoucherNode node;
    private static Account owner;

    @EachDatabase.Setup
    static void start(TestDatabase database) {
        node = new VoucherNode(database, new TickingClock());
        owner = node.accounts().enterprise(new ClaimPeople(node).enterprise());
    }

    @EachDatabase.Teardown
    static void stop() {
        node.close();
    }

    static Stream<Arguments> kept() throws IOException {
        return Stream.of(
                file(
                        "a PDF with scripts",
                        "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
                        "pdf"),
                file(
                        "a PDF that starts programs",
                        "%PDF-1.7\n1 0 obj<</AA<</O<</S/Launch/F(cmd.exe)>>>>>>endobj",
                        "pdf"),
                file("a PDF with a file inside", "%PDF-1.7\n1 0 obj<</Type/EmbeddedFile>>stream\nMZ\nendstream", "pdf"),
                bytes(
                        "a PDF that is a ZIP file too",
                        join("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), zip(Map.of("x", 1))),
                        "pdf"),
                file("a PDF that is a page too", "%PDF-1.7\n" + PAGE, "pdf"),
                file("a picture that is a page too", JPEG + PAGE, "jpeg"),
                bytes(
                        "a picture that is a program archive too",
                        join(latin(PNG), zip(Map.of("META-INF/MANIFEST.MF", 1))),
                        "png"),
                file(
                        "XML with entities from outside",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                        "xml"),
                file("XML that grows a billionfold", laughs(), "xml"),
                file(
                        "XML with a stylesheet that runs",
                        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"x\"?><a/>",
                        "xml"),
                bytes(
                        "OFD that unpacks to a thousand times its size",
                        zip(Map.of("OFD.xml", 10, "a", 200 * MEBIBYTE)),
                        "ofd"),
                bytes(
                        "OFD with names that lead outside",
                        zip(Map.of("OFD.xml", 1, "../../etc/passwd", 1, "/tmp/x", 1)),
                        "ofd"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kept")
    void shouldBeKeptAsItIs_andServedInert(String name, byte[] file, String type) {
        long start = System.nanoTime();
        HttpResponse<String> uploaded = node.upload(owner, UPLOAD + "&name=a." + type, file);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_WORK);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.body()).doesNotContain("root:");
        assertThat(json(uploaded.body()).get("size").asInt()).isEqualTo(file.length);

        HttpResponse<String> served =
                node.get(owner, uploaded.headers().firstValue("Location").orElseThrow() + "/content");

        assertThat(served.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry(
                        "content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'; sandbox"))
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("cross-origin-resource-policy", List.of("same-origin"));
        assertThat(served.headers().firstValue("Content-Type").orElseThrow())
                .matches("(application|image)/" + type + ".*");
        assertThat(served.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; ");
        assertThat(served.body()).doesNotContain("root:");
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                file("a page", "<!DOCTYPE html>" + PAGE, ""),
                file("a page behind blanks", " \n\t" + PAGE, ""),
                file(
                        "XHTML",
                        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"><script/></html>",
                        ""),
                file("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>", ""),
                file("a script", "#!/bin/sh\nrm -rf /\n", ""),
                file("a picture that is a program too", "GIF89a/*" + "x".repeat(100) + "*/=1;alert(1)", ""),
                file("a spreadsheet formula", "=cmd|' /C calc'!A0\n", ""),
                bytes("an archive of archives", zip(Map.of("a.zip", 1000, "b.zip", 1000)), ""),
                bytes("an archive that says it is OFD deeper inside", zip(Map.of("a/OFD.xml", 10)), ""),
                bytes("half of an archive", java.util.Arrays.copyOf(zip(Map.of("OFD.xml", 1000)), 40), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void shouldNotBeTaken_whenItIsOnNoList(String name, byte[] file, String none) {
        for (String declared : List.of("application/octet-stream", "application/pdf", "image/png")) {
            HttpResponse<String> answer = node.upload(owner, UPLOAD + "&name=a.pdf", file, "Content-Type", declared);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(json(answer.body()).at("/errors/0/code").asText()).isEqualTo("document.type");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "..\\..\\windows\\win.ini",
                "a\r\nSet-Cookie: x=1\r\n\r\n<p>",
                "a\u0001.exe",
                "invoice\u202Efdp.exe",
                "a\u2028b\u0085c",
                "\"; filename=\"x.exe",
                "CON",
                "nul.pdf",
                "LPT1.pdf",
                ".htaccess",
                "=HYPERLINK(1)"
            })
    void shouldBeAFileNameOnly_whateverItSays(String name) {
        HttpResponse<String> uploaded = node.upload(
                owner,
                UPLOAD + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> served =
                node.get(owner, uploaded.headers().firstValue("Location").orElseThrow() + "/content");

        assertThat(json(uploaded.body()).get("name").asText())
                .endsWith(".pdf")
                .doesNotContainPattern("[\\p{Cntrl}\\u0085\\u2028\\u202e/\\\\\"<>:|?*]")
                .doesNotStartWith(".")
                .doesNotMatch("(?i)(con|nul|lpt1)\\..*");
        assertThat(served.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename\\*=UTF-8''[A-Za-z0-9._%()*=-]+");
        assertThat(served.headers().map()).doesNotContainKey("set-cookie");
    }

    /** No parameter has NUL, names of documents included: nothing is kept of such an upload. */
    @Test
    void shouldBeRefused_whenItsNameHasNul() {
        HttpResponse<String> refused =
                node.upload(owner, UPLOAD + "&name=a%00.exe", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused.body()).get("detail").asText()).contains("name");
    }

    @Test
    void shouldBeCut_whenANameIsLongerThanAnyFileSystemTakes() {
        HttpResponse<String> uploaded = node.upload(
                owner,
                UPLOAD + "&name=" + URLEncoder.encode("发".repeat(1000), StandardCharsets.UTF_8),
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(json(uploaded.body()).get("name").asText()).hasSizeLessThan(130);
    }

    private static Arguments file(String name, String content, String type) {
        return bytes(name, latin(content), type);
    }

    private static Arguments bytes(String name, byte[] content, String type) {
        return Arguments.of(name, content, type);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static String laughs() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml.append("]><l>&l9;</l>").toString();
    }

    /** A ZIP file with entries of so many zeros. */
    private static byte[] zip(Map<String, Integer> sizes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Integer> size : new java.util.TreeMap<>(sizes).entrySet()) {
                zip.putNextEntry(new ZipEntry(size.getKey()));
                byte[] zeros = new byte[Math.min(size.getValue(), MEBIBYTE)];
                for (int left = size.getValue(); left > 0; left -= zeros.length) {
                    zip.write(zeros, 0, Math.min(left, zeros.length));
                }
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
