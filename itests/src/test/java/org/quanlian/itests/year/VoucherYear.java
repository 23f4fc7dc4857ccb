package org.quanlian.itests.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.itests.Until;
import org.quanlian.itests.year.HeldNode.Answer;

/**
 * A claim is driven from two registrations to a paid and then partly clawed-back grant over REST alone, under Shanxi 2025,
 * on a practice node that is taken from June to July; then everybody looks at what is there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VoucherYear {
    private static final OffsetDateTime IN_JUNE = OffsetDateTime.parse("2025-06-03T09:00:00+08:00");
    private static final OffsetDateTime AFTER_THE_FILINGS = OffsetDateTime.parse("2025-07-16T09:00:00+08:00");
    private static final String LAST_DAY_OF_THE_NOTICE = "2025-07-23";
    private static final OffsetDateTime ON_THAT_DAY = OffsetDateTime.parse("2025-07-23T09:00:00+08:00");
    private static final OffsetDateTime THE_DAY_AFTER = OffsetDateTime.parse("2025-07-24T09:00:00+08:00");
    private static final String DAY_OF_PAYMENT = "2025-07-24";

    /** The node looks once a minute; the rest is for a slow machine. */
    private static final Duration HOUSE_IS_KEPT_WITHIN = Duration.ofMinutes(3);

    private PracticeNode practice;
    private HeldNode node;
    private People people;
    private Firms firms;
    private ClaimOfTheYear claim;

    /** Makes the database; names and contents of the files in the node's {@code etc} that say so. */
    abstract Map<String, String> makeDatabase() throws Exception;

    /** Takes away what was made. */
    abstract void removeDatabase() throws Exception;

    @BeforeAll
    void liveTheYear(@TempDir Path folder) throws Exception {
        practice = PracticeNode.start(folder.resolve("node"), IN_JUNE, makeDatabase());
        node = new HeldNode(practice.port());
        people = new People(node, practice.firstPassword());
        firms = new Firms(node, people);
        Service service = Service.ordered(firms);
        service.bind();
        claim = ClaimOfTheYear.drafted(people, firms, service.order());
        claim.file();

        move(AFTER_THE_FILINGS);
        claim.review();
        claim.approve();
        Answer notice = claim.publish();
        assertThat(notice.at("/lastDay"))
                .as("five working days from the next day on")
                .isEqualTo(LAST_DAY_OF_THE_NOTICE);
        move(ON_THAT_DAY);
        assertThat(claim.state()).isEqualTo("PUBLISHED");
        move(THE_DAY_AFTER);
        Until.holds("the node confirms the claim", HOUSE_IS_KEPT_WITHIN, () -> claim.state()
                .equals("CONFIRMED"));

        claim.pay(DAY_OF_PAYMENT);
        claim.clawBackPart(DAY_OF_PAYMENT);
    }

    @AfterAll
    void leaveNothing() throws Exception {
        try {
            if (practice != null) {
                practice.close();
            }
        } finally {
            removeDatabase();
        }
    }

    @Test
    void hasClawedBackPartOfTheGrant() {
        assertThat(claim.state()).isEqualTo("PARTLY_CLAWED_BACK");
        JsonNode money = people.auditor().get(claim.path() + "/money").json();
        assertThat(money.get("payments").findValuesAsText("amount")).containsExactlyInAnyOrder("16666.67", "16666.66");
        assertThat(balance(money, "PROVINCE_PAID")).isEqualTo("11666.66");
        assertThat(balance(money, "CITY_PAID")).isEqualTo("11666.66");
        assertThat(balance(money, "PROVINCE_CLAWBACK_DUE")).isEqualTo("3000.00");
        assertThat(balance(money, "CITY_CLAWBACK_DUE")).isEqualTo("3000.01");
        assertThat(balance(money, "PROVINCE_RECOVERED")).isEqualTo("2000.01");
        assertThat(balance(money, "CITY_RECOVERED")).isEqualTo("1999.99");
    }

    @Test
    void tiesOutToTheFen_inTheStatementsOfProvinceAndCity() {
        JsonNode city =
                people.reviewerOfTaiyuan().get("/api/v1/statements/2025/140100").json();
        JsonNode province = people.auditor().get("/api/v1/statements/2025").json();

        assertThat(city.at("/available").asText()).isEqualTo("483333.34");
        assertThat(city.at("/province/paid").asText()).isEqualTo("16666.67");
        assertThat(city.at("/own/paid").asText()).isEqualTo("16666.66");
        assertThat(city.at("/province/clawedBack").asText()).isEqualTo("5000.01");
        assertThat(city.at("/own/clawedBack").asText()).isEqualTo("5000.00");
        assertThat(city.at("/province/recovered").asText()).isEqualTo("2000.01");
        assertThat(city.at("/own/recovered").asText()).isEqualTo("1999.99");
        assertThat(province.at("/available").asText()).isEqualTo("983333.33");
        assertThat(province.at("/cities/0")).isEqualTo(city);
        assertThat(province.get("province")).isEqualTo(city.get("province"));
        assertThat(province.get("own")).isEqualTo(city.get("own"));
    }

    @Test
    void hasATrailThatTellsEachMoveOfItsTime() {
        List<String> moves = people.auditor()
                .get("/api/v1/audit/entries?operation=clock")
                .json()
                .get("items")
                .findValuesAsText("subject");

        assertThat(moves).as("as it began, and three moves").hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void hasALedgerThatAddsUp_andTellsEachBooking() {
        assertThat(people.auditor()
                        .get("/api/v1/ledger/audit")
                        .json()
                        .get("clean")
                        .asBoolean())
                .isTrue();
        List<String> kinds = people.auditor()
                .get("/api/v1/ledger/bookings?year=2025&limit=100")
                .json()
                .get("items")
                .findValuesAsText("kind");
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "BUDGET", "BUDGET", "COMMIT", "ALLOCATE", "PAY", "PAY", "CLAW_BACK", "RECOVER");
    }

    @Test
    void printsTheSamePaperForWhoeverMaySeeIt_andKnowsItAgain() throws NoSuchAlgorithmException {
        byte[] form = firms.enterprise().bytes(claim.path() + "/papers/application.pdf");
        byte[] list = people.reviewerOfTaiyuan().bytes("/api/v1/recommendations/2025/140100/list.xlsx");

        assertThat(new String(form, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        assertThat(new String(list, StandardCharsets.ISO_8859_1)).startsWith("PK");
        assertThat(people.reviewerOfTaiyuan().bytes(claim.path() + "/papers/application.pdf"))
                .isEqualTo(form);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(form));
        Answer known = node.ask("GET", "/api/v1/papers/" + digest, BodyPublishers.noBody(), List.of());
        assertThat(known.at("/kind")).isEqualTo("APPLICATION_FORM");
    }

    @Test
    void tellsTheWholeWayOnTheTimeline() {
        JsonNode items =
                firms.enterprise().get(claim.path() + "/timeline").json().get("items");

        assertThat(items.findValuesAsText("move"))
                .containsExactly(
                        "FILE",
                        "RECOMMEND",
                        "ACCEPT",
                        "ASSIGN",
                        "CONCLUDE",
                        "APPROVE",
                        "PUBLISH",
                        "CONFIRM",
                        "ALLOCATE",
                        "PAY",
                        "CLAW_BACK_PART");
    }

    @Test
    void decidesTheSame_whenTheClaimIsDecidedAgain() {
        assertThat(people.auditor().get(claim.path() + "/recomputation").at("/result"))
                .isEqualTo("EQUAL");
    }

    @Test
    void supportsTheEnterpriseNoMore() {
        Answer assessed = Service.assessedBeforehand(firms, 2);

        assertThat(assessed.at("/decision/outcome")).as(assessed.text()).isEqualTo("INELIGIBLE");
        assertThat(assessed.text()).contains("五（七）");
    }

    @Test
    void toldEverybodyWhatConcernsThem() {
        assertThat(toldTo(firms.enterprise()))
                .contains("registration.approved", "order.bound", "claim.filed", "claim.published", "claim.confirmed")
                .contains("claim.paid", "claim.partly_clawed_back");
        assertThat(toldTo(firms.provider())).contains("order.requested", "order.bound");
        assertThat(toldTo(people.reviewerOfTaiyuan())).contains("claim.filed", "claim.allocated");
        assertThat(toldTo(people.centre())).contains("registration.pending", "claim.recommended");
        assertThat(toldTo(people.department())).contains("claim.reviewed");
        people.experts().forEach(expert -> assertThat(toldTo(expert)).contains("claim.assigned"));
        assertThat(toldTo(firms.bystander())).isEmpty();
        assertThat(toldTo(people.reviewerOfDatong())).isEmpty();
    }

    @Test
    void showsTheAuditorNoIdentities() {
        Answer seen = people.auditor().get("/api/v1/registrations/" + firms.enterpriseId());

        assertThat(seen.text()).doesNotContain(Firms.BIRTHDAY, "张示例");
        assertThat(people.auditor().get("/api/v1/violations").text()).doesNotContain("钱某某");
    }

    @Test
    void hidesTheClaimFromWhomItDoesNotConcern() {
        for (String path : List.of(claim.path(), claim.path() + "/timeline", claim.path() + "/money")) {
            assertThat(people.reviewerOfDatong().statusOf(path)).as(path).isEqualTo(404);
            assertThat(Person.stranger(node).statusOf(path)).as(path).isEqualTo(401);
            assertThat(people.operator().statusOf(path)).as(path).isEqualTo(403);
        }
        assertThat(firms.bystander().statusOf(claim.path())).isEqualTo(404);
        assertThat(firms.bystander().statusOf(claim.path() + "/timeline")).isEqualTo(404);
    }

    @Test
    void saysThatItIsAPracticeNode() {
        assertThat(Person.stranger(node).get("/health/ready").text()).contains("2025-07-24T09:");
    }

    private void move(OffsetDateTime time) {
        practice.moveTo(time);
        people.logInAgain();
    }

    private static List<String> toldTo(Person person) {
        List<String> kinds = new ArrayList<>();
        person.get("/api/v1/notifications?limit=100")
                .json()
                .get("items")
                .forEach(item -> kinds.add(item.get("kind").asText()));
        return kinds;
    }

    private static String balance(JsonNode money, String account) {
        for (JsonNode balance : money.get("balances")) {
            if (balance.get("account").asText().equals(account)) {
                return balance.get("balance").asText();
            }
        }
        throw new AssertionError("no " + account + " in " + money);
    }
}
