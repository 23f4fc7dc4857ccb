package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quanlian.model.Area;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.rest.internal.http.RateLimit;
import org.quanlian.rest.internal.http.RequestLimits;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.registry.Organisation;

/**
 * Requests that the document generates: of every operation, as every role and as nobody, right, nearly right and hostile.
 * Whatever comes, the answer is one that the document has ({@link RunningNode} compares), never a failure of the node's, and
 * tells nobody of its insides or of others. {@code -Dquanlian.requests=N} asks N times each, {@code -Dquanlian.seed=N}
 * others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedRequestsTest {
    private static final AccessRows TABLE = AccessRows.load();
    private static final OpenApiContract CONTRACT = OpenApiContract.shipped();
    private static final int TIMES = Integer.getInteger("quanlian.requests", 3);
    private static final long SEED = Long.getLong("quanlian.seed", 20250715);
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat (java|org|com)\\.|org\\.(quanlian|apache|postgresql)\\b|SQLSTATE|SELECT .* FROM |INSERT INTO ");

    private final Random random = new Random(SEED);
    private final Map<Role, Account> strangers = new EnumMap<>(Role.class);
    private VoucherNode node;
    private Account owner;
    private RequestDamage damage;

    @BeforeAll
    void populate() {
        RequestLimits usual = RequestLimits.DEFAULT;
        RateLimit.Bounds unlimited = new RateLimit.Bounds(1_000_000, 1_000_000);
        node = new VoucherNode(
                Clock.fixed(Instant.parse("2025-07-01T02:00:00Z"), ZoneOffset.UTC),
                new RequestLimits(
                        usual.lanes(), usual.bodiesAtOnce(), usual.bodiesOfOneSource(), unlimited, unlimited));
        ClaimPeople people = new ClaimPeople(node);
        Id<Organisation> firm = people.enterprise();
        Id<Organisation> institute = people.provider();
        people.importLists(firm);
        owner = node.accounts().enterprise(firm);
        String order = people.bound(firm, institute).value();
        damage = new RequestDamage(
                random,
                List.of(firm.value(), institute.value(), order, owner.id().value()));
        for (Role role : Role.values()) {
            strangers.put(role, stranger(role));
        }
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void shouldAnswerWhateverIsAsked_andTellNothingOfItselfOrOfOthers() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            for (int i = 0; i < TIMES; i++) {
                note(row, "nobody", ask(row, Optional.empty()), true, wrong);
                for (Role role : Role.values()) {
                    Cell cell = row.roles().get(role);
                    boolean blind = cell == Cell.DENIED || cell == Cell.OWN;
                    note(row, role.name(), ask(row, Optional.of(strangers.get(role))), blind, wrong);
                }
            }
        }

        assertThat(wrong).as("with -Dquanlian.seed=%d", SEED).isEmpty();
    }

    private void note(Row row, String who, HttpResponse<String> answer, boolean blind, List<String> wrong) {
        String firm = "示例单位" + owner.organisation().orElseThrow();
        boolean told = blind && answer.body().contains(firm);
        if (answer.statusCode() >= 500 || INSIDES.matcher(answer.body()).find() || told) {
            wrong.add(row.operation() + " as " + who + ": " + answer.request().uri() + " " + answer.statusCode() + " "
                    + answer.body().substring(0, Math.min(600, answer.body().length())));
        }
    }

    private HttpResponse<String> ask(Row row, Optional<Account> as) {
        List<String> headers = new ArrayList<>();
        as.ifPresent(account -> headers.addAll(List.of("Authorization", "Bearer " + account.id())));
        if (random.nextBoolean()) {
            headers.addAll(List.of("If-Match", random.nextBoolean() ? "\"v1\"" : visible()));
        }
        if (random.nextInt(4) == 0) {
            headers.addAll(List.of("Idempotency-Key", visible()));
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        Optional<ExampleRequests.Body> example = ExampleRequests.body(row);
        if (example.isPresent()) {
            String type = example.get().type();
            headers.addAll(List.of("Content-Type", random.nextInt(20) == 0 ? "text/plain" : type));
            body = HttpRequest.BodyPublishers.ofString(
                    type.equals("application/json")
                            ? damage.damaged(example.get().text())
                            : random.nextBoolean() ? example.get().text() : damage.text());
        }
        return node.node().send(row.method(), path(row), body, headers.toArray(String[]::new));
    }

    /** The path with its places and its query; what is asked for is in it now and then, and what is not. */
    private String path(Row row) {
        String path = ExampleRequests.path(row, name -> RequestDamage.segment(damage.place(right(name))));
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : ExampleRequests.operation(row).path("parameters")) {
            JsonNode at = parameter.has("$ref")
                    ? CONTRACT.document().at(parameter.get("$ref").asText().substring(1))
                    : parameter;
            if (at.path("in").asText().equals("query") && random.nextBoolean()) {
                query.append('&')
                        .append(at.get("name").asText())
                        .append('=')
                        .append(RequestDamage.encoded(
                                damage.place(at.path("example").asText("1"))));
            }
        }
        return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query.substring(1);
    }

    private static String right(String name) {
        return Map.of("province", "140000", "city", "140100", "year", "2025", "position", "1")
                .getOrDefault(name, "01JD9XK5V7Q3M8T2W4Y6Z0ABCD");
    }

    /** A text that a client lets into a header. */
    private String visible() {
        String text = damage.text().replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(text.length(), 300));
    }

    private Account stranger(Role role) {
        return node.accounts()
                .add(node.accounts()
                        .account(
                                role,
                                role.actsForOrganisation()
                                        ? Optional.of(node.accounts().id())
                                        : Optional.empty(),
                                role == Role.CITY_REVIEWER ? Optional.of(new Area("140200")) : Optional.empty(),
                                Optional.empty(),
                                Account.State.ACTIVE));
    }
}
