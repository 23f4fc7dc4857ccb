package org.quanlian.exchange.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanlian.exchange.message.NodeName;
import org.quanlian.exchange.replica.ReplicaItems;
import org.quanlian.model.Area;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.Claims;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.exchange.DuplicateSuspicion;
import org.quanlian.vouchers.exchange.DuplicateSuspicion.State;
import org.quanlian.vouchers.exchange.ReplicaItem;
import org.quanlian.vouchers.exchange.ReplicaName;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.notifications.Notifications;
import org.quanlian.vouchers.orders.Activity;
import org.quanlian.vouchers.orders.Orders;

/** Two provinces find the invoice that both support, whichever told first, and tell each other nothing else. */
class DuplicatesTest {
    private static final NodeName SHANXI = new NodeName(new Area("140000"));
    private static final NodeName HAINAN = new NodeName(new Area("460000"));
    private static final byte[] SECRET = "a secret of thirty-two bytes here".getBytes(StandardCharsets.US_ASCII);
    private static final String INVOICE = "25142000000012345678";

    private final TestDatabase database = TestDatabase.derby();
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final Store store = database.store(clock);
    private final Map<String, List<Activity>> held = new HashMap<>();
    private final List<Notification> told = new ArrayList<>();
    private final Matches matches = new Matches(SHANXI, clock, ids, (session, partner) -> Optional.of(SECRET));
    private final DuplicateSource source = new DuplicateSource((session, partner) -> Optional.of(SECRET), matches);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shouldSuspectTheClaim_whenThePartnerToldFirst() {
        partnerTells(INVOICE);

        Id<VoucherClaim> claim = ownClaimHolds(INVOICE);

        assertSuspected(claim, INVOICE);
    }

    @Test
    void shouldSuspectTheClaim_whenThePartnerTellsLater() {
        Id<VoucherClaim> claim = ownClaimHolds(INVOICE);
        assertThat(suspicions()).isEmpty();

        partnerTells(INVOICE);

        assertSuspected(claim, INVOICE);
    }

    @Test
    void shouldSuspectOnce_howeverOftenItIsTold() {
        Id<VoucherClaim> claim = ownClaimHolds(INVOICE);
        partnerTells(INVOICE);
        partnerTells(INVOICE);
        items(claim);

        assertSuspected(claim, INVOICE);
    }

    @Test
    void shouldSuspectNobody_whenTheInvoicesDiffer() {
        ownClaimHolds(INVOICE);
        partnerTells("25142000000012345679");

        assertThat(suspicions()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void shouldLetGo_whenThePartnerHoldsItNoLonger() {
        ownClaimHolds(INVOICE);
        ReplicaItem item = partnerTells(INVOICE);

        store.write(session -> {
            matches.gone(standing(session), HAINAN, item.name());
            return true;
        });

        assertThat(suspicions()).extracting(DuplicateSuspicion::state).containsExactly(State.GONE);
    }

    @Test
    void shouldTellNothingButFingerprintAndTime() {
        Id<VoucherClaim> claim = ids.next();
        held.put(
                claim.value(),
                List.of(activity(Activity.Kind.INVOICE, INVOICE), activity(Activity.Kind.CONTRACT, "HT-1")));

        List<ReplicaItem> items = items(claim);

        assertThat(items).hasSize(1);
        assertThat(items.get(0).key())
                .isEqualTo(new Fingerprints(SECRET).of(INVOICE))
                .isNotEqualTo(new Fingerprints("another".getBytes(StandardCharsets.US_ASCII)).of(INVOICE))
                .doesNotContain(INVOICE);
        assertThat(items.get(0).content()).matches("\\{\"since\":\"[^\"]+\"}");
    }

    private void assertSuspected(Id<VoucherClaim> claim, String invoice) {
        assertThat(suspicions()).singleElement().satisfies(suspicion -> {
            assertThat(suspicion.claim()).isEqualTo(claim);
            assertThat(suspicion.partner()).isEqualTo(HAINAN.province());
            assertThat(suspicion.invoice()).isEqualTo(invoice);
            assertThat(suspicion.state()).isEqualTo(State.OPEN);
        });
        assertThat(told).singleElement().satisfies(notification -> assertThat(notification.kind())
                .isEqualTo("duplicate.found"));
    }

    private List<DuplicateSuspicion> suspicions() {
        return store.read(session -> session.exchange().duplicates().list(Optional.empty(), Page.Request.first()))
                .items();
    }

    private Id<VoucherClaim> ownClaimHolds(String invoice) {
        Id<VoucherClaim> claim = ids.next();
        held.put(claim.value(), List.of(activity(Activity.Kind.INVOICE, invoice)));
        items(claim);
        return claim;
    }

    private List<ReplicaItem> items(Id<VoucherClaim> claim) {
        return store.write(session -> {
            ReplicaName own = new ReplicaName(SHANXI.province(), HAINAN.province(), "duplicates");
            session.exchange().replicas().lock(own);
            List<ReplicaItem> items = source.items(standing(session), claim, Optional.of(HAINAN), clock.instant());
            items.forEach(item -> session.exchange().replicas().put(own, item));
            return items;
        });
    }

    private ReplicaItem partnerTells(String invoice) {
        ReplicaItem item = ReplicaItems.of(
                DuplicateSource.INVOICE,
                new Fingerprints(SECRET).of(invoice),
                JsonNodeFactory.instance.objectNode().put("since", "2025-07-01T01:02:03.004Z"),
                "",
                Instant.parse("2025-07-01T01:02:03.004Z"));
        store.write(session -> {
            ReplicaName theirs = new ReplicaName(HAINAN.province(), SHANXI.province(), "duplicates");
            session.exchange().replicas().lock(theirs);
            session.exchange().replicas().put(theirs, item);
            matches.kept(standing(session), HAINAN, item);
            return true;
        });
        return item;
    }

    private Activity activity(Activity.Kind kind, String key) {
        return new Activity(kind, key, key, ids.next());
    }

    /** The session with claims and orders that stand for themselves. */
    private Session standing(Session session) {
        Orders orders = stub(Orders.class, "heldBy", of -> held.getOrDefault(of[0].toString(), List.of()));
        Claims claims = stub(Claims.class, "lock", of -> Optional.of(claim(of[0].toString())));
        Notifications notifications = stub(Notifications.class, "tell", of -> {
            told.add((Notification) of[1]);
            return null;
        });
        return stub(
                Session.class,
                Map.of(
                        "exchange", of -> session.exchange(),
                        "orders", of -> orders,
                        "claims", of -> claims,
                        "notifications", of -> notifications));
    }

    private VoucherClaim claim(String id) {
        return new VoucherClaim(
                new Id<>(id),
                "2025-140100-00001",
                ids.next(),
                Optional.empty(),
                new Area("140100"),
                2025,
                List.of(),
                ClaimState.DRAFT,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                1);
    }

    private static <T> T stub(Class<T> port, String method, Function<Object[], Object> answer) {
        return stub(port, Map.of(method, answer));
    }

    private static <T> T stub(Class<T> port, Map<String, Function<Object[], Object>> answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> answers.get(method.getName()).apply(arguments)));
    }
}
