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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.registry.Organisation;

/** A node with one thing of every collection, which belong to one firm and its provider, and a stranger of every role. */
final class ForeignThings implements AutoCloseable {
    static final AccessRows TABLE = AccessRows.load();
    static final String CLAIMS = "/api/v1/claims";

    private final VoucherNode node;
    private final ClaimPeople people;

    /** Whose things they are. */
    private final Account owner;

    private final Account ownersProvider;

    /** The name of a thing of each collection, and what the members of bodies that name one are called. */
    private final Map<String, String> things = new HashMap<>();

    private final Map<Role, Account> strangers = new EnumMap<>(Role.class);

    ForeignThings(TestDatabase database) {
        node = new VoucherNode(database, Clock.fixed(Instant.parse("2025-07-01T02:00:00Z"), ZoneOffset.UTC));
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
            strangers.put(role, strange(role));
        }
    }

    @Override
    public void close() {
        node.close();
    }

    VoucherNode node() {
        return node;
    }

    ClaimPeople people() {
        return people;
    }

    Account owner() {
        return owner;
    }

    /** An organisation that takes orders of whoever likes. */
    Id<Organisation> provider() {
        return ownersProvider.organisation().orElseThrow();
    }

    /** Who answers orders for it. */
    Account seller() {
        return ownersProvider;
    }

    /** The names of the things, by the name of their collection or of a member of a body. */
    Map<String, String> names() {
        return Map.copyOf(things);
    }

    /** The same, but names of nothing. */
    Map<String, String> namesOfNothing() {
        Map<String, String> names = new HashMap<>(things);
        names.replaceAll((collection, name) -> node.accounts().id().value());
        return names;
    }

    Account stranger(Role role) {
        return strangers.get(role);
    }

    /** Whether the body of an operation names things. */
    boolean areNamedIn(Row row) {
        return ExampleRequests.body(row)
                .filter(body -> body.type().equals("application/json"))
                .map(body -> things.keySet().stream().anyMatch(json(body.text())::has))
                .orElse(false);
    }

    /**
     * Asks as the document says that it is asked, with the version of the thing as its owner reads it.
     *
     * @param collection of which the thing in the path is
     * @param named what stands in the path, and in members of the body, by their names
     */
    HttpResponse<String> ask(Row row, Account as, String collection, Map<String, String> named) {
        List<String> headers = new ArrayList<>(List.of("If-Match", tag(row, things.get(collection))));
        Optional<ExampleRequests.Body> body = ExampleRequests.body(row);
        body.ifPresent(sent -> headers.addAll(List.of("Content-Type", sent.type())));
        headers.addAll(List.of("Authorization", "Bearer " + as.id()));
        String path = ExampleRequests.path(
                row,
                name -> name.equals("id")
                        ? named.get(collection)
                        : Map.of("position", "1").getOrDefault(name, "2025"));
        HttpRequest.BodyPublisher sent = body.filter(of -> of.type().equals("application/json"))
                .map(of -> HttpRequest.BodyPublishers.ofString(
                        naming(json(of.text()), named).toString()))
                .orElseGet(
                        () -> body.map(ExampleRequests.Body::publisher).orElseGet(HttpRequest.BodyPublishers::noBody));
        return node.node().send(row.method(), path, sent, headers.toArray(String[]::new));
    }

    /** The version as its owner reads it. */
    private String tag(Row row, String thing) {
        if (!row.path().contains("{id}")) {
            return "\"v1\"";
        }
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

    /** The same body, in which every name of a thing is another. */
    private static JsonNode naming(JsonNode body, Map<String, String> named) {
        if (body instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> object.set(name, naming(name, object.get(name), named)));
        }
        return body;
    }

    private static JsonNode naming(String member, JsonNode value, Map<String, String> named) {
        if (value.isTextual() && named.containsKey(member)) {
            return TextNode.valueOf(named.get(member));
        }
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, naming(member, array.get(i), named));
            }
            return array;
        }
        return naming(value, named);
    }

    /** All that is kept, save for the trail, in which each refusal leaves its entry. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = node.database().rows();
        rows.keySet().removeIf(table -> table.toLowerCase(Locale.ROOT).contains("audit_"));
        return rows;
    }

    /** Whether an answer has the name of a thing, or of whose it is. */
    boolean tellsOfThem(HttpResponse<String> answer) {
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

    private Account strange(Role role) {
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

    static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
