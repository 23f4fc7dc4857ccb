package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.documents.DocumentPurpose;

/**
 * Whoever names a thing of others is answered as if it were not there: with the same status, the same code and the same words,
 * so that nobody finds out what there is by asking for it. On each database.
 */
@EachDatabase
class NothingThereTest {
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
    void shouldAnswerTheSameOfWhatIsNotThere_andOfWhatIsNotTheirs_inEveryOperation() {
        List<String> wrong = new ArrayList<>();
        Set<String> compared = new TreeSet<>();
        for (Row row : ForeignThings.TABLE.rows()) {
            Matcher path = COLLECTION.matcher(row.path());
            String collection = path.matches() ? path.group(1) : "";
            boolean named = things.names().containsKey(collection);
            boolean bodied = !row.path().contains("{id}") && things.areNamedIn(row);
            row.roles().forEach((role, cell) -> {
                if (cell == Cell.OWN && (named || bodied)) {
                    Map<String, String> nothing = things.namesOfNothing();
                    HttpResponse<String> foreign = things.ask(row, things.stranger(role), collection, things.names());
                    HttpResponse<String> absent = things.ask(row, things.stranger(role), collection, nothing);
                    compared.add(collection);
                    if (differ(foreign, things.names(), absent, nothing)) {
                        wrong.add(row.operation() + " as " + role + ":\n  " + told(foreign) + "\n  " + told(absent));
                    }
                }
            });
        }

        assertThat(wrong).isEmpty();
        assertThat(compared)
                .contains("claims", "orders", "documents", "registrations", "services", "violations", "notifications")
                .contains("experts");
    }

    /** Also where a thing of their own would have one of others. */
    @Test
    void shouldAnswerTheSame_whenAThingOfTheirOwnNamesIt() {
        Account stranger = things.stranger(Role.ENTERPRISE);
        String own = stranger.organisation().orElseThrow().value();
        String claim = begun(stranger, own);
        String order = ordered(stranger);
        Map<String, String> nothing = things.namesOfNothing();
        List<Ask> asks = List.of(
                names -> put(stranger, claim + "/orders", "{\"orders\":[\"%s\"]}".formatted(names.get("orders"))),
                names -> put(
                        stranger,
                        claim + "/materials",
                        "{\"BUSINESS_LICENCE\":[\"%s\"]}".formatted(names.get("documents"))),
                names -> put(stranger, order + "/evidence", evidence(names.get("documents"))),
                names -> things.node()
                        .post(
                                stranger,
                                ForeignThings.CLAIMS,
                                "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}"
                                        .formatted(own, names.get("orders"))),
                names -> things.node()
                        .post(
                                things.stranger(Role.CITY_REVIEWER),
                                "/api/v1/claim-batches",
                                "{\"move\":\"RECOMMEND\",\"claims\":[\"%s\"]}".formatted(names.get("claims"))));

        for (Ask ask : asks) {
            HttpResponse<String> foreign = ask.of(things.names());
            HttpResponse<String> absent = ask.of(nothing);
            assertThat(foreign.statusCode())
                    .as(foreign.body())
                    .isBetween(200, 499)
                    .isNotEqualTo(401);
            assertThat(differ(foreign, things.names(), absent, nothing))
                    .as("%s%n%s", told(foreign), told(absent))
                    .isFalse();
        }
    }

    @FunctionalInterface
    private interface Ask {
        HttpResponse<String> of(Map<String, String> names);
    }

    private HttpResponse<String> put(Account as, String path, String body) {
        String tag = things.node()
                .get(as, path.substring(0, path.lastIndexOf('/')))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return things.node().sendJson("PUT", as, path, body, "If-Match", tag);
    }

    private String begun(Account enterprise, String applicant) {
        return ForeignThings.done(things.node()
                        .post(
                                enterprise,
                                ForeignThings.CLAIMS,
                                "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[]}".formatted(applicant)))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private String ordered(Account enterprise) {
        String order =
                """
                {"provider": "%s", "description": "成分测试", "category": "TESTING", "price": "120000.00"}
                """
                        .formatted(things.provider());
        HttpResponse<String> asked = ForeignThings.done(things.node().post(enterprise, "/api/v1/orders", order));
        String location = asked.headers().firstValue("Location").orElseThrow();
        String tag = asked.headers().firstValue("ETag").orElseThrow();
        ForeignThings.done(things.node().post(things.seller(), location + "/acceptance", "{}", "If-Match", tag));
        return location;
    }

    private String evidence(String document) {
        String own = things.people()
                .document(things.stranger(Role.ENTERPRISE).organisation().orElseThrow(), DocumentPurpose.INVOICE)
                .value();
        return """
                {"exclusion": null,
                 "contract": {"number": "HT-2025-01", "signedOn": "2025-03-01", "amount": "120000.00"},
                 "invoices": [{"number": "25142000000001234567", "issuedOn": "2025-05-06", "amount": "120000.00"}],
                 "payments": [{"paidOn": "2025-05-06", "amount": "120000.00"}],
                 "attachments": [{"material": "CONTRACT", "document": "%s"}, {"material": "INVOICE", "document": "%s"}]}
                """
                .formatted(document, own);
    }

    /** Whether two answers tell anything else than the names that were asked for and the names of the requests. */
    private static boolean differ(
            HttpResponse<String> one,
            Map<String, String> named,
            HttpResponse<String> other,
            Map<String, String> others) {
        return one.statusCode() != other.statusCode()
                || !plain(one, named).equals(plain(other, others))
                || !headers(one).equals(headers(other));
    }

    private static JsonNode plain(HttpResponse<String> answer, Map<String, String> named) {
        String text = answer.body();
        for (String name : Set.copyOf(named.values())) {
            text = text.replace(name, "NAMED");
        }
        JsonNode body = json(text);
        if (body instanceof ObjectNode object) {
            object.remove("traceId");
        }
        return body;
    }

    private static Set<String> headers(HttpResponse<String> answer) {
        return new TreeSet<>(answer.headers().map().keySet());
    }

    private static String told(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.body();
    }
}
