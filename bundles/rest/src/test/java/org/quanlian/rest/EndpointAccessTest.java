package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quanlian.rest.AccessRows.Cell;
import org.quanlian.rest.AccessRows.Row;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.audit.AuditEntry;
import org.quanlian.vouchers.audit.Head;
import org.quanlian.vouchers.audit.Outcome;
import org.quanlian.vouchers.audit.Who;

/** Walks the whole table endpoint × role against the running node: each operation, as each role and as nobody. */
@EachDatabase
class EndpointAccessTest {
    private static final OpenApiContract CONTRACT = OpenApiContract.shipped();
    private static final AccessRows TABLE = AccessRows.load();

    /** The name of nothing. */
    private static final String UNKNOWN = "01JD9XK5V7Q3M8T2W4Y6Z0ABCD";

    /** What is asked without anybody's token counting, and why the trail does not name an account there. */
    private static final Map<String, String> OF_NOBODY = Map.of(
            "POST /api/v1/policies/{province}/{year}/assessments", "nothing is kept",
            "POST /api/v1/sessions", "it is not known yet who that is; logins are another test",
            "POST /api/v1/sessions/refresh", "the refresh token tells who it is, and this one is nobody's",
            "POST /api/v1/notices/{id}/lines/{position}/objections", "anybody may object, and is not asked who",
            "POST /api/v1/enterprises", "who registers has no account yet",
            "POST /api/v1/providers", "who registers has no account yet",
            "POST /api/v1/hosts", "who registers has no account yet");

    /** What stands in paths where a name is no {@link Id}; the city is not that of the city reviewer. */
    private static final Map<String, String> PLACES =
            Map.of("province", "140000", "city", "140200", "year", "2025", "position", "1");

    @TempDir
    private Path data;

    private final TestDatabase database;
    private NodeWithAccounts node;

    EndpointAccessTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        node = new NodeWithAccounts(database, data);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldHaveOneRowForEachOperation() {
        assertThat(TABLE.operations())
                .as("bundles/rest/src/test/resources/org/quanlian/rest/access/*.csv")
                .containsExactlyInAnyOrderElementsOf(CONTRACT.operations());
    }

