package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanlian.model.Area;
import org.quanlian.model.Fact;
import org.quanlian.model.ProviderKind;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Registration;

/** Orders and documents over HTTP; every answer is held to the contract. */
@ExtendWith(VoucherNode.Shared.class)
class OrdersTest {
    private static final String ORDERS = "/api/v1/orders";
    private static final String DOCUMENTS = "/api/v1/documents";
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final byte[] PDF = "%PDF-1.7\n虚构材料".getBytes(StandardCharsets.UTF_8);
    private static final byte[] JPEG = {
        (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1
    };

    private final VoucherNode node;
    private Account buyer;
    private Account seller;
    private String provider;

    OrdersTest(VoucherNode node) {
        this.node = node;
    }

    @BeforeEach
    void register() {
        Id<Organisation> firm = organisation(
                Organisation.Kind.ENTERPRISE,
                new Profile.EnterpriseProfile(Fact.of(true), Optional.empty(), ApplicantFigures.NONE));
        Id<Organisation> institute = organisation(
                Organisation.Kind.PROVIDER,
                new Profile.ProviderProfile(
                        ProviderKind.RESEARCH_INSTITUTE, Optional.empty(), List.of(), Optional.empty(), false));
        provider = institute.value();
        buyer = account(Role.ENTERPRISE, firm);
        seller = account(Role.PROVIDER, institute);
    }

    @Test
    void shouldBindAVoucher_fromTheOrderToTheConfirmation() {
        HttpResponse<String> ordered = node.post(buyer, ORDERS, newOrder(""), "Idempotency-Key", "order-" + provider);
        HttpResponse<String> again = node.post(buyer, ORDERS, newOrder(""), "Idempotency-Key", "order-" + provider);
        String order = ordered.headers().firstValue("Location").orElseThrow();
        assertThat(ordered.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(ordered.body());

        HttpResponse<String> accepted = move(seller, order, "acceptance", "{}", tag(ordered));
        HttpResponse<String> proved = prove(order, evidence(papers()), tag(accepted));
        assertThat(proved.statusCode()).as(proved.body()).isEqualTo(200);
        assertThat(move(seller, order, "confirmation", "{}", tag(accepted)).statusCode())
                .isEqualTo(412);
        HttpResponse<String> disputed = move(seller, order, "dispute", "{\"reason\": \"金额不符\"}", tag(proved));
        HttpResponse<String> corrected = prove(order, evidence(papers()), tag(disputed));
        HttpResponse<String> bound = move(seller, order, "confirmation", "{}", tag(corrected));

        assertThat(json(bound.body()).get("state").asText()).isEqualTo("BOUND");
        JsonNode shown = json(node.get(buyer, order).body());
        assertThat(shown).isEqualTo(json(bound.body()));
        assertThat(shown.at("/evidence/invoices/0/number").asText()).hasSize(20).containsOnlyDigits();
        assertThat(json(node.get(seller, order + "/timeline").body())
                        .get("items")
                        .findValuesAsText("move"))
                .containsExactly("null", "ACCEPT", "PROVE", "DISPUTE", "PROVE", "CONFIRM");
        assertThat(json(node.get(seller, ORDERS + "?state=BOUND").body()).get("items"))
                .hasSize(1);
        HttpResponse<String> unbound = move(buyer, order, "unbinding", "{\"reason\": \"更正\"}", tag(bound));
        assertThat(json(unbound.body()).get("state").asText()).isEqualTo("DISPUTED");
    }

    @Test
    void shouldSayWhatIsWrong_inOrdersAndEvidence() {
        HttpResponse<String> foreign = node.post(buyer, ORDERS, newOrder("\"applicant\": \"" + provider + "\","));
        assertThat(foreign.statusCode()).isEqualTo(400);
        assertThat(foreign.body()).contains("/applicant", "不得转让");
        assertThat(node.post(buyer, ORDERS, newOrder("\"owner\": \"x\",")).statusCode())
                .isEqualTo(400);
        assertThat(node.post(seller, ORDERS, newOrder("")).statusCode()).isEqualTo(403);
        assertThat(node.node().get(ORDERS).statusCode()).isEqualTo(401);

        HttpResponse<String> ordered = node.post(buyer, ORDERS, newOrder(""));
        String order = ordered.headers().firstValue("Location").orElseThrow();
        assertThat(node.post(seller, order + "/acceptance", "{}").statusCode()).isEqualTo(428);
        assertThat(prove(order, evidence(papers()), tag(ordered)).statusCode()).isEqualTo(409);
        HttpResponse<String> accepted = move(seller, order, "acceptance", "{}", tag(ordered));
        HttpResponse<String> lacking = prove(order, evidence(papers().subList(0, 2)), tag(accepted));
        assertThat(lacking.statusCode()).isEqualTo(400);
        assertThat(lacking.body()).contains("/attachments", "order.material");
        HttpResponse<String> badNumber = prove(
                order, evidence(papers()).replaceFirst("\"number\": \"２[^\"]+\"", "\"number\": \"12\""), tag(accepted));
        assertThat(badNumber.body()).contains("/invoices/0/number", "invoice.number");
        Account stranger = account(
                Role.ENTERPRISE,
                organisation(
                        Organisation.Kind.ENTERPRISE,
                        new Profile.EnterpriseProfile(Fact.of(true), Optional.empty(), ApplicantFigures.NONE)));
        assertThat(node.get(stranger, order).statusCode()).isEqualTo(404);
        assertThat(node.get(stranger, ORDERS + "/NOTANAME").statusCode()).isEqualTo(404);
        assertThat(move(buyer, order, "cancellation", "{}", tag(accepted)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldAssessBeforehand_withReasons() {
        HttpResponse<String> planned = node.post(
                buyer,
                "/api/v1/pre-assessments",
                """
                {"provider": "%s", "category": "TESTING", "exclusion": null,
                 "invoices": [{"number": "25142000000012345678", "issuedOn": "2025-05-06", "amount": "120000.00"}],
                 "payments": [{"paidOn": "2025-05-06", "amount": "120000.00"}]}
                """
                        .formatted(provider));
        assertThat(planned.statusCode()).as(planned.body()).isEqualTo(200);
        JsonNode decision = json(planned.body()).get("decision");
        assertThat(decision.at("/policy/year").asInt()).isEqualTo(2025);
        assertThat(decision.get("findings").size()).isPositive();
        assertThat(json(planned.body()).get("relation")).isEmpty();

        String order = node.post(buyer, ORDERS, newOrder(""))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        HttpResponse<String> asked = node.get(buyer, order + "/assessment");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
        assertThat(json(asked.body()).at("/decision/outcome").asText()).isNotEmpty();
    }

    @Test
    void shouldServeFilesAsWhatTheyAre_asAnAttachment() {
        HttpResponse<String> uploaded =
                node.upload(buyer, DOCUMENTS + "?purpose=CONTRACT&name=..%2F%E5%90%88%E5%90%8C.exe", PDF);
        String document = uploaded.headers().firstValue("Location").orElseThrow();
        assertThat(uploaded.statusCode()).isEqualTo(201);
        assertThat(json(uploaded.body()).get("name").asText()).isEqualTo("合同.exe.pdf");

        HttpResponse<String> content = node.get(buyer, document + "/content");
        assertThat(content.body()).isEqualTo(new String(PDF, StandardCharsets.UTF_8));
        assertThat(content.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename*=UTF-8''%E5%90%88");
        assertThat(node.get(buyer, document).body()).isEqualTo(uploaded.body());
        assertThat(node.get(seller, document).statusCode()).isEqualTo(404);
        assertThat(node.get(seller, document + "/content").statusCode()).isEqualTo(404);
        assertThat(json(node.get(buyer, DOCUMENTS).body()).get("items")).hasSize(1);
        assertThat(node.get(buyer, DOCUMENTS + "/0/content").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldNotFollowAPathOutOfItsFolder() throws IOException {
        for (String path : List.of("/..%2F..%2Fetc%2Fpasswd", "/%2e%2e", "/..;/..;/etc/passwd")) {
            try (RunningNode.Connection connection = node.node().connect()) {
                connection.send(("GET " + DOCUMENTS + path + "/content HTTP/1.1\r\nHost: node\r\n"
                                + "Authorization: Bearer " + buyer.id() + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));

                assertThat(connection.readAll())
                        .matches("(?s)HTTP/1\\.1 40[04] .*")
                        .doesNotContain("root:");
            }
        }
    }

    @Test
    void shouldRefuseFiles_thatAreNotTaken() {
        assertThat(node.upload(buyer, DOCUMENTS + "?purpose=CONTRACT", "MZ\u0000".getBytes(StandardCharsets.UTF_8))
                        .body())
                .contains("document.type");
        assertThat(node.upload(buyer, DOCUMENTS + "?purpose=CONTRACT", PDF, "Content-Type", "image/png")
                        .body())
                .contains("document.declared");
        assertThat(node.upload(buyer, DOCUMENTS, PDF).statusCode()).isEqualTo(400);
        assertThat(node.upload(buyer, DOCUMENTS + "?purpose=SECRET", PDF).statusCode())
                .isEqualTo(400);
        assertThat(node.upload(buyer, DOCUMENTS + "?purpose=CONTRACT", new byte[0])
                        .statusCode())
                .isEqualTo(400);
        assertThat(node.upload(node.accounts().of(Role.EXPERT), DOCUMENTS + "?purpose=CONTRACT", PDF)
                        .statusCode())
                .isEqualTo(403);
        byte[] large = new byte[20 * 1024 * 1024 + 1];
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        HttpResponse<String> refused = node.upload(buyer, DOCUMENTS + "?purpose=CONTRACT", large);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("20 MiB");
    }

    @Test
    void shouldKeepPersonalFilesSealed_andWriteDownEachLook() throws IOException {
        HttpResponse<String> uploaded = node.upload(buyer, DOCUMENTS + "?purpose=LEGAL_REPRESENTATIVE_ID", JPEG);
        String document = uploaded.headers().firstValue("Location").orElseThrow();
        try (Stream<Path> files = Files.walk(node.folder().resolve("documents"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllBytes(file)).isNotEqualTo(JPEG);
            }
        }
        Account auditor = node.accounts().of(Role.AUDITOR);
        assertThat(node.get(buyer, document + "/content").statusCode()).isEqualTo(200);
        assertThat(node.get(auditor, document + "/content").statusCode()).isEqualTo(404);
        assertThat(node.get(seller, document).statusCode()).isEqualTo(404);
        JsonNode views = json(node.get(auditor, document + "/views").body()).get("items");
        assertThat(views).hasSize(1);
        assertThat(views.get(0).get("viewer").asText()).isEqualTo(buyer.id().value());
        assertThat(node.get(auditor, "/api/v1/personal-views?limit=1").statusCode())
                .isEqualTo(200);
        assertThat(node.get(buyer, "/api/v1/personal-views").statusCode()).isEqualTo(404);
    }

    private String newOrder(String more) {
        return """
                {%s "provider": "%s", "description": "样品成分测试", "category": "TESTING", "price": "120000.00"}
                """
                .formatted(more, provider);
    }

    private HttpResponse<String> move(Account as, String order, String name, String body, String tag) {
        return node.post(as, order + "/" + name, body, "If-Match", tag);
    }

    private HttpResponse<String> prove(String order, String body, String tag) {
        return node.sendJson("PUT", buyer, order + "/evidence", body, "If-Match", tag);
    }

    private List<String> papers() {
        List<String> papers = new ArrayList<>();
        for (String purpose : List.of("CONTRACT", "INVOICE", "PAYMENT_PROOF", "SERVICE_RESULT")) {
            String id = json(node.upload(buyer, DOCUMENTS + "?purpose=" + purpose, PDF)
                            .body())
                    .get("id")
                    .asText();
            papers.add("{\"material\": \"%s\", \"document\": \"%s\"}".formatted(purpose, id));
        }
        return papers;
    }

    private static String evidence(List<String> papers) {
        return """
                {"exclusion": null,
                 "contract": {"number": "ＨＴ-2025-01", "signedOn": "2025-03-01", "amount": "120000.00"},
                 "invoices": [{"number": "２５１４ 2000 0000 %d123 4567", "issuedOn": "2025-05-06", "amount": "120000.00"},
                              {"number": "1400251130-00012345", "issuedOn": "2025-05-07", "amount": "-1.00"}],
                 "payments": [{"paidOn": "2025-05-06", "amount": "120000.00"}],
                 "attachments": [%s]}
                """
                .formatted(SERIAL.incrementAndGet() % 10, String.join(", ", papers));
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private Account account(Role role, Id<Organisation> organisation) {
        return node.accounts()
                .add(node.accounts()
                        .account(
                                role,
                                Optional.of(organisation),
                                Optional.empty(),
                                Optional.empty(),
                                Account.State.ACTIVE));
    }

    private Id<Organisation> organisation(Organisation.Kind kind, Profile profile) {
        Organisation made = new Organisation(
                node.accounts().id(),
                kind,
                Optional.of(new UnifiedSocialCreditCode(code(SERIAL.incrementAndGet()))),
                "虚构单位",
                new Area("140100"),
                Organisation.State.APPROVED,
                1);
        node.store().write(session -> {
            session.registry().add(new Registration(made, profile, Optional.empty(), Instant.EPOCH));
            return true;
        });
        return made.id();
    }

    private static String code(int serial) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder code = new StringBuilder("9114%013d".formatted(serial));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < code.length(); i++) {
            sum += alphabet.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(alphabet.charAt((31 - sum % 31) % 31)).toString();
    }
}
