package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quanlian.model.Area;
import org.quanlian.model.ChinaTime;
import org.quanlian.model.Fact;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.policy.api.ClaimOutcome;
import org.quanlian.policy.api.Decision;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Filing;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.NoticeClosing;
import org.quanlian.vouchers.registry.ApplicantFigures;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.registry.Profile;
import org.quanlian.vouchers.registry.Registration;

/** Money over HTTP alone, from the budget to the clawback; every answer is held to the OpenAPI document. */
@ExtendWith(VoucherNode.Shared.class)
class MoneyTest {
    private static final Area TAIYUAN = new Area("140100");
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Each test has a year and a firm of its own, as the node is shared.
    private static final AtomicInteger YEARS = new AtomicInteger(2100);
    private static final AtomicInteger CODES = new AtomicInteger(500_000);

    private final VoucherNode node;
    private final Account department;
    private final Account reviewer;
    private final Account auditor;
    private final Organisation firm;
    private final int year = YEARS.getAndIncrement();
    private final String today = ChinaTime.dateOf(Instant.now()).toString();

    MoneyTest(VoucherNode node) {
        this.node = node;
        department = node.accounts().of(Role.DEPARTMENT);
        reviewer = node.accounts().reviewer(TAIYUAN);
        auditor = node.accounts().of(Role.AUDITOR);
        firm = register();
        calendarUntil(LocalDate.now(ChinaTime.ZONE).getYear() + 1);
        posted(department, "/api/v1/budgets/" + year + "/province", amount("amount", "1000000.00"));
        posted(reviewer, "/api/v1/budgets/" + year + "/city", amount("amount", "500000.00"));
    }

    @Test
    void shouldPayAndClawBackToTheFen() {
        String claim = reviewed("33333.33");
        String money = "/api/v1/claims/" + claim + "/money";

        JsonNode approved = posted(department, money + "/approval", "{}");
        JsonNode notice = created(
                department,
                "/api/v1/notices",
                "{\"year\":" + year + ",\"title\":\"拟兑现名单公示\",\"claims\":[\"" + claim + "\"]}");
        confirm();
        created(
                department,
                "/api/v1/allocations",
                "{\"year\":" + year + ",\"city\":\"140100\",\"document\":\"晋财教〔2025〕9号\",\"date\":\"" + today
                        + "\",\"claims\":[\"" + claim + "\"]}");
        posted(reviewer, money + "/payments", payment("PROVINCE", "16666.67"));
        posted(reviewer, money + "/payments", payment("CITY", "16666.66"));
        JsonNode parts = posted(
                department,
                "/api/v1/claims/" + claim + "/integrity/clawbacks",
                "{\"amount\":\"10000.01\",\"reason\":\"核查发现重复支付\"}");
        posted(
                department,
                "/api/v1/claims/" + claim + "/integrity/recoveries",
                "{\"amount\":\"4000.00\",\"receivedOn\":\"" + today + "\",\"bankReference\":\"到账1\"}");

        assertThat(approved.get("approved").get("provinceShare").asText()).isEqualTo("16666.67");
        assertThat(notice.get("total").asText()).isEqualTo("33333.33");
        assertThat(parts.get("province").asText()).isEqualTo("5000.01");
        JsonNode statement = read(reviewer, "/api/v1/statements/" + year + "/140100");
        assertThat(statement.get("province").get("recovered").asText()).isEqualTo("2000.01");
        assertThat(statement.get("available").asText()).isEqualTo("483333.34");
        assertThat(read(auditor, "/api/v1/statements/" + year)
                        .get("cities")
                        .get(0)
                        .get("own")
                        .get("clawedBack")
                        .asText())
                .isEqualTo("5000.00");
        assertThat(read(auditor, money).get("payments")).hasSize(2);
        assertThat(read(auditor, "/api/v1/ledger/bookings?year=" + year + "&limit=3")
                        .get("next")
                        .isNull())
                .isFalse();
        assertThat(read(auditor, "/api/v1/ledger/audit").get("clean").asBoolean())
                .isTrue();
        JsonNode line = open("/api/v1/notices/" + notice.get("id").asText() + "/lines")
                .get("items")
                .get(0);
        assertThat(line.get("state").asText()).isEqualTo("CONFIRMED");
        assertThat(line.has("claim")).isFalse();
    }

