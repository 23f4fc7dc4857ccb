package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Strangers ask for things that are there and are none of theirs: every operation, as every role that does not see everything,
 * by the true name, with the true version, and with the names of such things wherever a body has one. Nobody is told anything,
 * and nothing changes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignThingsTest {
    private static final AccessRows TABLE = AccessRows.load();
    private static final Pattern COLLECTION = Pattern.compile("/api/v1/([^/]+)/\\{id}.*");
    private static final String CLAIMS = "/api/v1/claims";

    private VoucherNode node;
    private ClaimPeople people;

    /** Whose things they are. */
    private Account owner;

    private Account ownersProvider;

    /** The name of a thing of each collection, and what the members of bodies that name one are called. */
    private final Map<String, String> things = new HashMap<>();

    private final Map<Role, Account> strangers = new EnumMap<>(Role.class);

    @BeforeAll
    void populate() {
        node = new VoucherNode(Clock.fixed(Instant.parse("2025-07-01T02:00:00Z"), ZoneOffset.UTC));
        people = new ClaimPeople(node);
        Id<Organisation> firm = people.enterprise();
        Id<Organisation> institute = people.provider();
        people.importLists(firm);
        owner = node.accounts().enterprise(firm);
        ownersProvider = account(Role.PROVIDER, Optional.of(institute), Optional.empty());
        String order = people.bound(firm, institute).value();
        String claim = underReview(firm, order);
        String expert = assigned(claim);
        String document = people.document(firm, DocumentPurpose.CONTRACT).value();
        things.put("claims", claim);
        things.put("claim", claim);
        things.put("orders", people.bound(firm, institute).value());
        things.put("order", things.get("orders"));
        things.put("registrations", firm.value());
        things.put("organisation", firm.value());
        things.put("applicant", firm.value());
        things.put("documents", document);
        things.put("document", document);
        things.put("evidence", document);
        things.put("experts", expert);
        things.put("services", service());
        things.put("violations", violation(firm));
        things.put("notifications", notification());
        for (Role role : Role.values()) {
            strangers.put(role, stranger(role));
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void shouldTellNobodyAnything_andChangeNothing_whenThingsOfOthersAreNamed() {
        Map<String, List<String>> before = rows();
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Row row : TABLE.rows()) {
            Matcher collection = COLLECTION.matcher(row.path());
            if (!collection.matches()) {
                continue;
            }
            for (Map.Entry<Role, Cell> cell : row.roles().entrySet()) {
                if (cell.getValue() == Cell.OWN || cell.getValue() == Cell.DENIED) {
                    String thing = things.get(collection.group(1));
                    if (thing == null && cell.getValue() == Cell.OWN) {
                        wrong.add("populate() makes no thing for " + row.operation());
                        continue;
                    }
                    Account stranger = strangers.get(cell.getKey());
                    HttpResponse<String> answer =
                            ask(row, stranger, Optional.ofNullable(thing).orElse(things.get("claims")));
                    asked++;
                    boolean kept = cell.getValue() == Cell.DENIED
                            ? answer.statusCode() == 403
                            : answer.statusCode() == 404 || answer.statusCode() == 403;
                    if (!kept || tellsOfThem(answer)) {
                        wrong.add(row.operation() + " as " + cell.getKey() + ": " + answer.statusCode() + " "
                                + answer.body());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(300);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void shouldListNothingOfOthers_whoeverAsks() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            if (row.method().equals("GET") && !row.path().contains("{id}")) {
                row.roles().forEach((role, cell) -> {
                    if (cell == Cell.OWN) {
                        String path = ExampleRequests.path(row, name -> Map.of("year", "2025", "city", "140100")
                                .getOrDefault(name, "x"));
                        HttpResponse<String> answer = node.get(strangers.get(role), path);
                        if (answer.statusCode() >= 500 || tellsOfThem(answer)) {
                            wrong.add(row.operation() + " as " + role + ": " + answer.body());
                        }
                    }
                });
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(node.get(owner, CLAIMS).body())
                .as("while the owner sees them")
                .contains(things.get("claims"));
    }

    @Test
    void shouldMakeNothingOfThingsOfOthers() {
        Account stranger = strangers.get(Role.ENTERPRISE);
        String own = stranger.organisation().orElseThrow().value();
        Map<String, List<String>> before = rows();

        for (String applicant : List.of(own, things.get("applicant"))) {
            HttpResponse<String> begun = node.post(
                    stranger,
                    CLAIMS,
                    "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}"
                            .formatted(applicant, things.get("orders")));
            assertThat(begun.statusCode()).as(begun.body()).isIn(400, 403, 404, 409);
        }
        HttpResponse<String> ordered = node.post(
                stranger,
                "/api/v1/orders",
                """
                {"applicant": "%s", "provider": "%s", "description": "测试", "category": "TESTING", "price": "1.00"}
                """
                        .formatted(
                                things.get("applicant"),
                                ownersProvider.organisation().orElseThrow()));
        assertThat(ordered.statusCode()).as(ordered.body()).isIn(400, 403, 404, 409);
        for (String move : List.of("RECOMMEND", "RETURN", "REJECT")) {
            HttpResponse<String> moved = node.post(
                    strangers.get(Role.CITY_REVIEWER),
                    "/api/v1/claim-batches",
                    "{\"move\":\"%s\",\"reason\":\"x\",\"claims\":[\"%s\"]%s}"
                            .formatted(
                                    move,
                                    things.get("claims"),
                                    move.equals("RETURN") ? ",\"corrections\":[{\"at\":\"\",\"text\":\"x\"}]" : ""));
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
            assertThat(json(moved.body()).at("/items/0/code").asText()).isEqualTo("access.none");
        }
        assertThat(rows()).isEqualTo(before);
    }

    /** What was answered to one account is no answer to another, whatever key it tells. */
    @Test
    void shouldNotRepeatToOneAccount_whatAnotherWasAnswered() {
        Account stranger = strangers.get(Role.ENTERPRISE);
        String order =
                """
                {"provider": "%s", "description": "成分测试", "category": "TESTING", "price": "1.00"}
                """
                        .formatted(ownersProvider.organisation().orElseThrow());

        HttpResponse<String> first = node.post(owner, "/api/v1/orders", order, "Idempotency-Key", "one-key");
        HttpResponse<String> second = node.post(stranger, "/api/v1/orders", order, "Idempotency-Key", "one-key");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.headers().firstValue("Location"))
                .isNotEqualTo(first.headers().firstValue("Location"));
        String mine = first.headers().firstValue("Location").orElseThrow();
        String tag = node.get(owner, mine).headers().firstValue("ETag").orElseThrow();
        assertThat(node.get(stranger, mine, "If-None-Match", tag).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> ask(Row row, Account as, String thing) {
        List<String> headers = new ArrayList<>(List.of("If-Match", tag(row, thing)));
        Optional<ExampleRequests.Body> body = ExampleRequests.body(row);
        body.ifPresent(sent -> headers.addAll(List.of("Content-Type", sent.type())));
        headers.addAll(List.of("Authorization", "Bearer " + as.id()));
        String path = ExampleRequests.path(
                row, name -> name.equals("id") ? thing : Map.of("position", "1").getOrDefault(name, "2025"));
        HttpRequest.BodyPublisher sent = body.filter(of -> of.type().equals("application/json"))
                .map(of -> HttpRequest.BodyPublishers.ofString(
                        naming(json(of.text())).toString()))
                .orElseGet(
                        () -> body.map(ExampleRequests.Body::publisher).orElseGet(HttpRequest.BodyPublishers::noBody));
        return node.node().send(row.method(), path, sent, headers.toArray(String[]::new));
    }

    /** The version as its owner reads it. */
    private String tag(Row row, String thing) {
        String path = row.path().substring(0, row.path().indexOf("{id}")) + thing;
        return TABLE.operations()
                        .contains("GET " + row.path().substring(0, row.path().indexOf('}') + 1))
                ? node.get(owner, path)
                        .headers()
                        .firstValue("ETag")
                        .filter(tag -> tag.startsWith("\"v"))
                        .orElse("\"v1\"")
                : "\"v1\"";
    }

    /** The same body, in which every name of a thing is that of a thing of others. */
    private JsonNode naming(JsonNode body) {
        if (body instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, naming(name, object.get(name))));
        }
        return body;
    }

    private JsonNode naming(String member, JsonNode value) {
        if (value.isTextual() && things.containsKey(member)) {
            return TextNode.valueOf(things.get(member));
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, naming(member, array.get(i)));
            }
            return array;
        }
        return naming(value);
    }

    /** All that is kept, save for the trail, in which each refusal leaves its entry. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = node.database().rows();
        rows.keySet().removeIf(table -> table.contains("AUDIT_"));
        return rows;
    }

    private boolean tellsOfThem(HttpResponse<String> answer) {
        Set<String> marks = new HashSet<>(things.values());
        marks.add("示例单位" + owner.organisation().orElseThrow());
        return marks.stream().anyMatch(answer.body()::contains);
    }

    private String underReview(Id<Organisation> firm, String order) {
        HttpResponse<String> begun = node.post(
                owner, CLAIMS, "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}".formatted(firm, order));
        String claim = begun.headers().firstValue("Location").orElseThrow();
        ObjectNode materials = (ObjectNode) json("{}");
        for (ClaimMaterial material : ClaimMaterial.values()) {
            materials
                    .putArray(material.name())
                    .add(people.document(firm, DocumentPurpose.of(material)).value());
        }
        String tag = node.get(owner, claim).headers().firstValue("ETag").orElseThrow();
        done(node.sendJson("PUT", owner, claim + "/materials", materials.toString(), "If-Match", tag));
        done(node.post(owner, claim + "/filing", "{}"));
        done(node.post(node.accounts().reviewer(ClaimPeople.TAIYUAN), claim + "/recommendation", "{}"));
        done(node.post(node.accounts().of(Role.SHARING_CENTRE), claim + "/acceptance", "{}"));
        return claim.substring(claim.lastIndexOf('/') + 1);
    }

    private String assigned(String claim) {
        String expert = node.accounts().of(Role.EXPERT).id().value();
        done(node.post(
                node.accounts().of(Role.SHARING_CENTRE),
                CLAIMS + "/" + claim + "/assignments",
                "{\"experts\":[\"" + expert + "\"]}"));
        return expert;
    }

    private String service() {
        Row offer = TABLE.rows().stream()
                .filter(row -> row.operation().equals("POST /api/v1/services"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> offered = node.post(
                ownersProvider,
                offer.path(),
                ExampleRequests.body(offer).orElseThrow().text());
        return json(done(offered).body()).get("id").asText();
    }

    private String violation(Id<Organisation> firm) {
        return json(done(node.post(
                                node.accounts().of(Role.DEPARTMENT),
                                "/api/v1/violations",
                                "{\"organisation\":\"" + firm + "\",\"year\":2025,\"conduct\":\"FALSIFICATION\","
                                        + "\"severity\":\"ORDINARY\",\"description\":\"示例\",\"persons\":[],"
                                        + "\"foundOn\":\"2025-06-30\"}"))
                        .body())
                .get("id")
                .asText();
    }

    private String notification() {
        return json(node.get(owner, "/api/v1/notifications").body())
                .at("/items/0/id")
                .asText();
    }

    private Account stranger(Role role) {
        return account(
                role,
                role.actsForOrganisation()
                        ? Optional.of(role == Role.PROVIDER ? people.provider() : people.enterprise())
                        : Optional.empty(),
                role == Role.CITY_REVIEWER ? Optional.of(new Area("140200")) : Optional.empty());
    }

    private Account account(Role role, Optional<Id<Organisation>> organisation, Optional<Area> city) {
        return node.accounts()
                .add(node.accounts().account(role, organisation, city, Optional.empty(), Account.State.ACTIVE));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
