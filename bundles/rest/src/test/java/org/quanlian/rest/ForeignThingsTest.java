package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/**
 * Strangers ask for things that are there and are none of theirs: every operation, as every role that does not see everything,
 * by the true name, with the true version, and with the names of such things wherever a body has one. Nobody is told anything,
 * and nothing changes. On each database.
 */
@EachDatabase
class ForeignThingsTest {
    private static final Pattern COLLECTION = Pattern.compile("/api/v1/([^/]+)/\\{id}.*");

    private static ForeignThings things;

    @EachDatabase.Setup
    static void populate(TestDatabase database) {
        things = new ForeignThings(database);
    }

    @EachDatabase.Teardown
    static void stop() {
        things.close();
    }

    @Test
    void shouldTellNobodyAnything_andChangeNothing_whenThingsOfOthersAreNamed() {
        Map<String, List<String>> before = things.rows();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Row row : ForeignThings.TABLE.rows()) {
            Matcher collection = COLLECTION.matcher(row.path());
            if (!collection.matches()) {
                continue;
            }
            for (Map.Entry<Role, Cell> cell : row.roles().entrySet()) {
                if (cell.getValue() == Cell.OWN || cell.getValue() == Cell.DENIED) {
                    if (!things.names().containsKey(collection.group(1)) && cell.getValue() == Cell.OWN) {
                        wrong.add("ForeignThings makes no thing for " + row.operation());
                        continue;
                    }
                    String of = things.names().containsKey(collection.group(1)) ? collection.group(1) : "claims";
                    Account stranger = things.stranger(cell.getKey());
                    HttpResponse<String> answer = things.ask(row, stranger, of, things.names());
                    asked++;
                    boolean kept = cell.getValue() == Cell.DENIED
                            ? answer.statusCode() == 403
                            : answer.statusCode() == 404 || answer.statusCode() == 403;
                    if (!kept || things.tellsOfThem(answer)) {
                        wrong.add(row.operation() + " as " + cell.getKey() + ": " + answer.statusCode() + " "
                                + answer.body());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
        assertThat(things.rows()).isEqualTo(before);
    }

    @Test
    void shouldListNothingOfOthers_whoeverAsks() {
        List<String> wrong = new ArrayList<>();
        for (Row row : ForeignThings.TABLE.rows()) {
            if (row.method().equals("GET") && !row.path().contains("{id}")) {
                row.roles().forEach((role, cell) -> {
                    if (cell == Cell.OWN) {
                        String path = ExampleRequests.path(row, name -> Map.of("year", "2025", "city", "140100")
                                .getOrDefault(name, "x"));
                        HttpResponse<String> answer = things.node().get(things.stranger(role), path);
                        if (answer.statusCode() >= 500 || things.tellsOfThem(answer)) {
                            wrong.add(row.operation() + " as " + role + ": " + answer.body());
                        }
                    }
                });
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(things.node().get(things.owner(), ForeignThings.CLAIMS).body())
                .as("while the owner sees them")
                .contains(things.names().get("claims"));
    }

    @Test
    void shouldMakeNothingOfThingsOfOthers() {
        Account stranger = things.stranger(Role.ENTERPRISE);
        String own = stranger.organisation().orElseThrow().value();
        Map<String, List<String>> before = things.rows();

        for (String applicant : List.of(own, things.names().get("applicant"))) {
            HttpResponse<String> begun = things.node()
                    .post(
                            stranger,
                            ForeignThings.CLAIMS,
                            "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}"
                                    .formatted(applicant, things.names().get("orders")));
            assertThat(begun.statusCode()).as(begun.body()).isIn(400, 403, 404, 409);
        }
        HttpResponse<String> ordered = things.node()
                .post(
                        stranger,
                        "/api/v1/orders",
                        """
                {"applicant": "%s", "provider": "%s", "description": "测试", "category": "TESTING", "price": "1.00"}
                """
                                .formatted(things.names().get("applicant"), things.provider()));
        assertThat(ordered.statusCode()).as(ordered.body()).isIn(400, 403, 404, 409);
        for (String move : List.of("RECOMMEND", "RETURN", "REJECT")) {
            HttpResponse<String> moved = things.node()
                    .post(
                            things.stranger(Role.CITY_REVIEWER),
                            "/api/v1/claim-batches",
                            "{\"move\":\"%s\",\"reason\":\"x\",\"claims\":[\"%s\"]%s}"
                                    .formatted(
                                            move,
                                            things.names().get("claims"),
                                            move.equals("RETURN")
                                                    ? ",\"corrections\":[{\"at\":\"\",\"text\":\"x\"}]"
                                                    : ""));
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
            assertThat(json(moved.body()).at("/items/0/code").asText()).isEqualTo("access.none");
        }
        assertThat(things.rows()).isEqualTo(before);
    }

    /** What was answered to one account is no answer to another, whatever key it tells. */
    @Test
    void shouldNotRepeatToOneAccount_whatAnotherWasAnswered() {
        Account stranger = things.stranger(Role.ENTERPRISE);
        String order =
                """
                {"provider": "%s", "description": "成分测试", "category": "TESTING", "price": "1.00"}
                """
                        .formatted(things.provider());

        HttpResponse<String> first =
                things.node().post(things.owner(), "/api/v1/orders", order, "Idempotency-Key", "one-key");
        HttpResponse<String> second =
                things.node().post(stranger, "/api/v1/orders", order, "Idempotency-Key", "one-key");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
        String mine = first.headers().firstValue("Location").orElseThrow();
        String tag = things.node()
                .get(things.owner(), mine)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(things.node().get(stranger, mine, "If-None-Match", tag).statusCode())
                .isEqualTo(404);
    }
}