    @Test
    void shouldSayWhatTheAccessTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            row.roles().forEach((role, cell) -> {
                Cell meant = row.actions().stream()
                        .map(action -> Access.reach(node.account(role).actor(), action))
                        .max(Comparator.naturalOrder())
                        .map(Cell::of)
                        .orElse(Cell.OPEN);
                if (cell != meant) {
                    wrong.add(row.operation() + " as " + role + " is " + cell + " here and " + meant + " there");
                }
            });
            boolean secured = !ExampleRequests.operation(row).path("security").isEmpty();
            if (secured == (row.anonymous() == Cell.OPEN)) {
                wrong.add(row.operation() + " is " + row.anonymous() + " for nobody, against the document's security");
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldAnswerNobodyAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            HttpResponse<String> answer = send(row, Optional.empty());
            boolean kept = row.anonymous() == Cell.OPEN
                    ? answer.statusCode() != 403 && !isForWantOfAToken(answer)
                    : isForWantOfAToken(answer);
            note(row, "nobody", answer, kept, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    /** Nobody learns by a refusal of the body what a body must be, and no byte of it is read for nobody. */
    @Test
    void shouldAskNobodyForABody_beforeItAsksWhoTheyAre() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            if (row.anonymous() != Cell.OPEN && ExampleRequests.body(row).isPresent()) {
                for (ExampleRequests.Body body : List.of(
                        new ExampleRequests.Body("application/json", "{\"nonsense\": 1}"),
                        new ExampleRequests.Body("text/html", "<p>"))) {
                    HttpResponse<String> answer = send(row, Optional.empty(), Optional.of(body));
                    note(row, "nobody with " + body.type(), answer, isForWantOfAToken(answer), wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Nor does it help to have a token that is none. */
    @Test
    void shouldTellAForgedTokenOfTheTokenAlone_whateverIsWrongWithTheRest() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            if (row.anonymous() != Cell.OPEN && ExampleRequests.body(row).isPresent()) {
                for (String body : List.of("{\"nonsense\": 1}", "{", "[]")) {
                    String type = ExampleRequests.body(row).orElseThrow().type();
                    HttpResponse<String> answer = send(
                            row, Optional.of("no.token.at-all"), Optional.of(new ExampleRequests.Body(type, body)));
                    boolean kept = answer.statusCode() == 401
                            && Requests.json(answer.body()).path("errors").isEmpty();
                    note(row, "a forger with " + body, answer, kept, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldAnswerEachRoleAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            row.roles().forEach((role, cell) -> {
                HttpResponse<String> answer = send(row, Optional.of(node.account(role)));
                boolean kept =
                        switch (cell) {
                            case DENIED -> answer.statusCode() == 403;
                            case OPEN -> answer.statusCode() != 403;
                            case ALLOWED, MASKED -> isLetIn(answer);
                            case OWN -> isLetIn(answer) && (!namesAThing(row) || answer.statusCode() >= 400);
                        };
                note(row, role.name(), answer, kept, wrong);
            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldWriteDownWhateverAnAccountAsksFor_saveWhatItOnlyReads() {
        List<String> missing = new ArrayList<>();
        for (Row row : TABLE.rows()) {
            if (row.method().equals("GET") || OF_NOBODY.containsKey(row.operation())) {
                continue;
            }
            row.roles().forEach((role, cell) -> {
                Account account = node.account(role);
                String token = node.accessToken(account);
                long before = lastEntry();
                HttpResponse<String> answer = send(row, Optional.of(token), ExampleRequests.body(row));
                boolean found = entriesAfter(before).stream()
                        .anyMatch(entry -> entry.deed().operation().equals(row.operation())
                                && entry.deed()
                                        .who()
                                        .account()
                                        .equals(account.id().value())
                                && (entry.outcome().kind() == Outcome.Kind.REFUSED || answer.statusCode() < 400)
                                && entry.deed().source().equals("127.0.0.1"));
                // Who asks too often is turned away before the trail, so that nobody makes it longer by that.
                if (!found && answer.statusCode() != 429) {
                    missing.add(row.operation() + " as " + role + ": " + answer.statusCode() + " " + answer.body());
                }
            });
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void shouldNotLetStrangersMakeTheTrailLonger() {
        long before = lastEntry();

        for (Row row : TABLE.rows()) {
            if (row.anonymous() != Cell.OPEN) {
                send(row, Optional.empty());
                send(row, Optional.of("no.token.at-all"), ExampleRequests.body(row));
            }
        }

        assertThat(entriesAfter(before)).isEmpty();
    }

    @Test
    void shouldWriteDownALoginThatFails_andOneThatDoesNot() {
        Account account = node.account(Role.DEPARTMENT);
        long before = lastEntry();

        logIn(account, "not the password");
        logIn(account, NodeWithAccounts.PASSWORD);

        List<AuditEntry> entries = entriesAfter(before);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).outcome()).isEqualTo(Outcome.refused(401, "signin.refused"));
        assertThat(entries.get(0).deed().who()).isEqualTo(Who.STRANGER);
        assertThat(entries.get(0).deed().subject()).isEqualTo("accounts/" + account.id());
        assertThat(entries.get(1).deed().who().account()).isEqualTo(account.id().value());
        assertThat(entries.get(1).deed().operation()).isEqualTo("POST /api/v1/sessions");
    }

    private void logIn(Account account, String password) {
        node.running()
                .send(
                        "POST",
                        "/api/v1/sessions",
                        HttpRequest.BodyPublishers.ofString(JsonNodeFactory.instance
                                .objectNode()
                                .put("login", account.login())
                                .put("password", password)
                                .toString()),
                        "Content-Type",
                        "application/json");
    }

    private long lastEntry() {
        return node.store().<Head>read(session -> session.audit().head()).seq();
    }

    private List<AuditEntry> entriesAfter(long seq) {
        return node.store().read(session -> session.audit().entries(seq, 1_000));
    }

    /** Whether the path names something that belongs to somebody, here always to others; a year belongs to all. */
    private static boolean namesAThing(Row row) {
        return row.path().replace("{province}", "").replace("{year}", "").contains("{");
    }

    private static boolean isLetIn(HttpResponse<String> answer) {
        return answer.statusCode() != 401 && answer.statusCode() != 403 && answer.statusCode() != 500;
    }

    /** Whether the node wanted to know who asks; a login that is refused is something else. */
    private static boolean isForWantOfAToken(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                && Requests.json(answer.body()).path("code").asText("").isEmpty();
    }

    private static void note(Row row, String who, HttpResponse<String> answer, boolean kept, List<String> wrong) {
        if (!kept) {
            wrong.add(row.operation() + " as " + who + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> send(Row row, Optional<Account> as) {
        return send(row, as.map(node::accessToken), ExampleRequests.body(row));
    }

    private HttpResponse<String> send(Row row, Optional<String> token, Optional<ExampleRequests.Body> body) {
        List<String> headers = new ArrayList<>(List.of("If-Match", "\"v0\""));
        token.ifPresent(value -> headers.addAll(List.of("Authorization", "Bearer " + value)));
        body.ifPresent(sent -> headers.addAll(List.of("Content-Type", sent.type())));
        return node.running()
                .send(
                        row.method(),
                        ExampleRequests.path(row, name -> PLACES.getOrDefault(name, UNKNOWN)),
                        body.map(ExampleRequests.Body::publisher).orElseGet(HttpRequest.BodyPublishers::noBody),
                        headers.toArray(String[]::new));
    }
}
