package org.quanlian.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.rest.Requests.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.StoreUnavailableException;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.documents.DocumentPurpose;
import org.quanlian.vouchers.registry.Organisation;

/**
 * A node ends in the middle of a batch, wherever that is; whoever asks the same again with the same key is told of each claim
 * that it was moved, and each was moved once. On each database.
 */
@EachDatabase
class BrokenOffBatchTest {
    private static final String CLAIMS = "/api/v1/claims";
    private static final String BATCHES = "/api/v1/claim-batches";
    private static final int CLAIMS_OF_A_BATCH = 3;

    private final TestDatabase database;
    private Ending store;
    private VoucherNode node;
    private ClaimPeople people;
    private Account reviewer;

    BrokenOffBatchTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        Clock clock = Clock.fixed(Instant.parse("2025-07-01T02:00:00Z"), ZoneOffset.UTC);
        node = new VoucherNode(database, clock, inner -> {
            store = new Ending(inner);
            return store;
        });
        people = new ClaimPeople(node);
        reviewer = node.accounts().reviewer(ClaimPeople.TAIYUAN);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void shouldMoveEachClaimOnce_andSaySo_whereverTheNodeEnded() {
        // One transaction to see who asks, one a claim, one to keep the answer.
        for (int writes = 0; writes <= CLAIMS_OF_A_BATCH + 1; writes++) {
            List<String> claims = filed();
            String batch = "{\"move\":\"RECOMMEND\",\"claims\":[%s]}"
                    .formatted(claims.stream().map(id -> '"' + id + '"').collect(Collectors.joining(",")));
            String key = "batch-" + writes;

            store.endsAfter(writes);
            HttpResponse<String> brokenOff = node.post(reviewer, BATCHES, batch, "Idempotency-Key", key);
            store.goesOn();
            HttpResponse<String> answered = node.post(reviewer, BATCHES, batch, "Idempotency-Key", key);
            HttpResponse<String> again = node.post(reviewer, BATCHES, batch, "Idempotency-Key", key);

            assertThat(brokenOff.statusCode()).as("after %s writes", writes).isEqualTo(503);
            assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
            for (JsonNode item : json(answered.body()).get("items")) {
                assertThat(item.get("done").asBoolean()).as(answered.body()).isTrue();
                assertThat(item.get("state").asText()).isEqualTo("RECOMMENDED");
            }
            assertThat(again.body()).isEqualTo(answered.body());
            claims.forEach(claim -> assertThat(recommendations(claim)).isEqualTo(1));
        }
        assertThat(keysWithoutAnAnswer()).isZero();
    }

    @Test
    void shouldRefuseAnotherBatchUnderTheKey_alsoWhenTheFirstWasBrokenOff() {
        List<String> claims = filed();
        String batch = "{\"move\":\"RECOMMEND\",\"claims\":[\"%s\",\"%s\"]}";

        store.endsAfter(2);
        node.post(reviewer, BATCHES, batch.formatted(claims.get(0), claims.get(1)), "Idempotency-Key", "key");
        store.goesOn();
        HttpResponse<String> other =
                node.post(reviewer, BATCHES, batch.formatted(claims.get(0), claims.get(2)), "Idempotency-Key", "key");

        assertThat(other.statusCode()).isEqualTo(422);
    }

    private long recommendations(String claim) {
        return node
                .store()
                .<List<TimelineEntry>>read(session -> session.claims().timeline(new Id<VoucherClaim>(claim)))
                .stream()
                .filter(entry -> entry.move() == ClaimMove.RECOMMEND)
                .count();
    }

    private long keysWithoutAnAnswer() {
        return database.transactions()
                .<Long>read(sql -> sql.query("SELECT COUNT(*) AS n FROM repeated_requests WHERE answered_at IS NULL")
                        .one(row -> row.number("n")));
    }

    private List<String> filed() {
        List<String> claims = new ArrayList<>();
        for (int i = 0; i < CLAIMS_OF_A_BATCH; i++) {
            Id<Organisation> firm = people.enterprise();
            people.importLists(firm);
            Account enterprise = node.accounts().enterprise(firm);
            HttpResponse<String> begun = done(node.post(
                    enterprise,
                    CLAIMS,
                    "{\"applicant\":\"%s\",\"year\":2025,\"orders\":[\"%s\"]}"
                            .formatted(firm, people.bound(firm, people.provider()))));
            String claim = begun.headers().firstValue("Location").orElseThrow();
            ObjectNode materials = (ObjectNode) json("{}");
            for (ClaimMaterial material : ClaimMaterial.values()) {
                materials
                        .putArray(material.name())
                        .add(people.document(firm, DocumentPurpose.of(material)).value());
            }
            String tag =
                    node.get(enterprise, claim).headers().firstValue("ETag").orElseThrow();
            done(node.sendJson("PUT", enterprise, claim + "/materials", materials.toString(), "If-Match", tag));
            done(node.post(enterprise, claim + "/filing", "{}"));
            claims.add(claim.substring(claim.lastIndexOf('/') + 1));
        }
        return claims;
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer;
    }

    /** A store of a node that ends after some transactions: none after them is begun. */
    private static final class Ending implements Store {
        private final Store inner;
        private int left = Integer.MAX_VALUE;

        Ending(Store inner) {
            this.inner = inner;
        }

        synchronized void endsAfter(int writes) {
            left = writes;
        }

        synchronized void goesOn() {
            left = Integer.MAX_VALUE;
        }

        @Override
        public <T> T write(Function<? super Session, ? extends T> work) {
            countDown();
            return inner.write(work);
        }

        @Override
        public <T> T read(Function<? super Session, ? extends T> work) {
            return inner.read(work);
        }

        @Override
        public Undertaking.Scope during(Undertaking undertaking) {
            return inner.during(undertaking);
        }

        private synchronized void countDown() {
            if (left == 0) {
                throw new StoreUnavailableException(new IllegalStateException("the node has ended"));
            }
            left--;
        }
    }
}
