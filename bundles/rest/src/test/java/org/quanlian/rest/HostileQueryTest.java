package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.rest.internal.api.Query;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.store.testing.TickingClock;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/**
 * Every query parameter, cursor and name in a path of every operation that reads, with what SQL, LIKE, a logger or a header could
 * take for more than a value: it is a value that nothing matches, or it is refused, and nothing is changed by it. On each database.
 */
@EachDatabase
class HostileQueryTest {
    private static final AccessRows TABLE = AccessRows.load();
    private static final List<String> HOSTILE = List.of(
            "' OR '1'='1",
            "'; DROP TABLE claims; --",
            "\" OR \"\"=\"",
            "x' UNION SELECT login, name FROM accounts --",
            "%",
            "_",
            "\\",
            "{ts '2020-01-01 00:00:00'}",
            "$1",
            "?",
            "${jndi:ldap://127.0.0.1:1/x}",
            "a\u0000b",
            "a\r\nSet-Cookie: x=y",
            "\u2028\u001b[31m",
            "\ud83d\ude00",
            "-1",
            "1e999",
            "9".repeat(400));

    private static VoucherNode node;
    private static final Map<Role, Account> ACCOUNTS = new EnumMap<>(Role.class);

    @EachDatabase.Setup
    static void start(TestDatabase database) {
        node = new VoucherNode(database, new TickingClock());
        for (Role role : Role.values()) {
            ACCOUNTS.put(
                    role,
                    node.accounts()
                            .add(node.accounts()
                                    .account(
                                            role,
                                            role.actsForOrganisation()
                                                    ? Optional.of(
                                                            node.accounts().id())
                                                    : Optional.empty(),
                                            role == Role.CITY_REVIEWER
                                                    ? Optional.of(ClaimPeople.TAIYUAN)
                                                    : Optional.empty(),
                                            Optional.empty(),
                                            Account.State.ACTIVE)));
        }
    }

    @EachDatabase.Teardown
    static void stop() {
        node.close();
    }

    @Test
    void shouldTakeAnythingForAValue_inEveryParameterOfEveryOperation() {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Row row : reading()) {
            for (JsonNode parameter : ExampleRequests.operation(row).path("parameters")) {
                String name = parameter.has("$ref")
                        ? parameter.get("$ref").asText().replaceFirst(".*/", "").toLowerCase(java.util.Locale.ROOT)
                        : parameter.path("name").asText();
                for (String value : name.equals("cursor") ? cursors() : HOSTILE) {
                    String base = path(row, "01JD9XK5V7Q3M8T2W4Y6Z0ABCD").replaceFirst("\\?.*", "");
                    note(row, base + "?" + name + "=" + encoded(value), wrong);
                    asked++;
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
    }

    @Test
    void shouldTakeAnythingForAName_inEveryPath() {
        List<String> wrong = new ArrayList<>();
        for (Row row : reading()) {
            if (row.path().contains("{id}")) {
                for (String value : HOSTILE) {
                    // Of these the container makes short work: HostileConnectionTest.
                    if (!value.matches("(?s).*[\\x00-\\x1f\\\\%/;].*")) {
                        note(row, path(row, encoded(value)), wrong);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private void note(Row row, String path, List<String> wrong) {
        HttpResponse<String> answer =
                row.anonymous() == Cell.OPEN ? node.node().get(path) : node.get(caller(row), path);
        // A cursor is a place in the list that the caller may read anyway; whatever it says, nothing else is there.
        boolean nothing = answer.statusCode() == 200
                && (path.contains("?cursor=")
                        || row.path().endsWith("}")
                        || json(answer.body()).path("items").isEmpty());
        boolean refused = answer.statusCode() == 400 || answer.statusCode() == 404 || answer.statusCode() == 403;
        if ((!nothing && !refused) || answer.headers().firstValue("Set-Cookie").isPresent()) {
            wrong.add(row.operation() + " " + path + ": " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(300, answer.body().length())));
        }
    }

    /** Whoever may do most with it. */
    private Account caller(Row row) {
        return Stream.of(Cell.ALLOWED, Cell.MASKED, Cell.OWN)
                .flatMap(cell -> row.roles().entrySet().stream().filter(entry -> entry.getValue() == cell))
                .map(entry -> ACCOUNTS.get(entry.getKey()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cursors() {
        return Stream.concat(HOSTILE.stream(), HOSTILE.stream().map(Query::cursorAfter))
                .toList();
    }

    private static List<Row> reading() {
        return TABLE.rows().stream()
                .filter(row -> row.method().equals("GET") && row.path().startsWith("/api/v1/"))
                .toList();
    }

    private static String path(Row row, String id) {
        return ExampleRequests.path(
                row, name -> Map.of("province", "140000", "year", "2025", "city", "140100", "kind", "CREDIT")
                        .getOrDefault(name, id));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