    @Test
    void shouldGiveOutTheListsOfNoticesToAnybody_andOfAllocationsToWhoReadsTheLedger() {
        String claim = reviewed("33333.33");
        posted(department, "/api/v1/claims/" + claim + "/money/approval", "{}");
        JsonNode notice = created(
                department,
                "/api/v1/notices",
                "{\"year\":" + year + ",\"title\":\"拟兑现名单公示\",\"claims\":[\"" + claim + "\"]}");
        String list = "/api/v1/notices/" + notice.get("id").asText() + "/list";

        HttpResponse<byte[]> pdf = node.node().file(list + ".pdf");

        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(node.node().file(list + ".pdf").body()).isEqualTo(pdf.body());
        assertThat(node.node().file(list + ".xlsx").statusCode()).isEqualTo(200);
        String tag = pdf.headers().firstValue("ETag").orElseThrow();
        assertThat(open("/api/v1/papers/" + tag.substring(1, tag.length() - 1))
                        .get("reference")
                        .asText())
                .isEqualTo(notice.get("id").asText());
        assertThat(node.node().get(list + ".csv").statusCode()).isEqualTo(404);

        confirm();
        JsonNode allocation = created(
                department,
                "/api/v1/allocations",
                "{\"year\":" + year + ",\"city\":\"140100\",\"document\":\"晋财教〔2025〕9号\",\"date\":\"" + today
                        + "\",\"claims\":[\"" + claim + "\"]}");
        String lines = "/api/v1/allocations/" + allocation.get("id").asText() + "/list";
        assertThat(node.file(auditor, lines + ".pdf").statusCode()).isEqualTo(200);
        assertThat(node.file(department, lines + ".xlsx").statusCode()).isEqualTo(200);
        assertThat(node.get(reviewer, lines + ".pdf").statusCode()).isEqualTo(403);
    }

