package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/** Registration, catalogue, lists and relations over HTTP, from the first word to what the public finds. */
@EachDatabase
class RegistryTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    @TempDir
    private Path data;

    private final TestDatabase database;
    private final Random random = new Random();
    private NodeWithAccounts node;

    RegistryTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        node = new NodeWithAccounts(database, data);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldTakeAProvider_fromRegistrationToTheCatalogue() {
        String login = "lab." + random.nextInt(1, Integer.MAX_VALUE);
        HttpResponse<String> registered = node.running()
                .post(
                        "/api/v1/providers",
                        """
                        {"uscc": "%s", "name": "示例虹膜检测中心", "area": "140105", "providerKind": "KEY_LABORATORY",
                         "representative": {"name": "张示例", "idNumber": "11010519491231002X"},
                         "approvals": [{"platform": "示例重点实验室", "document": "示科发〔2024〕1号",
                                        "issuer": "示例科技厅", "level": "PROVINCIAL"}],
                         "sharingNumber": "GX-1",
                         "account": {"login": "%s", "name": "李示例", "password": "four plain words here"}}"""
                                .formatted(uscc(), login));
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        JsonNode provider = Requests.json(registered.body());
        assertThat(provider.at("/state").asText()).isEqualTo("PENDING");
        assertThat(provider.at("/level").asText()).isEqualTo("PROVINCIAL");
        assertThat(registered.body()).doesNotContain("19491231").contains("110105********002X");
        String location = registered.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo("/api/v1/registrations/" + provider.at("/id").asText());

        Account account = node.store()
                .read(session -> session.accounts().findByLogin(login))
                .orElseThrow();
        HttpResponse<String> offered = send(
                "POST",
                "/api/v1/services",
                """
                {"category": "TESTING", "name": "虹膜显微成像", "description": "按示例规范",
                 "price": "120.50", "unit": "样品", "area": "140105"}""",
                account,
                Optional.empty());
        assertThat(offered.statusCode()).as(offered.body()).isEqualTo(201);
        assertThat(found("虹膜显微")).isEmpty();

        Account centre = node.account(Role.SHARING_CENTRE);
        assertThat(send("POST", location + "/approve", "{}", centre, Optional.of("\"v9\""))
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> approved =
                send("POST", location + "/approve", "{\"onSharingPlatform\": true}", centre, Optional.of("\"v1\""));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(Requests.json(approved.body()).at("/sharingConfirmed").asBoolean())
                .isTrue();

        assertThat(found("虹膜显微")).contains("虹膜显微成像");
        assertThat(found("显微")).contains("虹膜显微成像");
        assertThat(found("虹膜检测")).contains("示例虹膜检测中心", "虹膜显微成像");

        HttpResponse<String> renamed = send(
                "PUT",
                location,
                "{\"name\": \"示例更名中心\", \"area\": \"140105\", \"providerKind\": \"KEY_LABORATORY\"}",
                account,
                Optional.of("\"v2\""));
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(Requests.json(renamed.body()).at("/state").asText()).isEqualTo("PENDING");
        assertThat(Requests.json(renamed.body()).at("/representative/name").asText())
                .isEqualTo("张示例");
        assertThat(found("虹膜显微")).isEmpty();
    }

    @Test
    void shouldRefuseACodeTwice_andTellWhatIsWrongFieldByField() {
        String uscc = uscc();
        assertThat(node.running().post("/api/v1/enterprises", enterprise(uscc)).statusCode())
                .isEqualTo(201);
        HttpResponse<String> again = node.running().post("/api/v1/enterprises", enterprise(uscc));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Requests.json(again.body()).at("/code").asText()).isEqualTo("registration.duplicate");

        HttpResponse<String> wrong = node.running()
                .post(
                        "/api/v1/enterprises",
                        enterprise("91140100MA0GTAT1XX").replace("\"140105\"", "\"140105\", \"extra\": 1"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("/uscc", "/extra");
    }

    @Test
    void shouldImportAList_inEitherEncoding_andPrefillFromIt() {
        String uscc = uscc();
        JsonNode registered = Requests.json(
                node.running().post("/api/v1/enterprises", enterprise(uscc)).body());
        String csv = "统一社会信用代码,名称,编号,有效期起,有效期止\n" + uscc + ",示例预填公司,GR202514000123,2025-01-01,2027-12-31\n";
        String path = "/api/v1/lists/HIGH_TECH/imports?asOf=2025-01-01&series=" + random.nextInt(1, Integer.MAX_VALUE);

        HttpResponse<String> first = upload(path, csv.getBytes(Charset.forName("GB18030")));
        HttpResponse<String> again = upload(path, csv.getBytes(Charset.forName("GB18030")));
        HttpResponse<String> utf8 = upload(path, ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(Requests.json(again.body())).isEqualTo(Requests.json(first.body()));
        assertThat(utf8.statusCode()).as(utf8.body()).isEqualTo(201);
        Account account = node.store()
                .read(session -> session.accounts().findByLogin("firm." + uscc.toLowerCase(Locale.ROOT)))
                .orElseThrow();
        JsonNode prefill = Requests.json(send("GET", "/api/v1/enterprises/me/prefill", "", account, Optional.empty())
                .body());
        assertThat(prefill.at("/names/0").asText()).isEqualTo("示例预填公司");
        assertThat(prefill.at("/qualifications/1/standing").asText()).isEqualTo("LISTED");
        assertThat(registered.at("/kind").asText()).isEqualTo("ENTERPRISE");
    }

    @Test
    void shouldTellEveryBadLine_andImportNothing() {
        String csv = "uscc,name,until\n91140100MA0GTAT1XX,甲,2025-01-01\n" + uscc() + ",乙,2025-13-01\n" + uscc()
                + ",丙,2025-01-01\n";

        HttpResponse<String> refused =
                upload("/api/v1/lists/SUSPENSION/imports?asOf=2025-01-01", csv.getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        List<String> pointers = new ArrayList<>();
        Requests.json(refused.body())
                .at("/errors")
                .forEach(error -> pointers.add(error.get("pointer").asText()));
        assertThat(pointers).containsExactly("/lines/2/uscc", "/lines/3/until");
    }

    @Test
    void shouldDeclareRelations_andNeverShowANumber() {
        String uscc = uscc();
        String id = Requests.json(node.running()
                        .post("/api/v1/enterprises", enterprise(uscc))
                        .body())
                .at("/id")
                .asText();
        Account account = node.store()
                .read(session -> session.accounts().findByLogin("firm." + uscc.toLowerCase(Locale.ROOT)))
                .orElseThrow();
        String path = "/api/v1/registrations/" + id + "/relations";

        HttpResponse<String> declared = send(
                "PUT",
                path,
                """
                {"relations": [{"holder": {"name": "张示例", "idNumber": "11010519491231002X"},
                                "held": {"name": "示例公司", "uscc": "%s"}, "kind": "HOLDING", "percentage": "51.5"}]}"""
                        .formatted(uscc),
                account,
                Optional.empty());

        assertThat(declared.statusCode()).as(declared.body()).isEqualTo(204);
        HttpResponse<String> read = send("GET", path, "", account, Optional.empty());
        assertThat(Requests.json(read.body()).at("/relations/0/percentage").asText())
                .isEqualTo("51.5");
        assertThat(read.body()).doesNotContain("19491231");
    }

    private List<String> found(String question) {
        HttpResponse<String> answer =
                node.running().get("/api/v1/catalogue?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        Requests.json(answer.body())
                .at("/items")
                .forEach(item -> names.add(
                        item.has("service")
                                ? item.at("/service/name").asText()
                                : item.at("/provider/name").asText()));
        return names;
    }

    private HttpResponse<String> upload(String path, byte[] file) {
        return node.running()
                .send(
                        "POST",
                        path,
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        "Content-Type",
                        "text/csv",
                        "Authorization",
                        "Bearer " + node.accessToken(node.account(Role.SHARING_CENTRE)));
    }

    private HttpResponse<String> send(String method, String path, String json, Account as, Optional<String> ifMatch) {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + node.accessToken(as)));
        ifMatch.ifPresent(tag -> headers.addAll(List.of("If-Match", tag)));
        if (!json.isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        HttpRequest.BodyPublisher body = json.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8);
        return node.running().send(method, path, body, headers.toArray(String[]::new));
    }

    private static String enterprise(String uscc) {
        return """
                {"uscc": "%s", "name": "太原示例科技有限公司", "area": "140105", "independentLegalPerson": true,
                 "scale": {"industry": "SOFTWARE", "employees": 45, "revenue": "8000000.00", "assets": "5000000.00"},
                 "researchSpending": [{"year": 2024, "amount": "350000.00"}],
                 "qualifications": [{"type": "TECH_SME", "number": "202414010500000123"}],
                 "account": {"login": "firm.%s", "name": "王示例", "password": "four plain words here"}}"""
                .formatted(uscc, uscc.toLowerCase(Locale.ROOT));
    }

    /** A code that nobody has, valid in form. */
    private String uscc() {
        StringBuilder code = new StringBuilder("91140100");
        while (code.length() < 17) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }
}
