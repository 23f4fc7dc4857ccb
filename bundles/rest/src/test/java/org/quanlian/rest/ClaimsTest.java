package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;

/** Claims over HTTP, from the draft to the end of the experts' review; every answer is held to the document. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CLAIMS = "/api/v1/claims";

    private VoucherNode node;
    private ClaimPeople people;
    private Account city;
    private Account centre;

    @BeforeAll
    void start() {
        node = new VoucherNode(Clock.fixed(Instant.parse("2025-07-01T02:00:00Z"), ZoneOffset.UTC));
        people = new ClaimPeople(node);
        city = node.accounts().reviewer(ClaimPeople.TAIYUAN);
        centre = node.accounts().of(Role.SHARING_CENTRE);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void shouldTakeAClaim_fromTheDraftToTheEndOfTheReview() {
        Account enterprise = enterprise();
        String claim = draft(enterprise, people.bound(organisation(enterprise), people.provider()));
        JsonNode assessed = json(node.get(enterprise, claim + "/assessment"), 200);
        assertThat(assessed.get("outcome").asText()).as("%s", assessed).isEqualTo("ELIGIBLE");

        JsonNode filed = post(enterprise, claim + "/filing", "{}", 200);
        assertThat(filed.get("state").asText()).isEqualTo("FILED");
        assertThat(filed.at("/policy/absent").asBoolean()).isFalse();
        assertThat(filed.at("/amounts/grant").asText()).isEqualTo("60000.00");
        assertThat(json(node.get(enterprise, claim + "/recomputation"), 200)
                        .get("result")
                        .asText())
                .isEqualTo("EQUAL");

        post(city, claim + "/return", "{\"reason\":\"补正\",\"corrections\":[{\"at\":\"\",\"text\":\"请核对\"}]}", 200);
        assertThat(json(node.get(enterprise, claim), 200)
                        .at("/corrections/0/text")
                        .asText())
                .isEqualTo("请核对");
        post(enterprise, claim + "/filing", "{}", 200);
        post(city, claim + "/recommendation", "{\"reason\":\"同意推荐\"}", 200);
        post(centre, claim + "/giving-back", "{\"reason\":\"缺推荐函\"}", 200);
        post(city, claim + "/recommendation", "{}", 200);
        post(centre, claim + "/acceptance", "{}", 200);

        Account[] experts = new Account[4];
        for (int i = 0; i < experts.length; i++) {
            experts[i] = node.accounts().of(Role.EXPERT);
        }
        post(
                centre,
                claim + "/assignments",
                "{\"experts\":[\"%s\",\"%s\",\"%s\"]}".formatted(experts[0].id(), experts[1].id(), experts[2].id()),
                200);
        assertThat(node.post(experts[0], claim + "/recusal", "{\"reason\":\"曾任顾问\"}")
                        .statusCode())
                .isEqualTo(204);
        post(centre, claim + "/assignments", "{\"experts\":[\"%s\"]}".formatted(experts[3].id()), 200);
        assertThat(json(node.get(centre, claim + "/assignments"), 200).get("items"))
                .hasSize(4);
        for (int i = 1; i < experts.length; i++) {
            JsonNode seen =
                    post(experts[i], claim + "/opinions", "{\"amount\":\"60000.00\",\"score\":" + 80 + "}", 200);
            assertThat(seen.get("items")).hasSize(i);
        }
        JsonNode reviewed = post(centre, claim + "/conclusion", "{}", 200);

        assertThat(reviewed.get("state").asText()).isEqualTo("REVIEWED");
        JsonNode timeline = json(node.get(enterprise, claim + "/timeline"), 200).get("items");
        assertThat(timeline.findValuesAsText("move"))
                .containsExactly(
                        "FILE",
                        "RETURN",
                        "REFILE",
                        "RECOMMEND",
                        "GIVE_BACK",
                        "RECOMMEND",
                        "ACCEPT",
                        "ASSIGN",
                        "CONCLUDE");
    }

    @Test
    void shouldAnswerARepeatedFilingTheSame() {
        Account enterprise = enterprise();
        String claim = draft(enterprise, people.bound(organisation(enterprise), people.provider()));

        HttpResponse<String> first = node.post(enterprise, claim + "/filing", "{}", "Idempotency-Key", "once");
        HttpResponse<String> again = node.post(enterprise, claim + "/filing", "{}", "Idempotency-Key", "once");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(node.get(enterprise, claim + "/timeline"), 200).get("items"))
                .hasSize(1);
    }

    @Test
    void shouldRefuseToFileWhatIsIncomplete_andMovesThatAreIllegal() {
        Account enterprise = enterprise();
        String claim = begin(enterprise, people.bound(organisation(enterprise), people.provider()));

        assertThat(post(enterprise, claim + "/filing", "{}", 409).get("code").asText())
                .isEqualTo("claim.incomplete");
        assertThat(post(city, claim + "/recommendation", "{}", 409).get("code").asText())
                .isEqualTo("claim.move");
        assertThat(post(centre, claim + "/declining", "{\"reason\":\"x\"}", 409)
                        .get("code")
                        .asText())
                .isEqualTo("claim.move");
        assertThat(post(centre, claim + "/conclusion", "{}", 409).get("code").asText())
                .isEqualTo("claim.move");
        post(enterprise, claim + "/acceptance", "{}", 403);
        post(enterprise, claim + "/withdrawal", "{\"reason\":\"暂不申请\"}", 200);
    }

    @Test
    void shouldHideClaimsOfOthers() {
        Account enterprise = enterprise();
        String claim = begin(enterprise, people.bound(organisation(enterprise), people.provider()));
        Account other = enterprise();
        Account otherCity = node.accounts().reviewer(new Area("140200"));

        for (Account stranger : new Account[] {other, otherCity, node.accounts().of(Role.EXPERT)}) {
            assertThat(node.get(stranger, claim).statusCode()).isEqualTo(404);
            assertThat(node.get(stranger, claim + "/timeline").statusCode()).isEqualTo(404);
            assertThat(node.get(stranger, claim + "/assessment").statusCode()).isEqualTo(404);
        }
        assertThat(node.get(node.accounts().of(Role.OPERATOR), claim).statusCode())
                .isEqualTo(403);
        assertThat(node.node().get(claim).statusCode()).isEqualTo(401);
    }

    @Test
    void shouldChangeWhatWasRead_andRefuseWhatIsOld() {
        Account enterprise = enterprise();
        Id<Order> one = people.bound(organisation(enterprise), people.provider());
        Id<Order> two = people.bound(organisation(enterprise), people.provider());
        String claim = begin(enterprise, one);
        String tag = node.get(enterprise, claim).headers().firstValue("ETag").orElseThrow();
        String orders = "{\"orders\":[\"%s\",\"%s\"]}".formatted(two, one);

        HttpResponse<String> changed = node.sendJson("PUT", enterprise, claim + "/orders", orders, "If-Match", tag);

        assertThat(json(changed, 200).at("/orders/0").asText()).isEqualTo(two.value());
        assertThat(node.sendJson("PUT", enterprise, claim + "/orders", orders, "If-Match", tag)
                        .statusCode())
                .isEqualTo(412);
        assertThat(node.sendJson("PUT", enterprise, claim + "/orders", orders).statusCode())
                .isEqualTo(428);
    }

    @Test
    void shouldListAndMoveInBatches_answeringPerClaim() {
        Account one = enterprise();
        Account two = enterprise();
        String first = filed(one);
        String second = begin(two, people.bound(organisation(two), people.provider()));
        JsonNode page = json(node.get(city, CLAIMS + "?year=2025&state=FILED&limit=100"), 200);
        assertThat(page.get("items").findValuesAsText("id")).contains(id(first)).doesNotContain(id(second));
        assertThat(node.get(city, CLAIMS).statusCode())
                .as("an office tells the year")
                .isEqualTo(400);
        assertThat(json(node.get(one, CLAIMS), 200).get("items")).hasSize(1);

        JsonNode result = post(
                city,
                "/api/v1/claim-batches",
                "{\"move\":\"RECOMMEND\",\"claims\":[\"%s\",\"%s\"]}".formatted(id(first), id(second)),
                200);

        String batch = "{\"move\":\"RECOMMEND\",\"claims\":[\"%s\"]}".formatted(id(filed(one)));
        String answer = node.post(city, "/api/v1/claim-batches", batch, "Idempotency-Key", "batch")
                .body();
        HttpResponse<String> again = node.post(city, "/api/v1/claim-batches", batch, "Idempotency-Key", "batch");
        HttpResponse<String> other = node.post(
                city, "/api/v1/claim-batches", batch.replace("}", ",\"reason\":\"x\"}"), "Idempotency-Key", "batch");

        assertThat(answer).contains("RECOMMENDED");
        assertThat(again.body()).isEqualTo(answer);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(result.at("/items/0/state").asText()).isEqualTo("RECOMMENDED");
        assertThat(result.at("/items/1/code").asText()).isEqualTo("claim.move");
        post(city, "/api/v1/claim-batches", "{\"move\":\"APPROVE\",\"claims\":[]}", 400);
    }

    @Test
    void shouldKeepAffiliations_andRefuseAnExpertWithAConflict() {
        Account enterprise = enterprise();
        String claim = filed(enterprise);
        post(city, claim + "/recommendation", "{}", 200);
        post(centre, claim + "/acceptance", "{}", 200);
        Account expert = node.accounts().of(Role.EXPERT);
        String affiliations = "/api/v1/experts/" + expert.id() + "/affiliations";
        String name = node.store().<String>read(session -> session.registry()
                .find(organisation(enterprise))
                .orElseThrow()
                .name());

        HttpResponse<String> declared =
                node.sendJson("PUT", expert, affiliations, "{\"affiliations\":[{\"name\":\"%s\"}]}".formatted(name));

        assertThat(json(node.get(centre, affiliations), 200)).isEqualTo(json(declared, 200));
        assertThat(post(centre, claim + "/assignments", "{\"experts\":[\"%s\"]}".formatted(expert.id()), 409)
                        .get("code")
                        .asText())
                .isEqualTo("claim.conflict");
        assertThat(node.get(city, affiliations).statusCode()).isEqualTo(403);
    }

    @Test
    void shouldPrintWhatWasFiled_theSameForWhoeverMaySeeIt_andVerifyIt() throws IOException {
        Account enterprise = enterprise();
        String claim = draft(enterprise, people.bound(organisation(enterprise), people.provider()));
        assertThat(json(node.get(enterprise, claim + "/papers/application.pdf"), 409)
                        .get("code")
                        .asText())
                .isEqualTo("paper.not-filed");
        String number =
                post(enterprise, claim + "/filing", "{}", 200).get("number").asText();

        HttpResponse<byte[]> form = node.file(enterprise, claim + "/papers/application.pdf");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(node.file(city, claim + "/papers/application.pdf").body()).isEqualTo(form.body());
        String text = text(form.body());
        assertThat(text).contains("山西省科技创新券兑现申请表", number, "人民币陆万元整", "60,000.00");
        Matcher digest = Pattern.compile("[0-9a-f]{64}").matcher(text);
        assertThat(digest.find()).isTrue();
        JsonNode byContent = json(node.node().get("/api/v1/papers/" + digest.group()), 200);
        assertThat(byContent.get("reference").asText()).isEqualTo(number);
        assertThat(byContent.get("kind").asText()).isEqualTo("APPLICATION_FORM");
        assertThat(byContent.get("matches").asText()).isEqualTo("CONTENT");
        assertThat(byContent.get("issuedAt").asText()).isEqualTo("2025-07-01T10:00:00+08:00");
        String tag = form.headers().firstValue("ETag").orElseThrow();
        JsonNode byFile = json(node.node().get("/api/v1/papers/" + tag.substring(1, tag.length() - 1)), 200);
        assertThat(byFile.get("matches").asText()).isEqualTo("FILE");
        assertThat(json(node.node().get("/api/v1/papers/" + "0".repeat(64)), 404)
                        .get("code")
                        .asText())
                .isEqualTo("paper.unknown");

        assertThat(text(node.file(enterprise, claim + "/papers/decision.pdf").body()))
                .contains("核定说明", number, "二（三）");
        assertThat(node.get(enterprise(), claim + "/papers/application.pdf").statusCode())
                .isEqualTo(404);
        Account auditor = node.accounts().of(Role.AUDITOR);
        assertThat(node.file(auditor, claim + "/papers/application.pdf").body()).isEqualTo(form.body());
        List<String> written = new ArrayList<>();
        json(node.get(auditor, "/api/v1/audit/entries?limit=100"), 200)
                .get("items")
                .forEach(entry -> written.add(entry.get("outcome").asText() + " "
                        + entry.get("operation").asText() + " "
                        + entry.get("account").asText()));
        assertThat(written)
                .as("given out once, and that by whom it was")
                .containsOnlyOnce("DONE GET /api/v1/claims/{id}/papers/application.pdf " + enterprise.id())
                .doesNotContain("DONE GET /api/v1/claims/{id}/papers/application.pdf " + city.id());
    }

    @Test
    void shouldListWhatACityRecommends_forThatCityAndWhoSeesAll() throws IOException {
        Account enterprise = enterprise();
        String claim = filed(enterprise);
        String number = json(node.get(enterprise, claim), 200).get("number").asText();
        String list = "/api/v1/recommendations/2025/140100/list.pdf";
        assertThat(text(node.file(city, list).body())).doesNotContain(number);

        post(city, claim + "/recommendation", "{\"reason\":\"同意推荐\"}", 200);

        assertThat(text(node.file(city, list).body())).contains("推荐名单", number);
        assertThat(node.file(centre, list).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> sheet = node.file(centre, "/api/v1/recommendations/2025/140100/list.xlsx");
        assertThat(sheet.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith("140100-2025.xlsx");
        assertThat(new String(sheet.body(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        assertThat(node.get(city, "/api/v1/recommendations/2025/140200/list.pdf")
                        .statusCode())
                .isEqualTo(404);
        assertThat(node.get(enterprise, list).statusCode()).isEqualTo(404);

        post(centre, claim + "/giving-back", "{\"reason\":\"缺推荐函\"}", 200);
        assertThat(text(node.file(city, list).body())).doesNotContain(number);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private Account enterprise() {
        Id<Organisation> organisation = people.enterprise();
        people.importLists(organisation);
        return node.accounts().enterprise(organisation);
    }

    private static Id<Organisation> organisation(Account account) {
        return account.organisation().orElseThrow();
    }

    private String begin(Account enterprise, Id<Order> order) {
        HttpResponse<String> begun = node.post(
                enterprise,
                CLAIMS,
                "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}".formatted(organisation(enterprise), order));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        assertThat(begun.headers().firstValue("ETag"))
                .as("so that it can be changed without reading it")
                .hasValue("\"v1\"");
        return begun.headers().firstValue("Location").orElseThrow();
    }

    private String draft(Account enterprise, Id<Order> order) {
        String claim = begin(enterprise, order);
        StringBuilder materials = new StringBuilder();
        for (ClaimMaterial material : ClaimMaterial.values()) {
            materials
                    .append(materials.isEmpty() ? "{" : ",")
                    .append("\"%s\":[\"%s\"]"
                            .formatted(
                                    material, people.document(organisation(enterprise), DocumentPurpose.of(material))));
        }
        String tag = node.get(enterprise, claim).headers().firstValue("ETag").orElseThrow();
        json(node.sendJson("PUT", enterprise, claim + "/materials", materials + "}", "If-Match", tag), 200);
        return claim;
    }

    private String filed(Account enterprise) {
        String claim = draft(enterprise, people.bound(organisation(enterprise), people.provider()));
        post(enterprise, claim + "/filing", "{}", 200);
        return claim;
    }

    private JsonNode post(Account as, String path, String body, int status) {
        return json(node.post(as, path, body), status);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonNode json(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