    @Test
    void shouldApproveInOrderUntilTheBudgetRunsOut_andBookOnceWhenItIsAskedTwice() {
        posted(department, "/api/v1/budgets/" + year + "/province", amount("amount", "15000.00"));
        String order = "{\"year\":" + year + ",\"claims\":[{\"claim\":\"" + reviewed("20000.00") + "\"},{\"claim\":\""
                + reviewed("20000.00") + "\"},{\"claim\":\"" + reviewed("2000.00") + "\"}]}";

        HttpResponse<String> first =
                node.post(department, "/api/v1/approvals", order, "Idempotency-Key", "order-" + year);
        HttpResponse<String> again =
                node.post(department, "/api/v1/approvals", order, "Idempotency-Key", "order-" + year);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        String run = first.headers().firstValue("Location").orElseThrow();
        assertThat(read(auditor, run).get("exhausted").asBoolean()).isTrue();
        assertThat(read(auditor, run + "/claims").get("items").findValuesAsText("outcome"))
                .containsExactly("APPROVED", "EXHAUSTED", "EXHAUSTED");
        assertThat(node.get(auditor, run + "/claims?cursor=bm9uZQ").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldHaltForAnObjectionOfAnybody_whomOnlyTheDepartmentSees() {
        String claim = reviewed("1000.00");
        posted(department, "/api/v1/claims/" + claim + "/money/approval", "{\"grant\":\"900.00\",\"reason\":\"核减\"}");
        JsonNode notice = created(
                department,
                "/api/v1/notices",
                "{\"year\":" + year + ",\"title\":\"公示\",\"claims\":[\"" + claim + "\"]}");
        String lines = "/api/v1/notices/" + notice.get("id").asText() + "/lines";

        HttpResponse<String> filed = node.node()
                .send(
                        "POST",
                        lines + "/1/objections",
                        HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"赵某\",\"contact\":\"13800000000\",\"text\":\"未实际使用\"}"),
                        "Content-Type",
                        "application/json");

        assertThat(filed.statusCode()).isEqualTo(201);
        String objection = filed.headers().firstValue("Location").orElseThrow();
        assertThat(open(lines).get("items").get(0).get("state").asText()).isEqualTo("HALTED");
        assertThat(read(department, objection).get("contact").asText()).isEqualTo("13800000000");
        assertThat(node.get(auditor, objection).statusCode()).isEqualTo(403);
        assertThat(posted(department, objection + "/dismissal", "{\"answer\":\"经核查不成立\"}")
                        .get("state")
                        .asText())
                .isEqualTo("DISMISSED");
        assertThat(node.post(department, objection + "/upholding", "{\"answer\":\"再议\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void shouldRecordAViolationAndSuspend() {
        String body = "{\"organisation\":\"" + firm.id() + "\",\"year\":2025,\"conduct\":\"FALSIFICATION\","
                + "\"severity\":\"GRAVE\",\"description\":\"检测报告系伪造\",\"persons\":[\"钱某某\"],\"foundOn\":\""
                + today + "\"}";

        JsonNode violation = created(department, "/api/v1/violations", body);

        assertThat(violation.get("suspension").get("from").asText()).isEqualTo(today);
        String path = "/api/v1/violations/" + violation.get("id").asText();
        assertThat(read(auditor, path).get("persons").get(0).asText()).isEqualTo("钱**");
        assertThat(node.post(department, "/api/v1/claims/" + reviewed("1.00") + "/money/approval", "{}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(posted(department, path + "/withdrawal", "{\"reason\":\"登记有误\"}")
                        .get("withdrawn")
                        .get("reason")
                        .asText())
                .isEqualTo("登记有误");
        assertThat(read(department, "/api/v1/violations").get("items").isEmpty())
                .isFalse();
    }

    @Test
    void shouldTellWorkingDaysToEverybody_andTakeNewYears() {
        assertThat(open("/api/v1/calendars/2025").get("workingDays").asInt()).isEqualTo(248);
        assertThat(node.node().get("/api/v1/calendars/2099").statusCode()).isEqualTo(404);
        assertThat(node.post(
                                reviewer,
                                "/api/v1/calendars",
                                "{\"year\":2098,\"daysOff\":[\"2098-01-01\"],\"workedWeekends\":[],\"source\":\"示例\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(node.post(
                                department,
                                "/api/v1/calendars",
                                "{\"year\":2098,\"daysOff\":[\"2097-01-01\"],\"workedWeekends\":[],\"source\":\"示例\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    /** Calendars of years that are not published when this test is written, so that notices of today can be counted. */
    private void calendarUntil(int last) {
        for (int of = 2027; of <= last; of++) {
            posted(
                    department,
                    "/api/v1/calendars",
                    "{\"year\":" + of + ",\"daysOff\":[\"" + of + "-01-01\"],\"workedWeekends\":[],\"source\":\"示例\"}");
        }
    }

    private void confirm() {
        Instant later = Instant.now().plus(Duration.ofDays(30));
        node.store().write(session -> new NoticeClosing().closeDue(session, later));
    }

    private JsonNode posted(Account as, String path, String body) {
        return answered(200, node.post(as, path, body));
    }

    private JsonNode created(Account as, String path, String body) {
        return answered(201, node.post(as, path, body));
    }

    private JsonNode read(Account as, String path) {
        return answered(200, node.get(as, path));
    }

    private JsonNode open(String path) {
        return answered(200, node.node().get(path));
    }

    private static JsonNode answered(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response.body());
    }

    private static String amount(String name, String yuan) {
        return "{\"" + name + "\":\"" + yuan + "\",\"document\":\"财〔2025〕1号\"}";
    }

    private String payment(String share, String yuan) {
        return "{\"share\":\"" + share + "\",\"amount\":\"" + yuan + "\",\"paidOn\":\"" + today
                + "\",\"bankReference\":\"流水-" + share + "\"}";
    }

    private Organisation register() {
        Organisation made = new Organisation(
                node.accounts().id(),
                Organisation.Kind.ENTERPRISE,
                Optional.of(code(CODES.getAndIncrement())),
                "示例检测科技有限公司",
                TAIYUAN,
                Organisation.State.APPROVED,
                1);
        node.store().write(session -> {
            session.registry()
                    .add(new Registration(
                            made,
                            new Profile.EnterpriseProfile(Fact.missing(), Optional.empty(), ApplicantFigures.NONE),
                            Optional.empty(),
                            Instant.now()));
            return made;
        });
        return made;
    }

    /** A code that is valid in form, GB 32100-2015. */
    private static UnifiedSocialCreditCode code(int number) {
        String first = "91140100MA0" + number;
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first.length(); i++) {
            sum += DIGITS.indexOf(first.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return new UnifiedSocialCreditCode(first + DIGITS.charAt((31 - sum % 31) % 31));
    }

    /** Name of a claim that waits for the department. */
    private String reviewed(String grant) {
        Money whole = Money.parse(grant);
        Money city = new Money(whole.fen() / 2);
        PolicyVersion version = Engines.shanxi().versions().get(0);
        Filing filing = new Filing(
                Instant.parse("2025-07-01T00:00:00Z"),
                version.descriptor().key(),
                version.digest(),
                ClaimOutcome.ELIGIBLE,
                new Decision.Amounts(
                        whole.plus(whole), whole, whole.minus(city), city, Money.ofYuan(500_000), Money.ZERO),
                "{}",
                "{}");
        Id<VoucherClaim> id = node.accounts().id();
        node.store().write(session -> {
            VoucherClaim draft = claim(id, ClaimState.DRAFT, Optional.empty(), 1);
            session.claims().add(draft);
            session.claims().update(draft, claim(id, ClaimState.REVIEWED, Optional.of(filing), 2));
            return id;
        });
        return id.value();
    }

    private VoucherClaim claim(Id<VoucherClaim> id, ClaimState state, Optional<Filing> filing, long version) {
        return new VoucherClaim(
                id,
                TAIYUAN + "-" + id.value().substring(10),
                firm.id(),
                Optional.empty(),
                TAIYUAN,
                year,
                List.of(),
                state,
                filing,
                Optional.empty(),
                Instant.EPOCH,
                version);
    }
}
