package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.claims.ClaimWorld.DATONG;
import static org.quanlian.store.internal.claims.ClaimWorld.TAIYUAN;
import static org.quanlian.store.internal.claims.Refusals.refused;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.ClaimMaterial;
import org.quanlian.model.Money;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;
import org.quanlian.vouchers.registry.Organisation;

/** Claims as they are kept, on each database. */
@EachDatabase
class JdbcClaimsContractTest {
    private final ClaimWorld world;
    private final TestDatabase database;

    JdbcClaimsContractTest(TestDatabase database) {
        this.database = database;
        this.world = new ClaimWorld(database);
    }

    @Test
    void shouldReadBackWhatWasKept() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> one = world.order(enterprise);
        Id<Order> two = world.order(enterprise);
        VoucherClaim draft = world.draft(enterprise, List.of(two, one));

        assertThat(world.find(draft.id())).isEqualTo(draft);
        assertThat(draft.orders()).containsExactly(two, one);

        VoucherClaim filed = world.write(session -> world.filing.file(session, enterprise, draft.id()));

        assertThat(world.find(draft.id())).isEqualTo(filed);
        assertThat(filed.filing()).isPresent();
    }

    @Test
    void shouldKeepTheApprovedAmount() {
        VoucherClaim filed = world.filed(world.enterprise(TAIYUAN));
        VoucherClaim approved = bumped(filed).approved(grant("50000.00"));

        update(filed, approved);

        assertThat(world.find(filed.id())).isEqualTo(approved);
    }

    @Test
    void shouldFindNothing_whenThereIsNoSuchClaim() {
        Id<VoucherClaim> unknown = world.ids.next();

        assertThat(world.<Optional<VoucherClaim>>write(
                        session -> session.claims().find(unknown)))
                .isEmpty();
        assertThat(world.<Optional<VoucherClaim>>write(
                        session -> session.claims().lock(unknown)))
                .isEmpty();
    }

    @Test
    void shouldRefuseAChange_whenSomebodyElseChangedItInBetween() {
        VoucherClaim draft = world.draft(world.enterprise(TAIYUAN), List.of());
        update(draft, bumped(draft));

        refused(Kind.STALE, "claim.stale", () -> update(draft, bumped(draft)));
    }

    @Test
    void shouldKeepEveryFiling() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        VoucherClaim again = bumped(filed)
                .filed(new org.quanlian.vouchers.claims.Filing(
                        filed.filing().orElseThrow().at(),
                        filed.filing().orElseThrow().policy(),
                        filed.filing().orElseThrow().digest(),
                        filed.filing().orElseThrow().outcome(),
                        filed.filing().orElseThrow().amounts(),
                        filed.filing().orElseThrow().facts(),
                        "{\"other\": true}"));
        update(filed, again);

        assertThat(world.find(filed.id()).filing().orElseThrow().decision()).isEqualTo("{\"other\": true}");
        assertThat(database.transactions().<List<String>>read(sql -> sql.query(
                                "SELECT decision FROM claim_filings WHERE claim = ? ORDER BY filing_round",
                                filed.id().value())
                        .list(row -> row.string("decision"))))
                .containsExactly(filed.filing().orElseThrow().decision(), "{\"other\": true}");
    }

    @Test
    void shouldRefuseAVoucher_whenAnotherLiveClaimHasIt() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise);
        VoucherClaim holder = world.draft(enterprise, List.of(order));

        RefusedException refusal =
                refused(Kind.CONFLICT, "claim.voucher", () -> world.draft(enterprise, List.of(order)));

        assertThat(refusal.text().en()).contains(holder.number()).contains(order.value());
    }

    @Test
    void shouldLetGoOfVouchers_whenTheirClaimIsWithdrawn() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise);
        VoucherClaim first = world.draft(enterprise, List.of(order));
        world.write(session -> world.filing.withdraw(session, enterprise, first.id(), ""));

        assertThat(world.draft(enterprise, List.of(order)).orders()).containsExactly(order);
        assertThat(world.find(first.id()).orders())
                .as("it still tells what it was about")
                .containsExactly(order);
    }

    @Test
    void shouldGiveAVoucherToOneClaim_whenManyWantItAtOnce() throws Exception {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise);

        List<Optional<RefusedException>> ends = together(8, () -> world.draft(enterprise, List.of(order)));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(ends.stream().flatMap(Optional::stream).map(RefusedException::code))
                .hasSize(7)
                .containsOnly("claim.voucher");
    }

    @Test
    void shouldNumberByCityAndYear_eachOnce_whenManyBeginAtOnce() throws Exception {
        Area city = new Area("141100");
        Set<String> numbers = java.util.concurrent.ConcurrentHashMap.newKeySet();

        together(16, () -> numbers.add(world.write(session -> session.claims().nextNumber(city, 2025))));

        Set<String> expected = new HashSet<>();
        for (int i = 1; i <= 16; i++) {
            expected.add(String.format("141100-2025-%06d", i));
        }
        assertThat(numbers).isEqualTo(expected);
        assertThat(world.<String>write(session -> session.claims().nextNumber(city, 2026)))
                .isEqualTo("141100-2026-000001");
    }

    @Test
    void shouldPageThroughACity_oldestFirst_whateverTheFilter() {
        Area city = new Area("140900");
        List<Id<VoucherClaim>> drafts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            drafts.add(world.draft(world.enterprise(city), List.of()).id());
        }
        drafts.sort(null);
        Id<VoucherClaim> filed = world.filed(world.enterprise(city)).id();
        world.filed(world.enterprise(DATONG));

        ClaimFilter ofCity = new ClaimFilter(new ClaimFilter.OfCity(city), Optional.of(2025), Optional.empty());
        assertThat(all(ofCity, 2))
                .hasSize(6)
                .containsAll(drafts)
                .contains(filed)
                .isSorted();
        assertThat(all(with(ofCity, ClaimState.DRAFT), 2)).isEqualTo(drafts);
        assertThat(all(with(ofCity, ClaimState.FILED), 2)).containsExactly(filed);
        assertThat(all(new ClaimFilter(new ClaimFilter.OfCity(city), Optional.of(2024), Optional.empty()), 2))
                .isEmpty();
        assertThat(all(new ClaimFilter(new ClaimFilter.Everybody(), Optional.of(2025), Optional.empty()), 100))
                .containsAll(drafts)
                .isSorted();
    }

    @Test
    void shouldListWhatAnOrganisationAppliesFor_orItsTeams() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim own = world.draft(enterprise, List.of());
        Id<Organisation> applicant = enterprise.organisation().orElseThrow();

        assertThat(all(new ClaimFilter(new ClaimFilter.OfApplicant(applicant), Optional.empty(), Optional.empty()), 10))
                .containsExactly(own.id());
        assertThat(all(new ClaimFilter(new ClaimFilter.OfHost(applicant), Optional.empty(), Optional.empty()), 10))
                .isEmpty();
    }

    @Test
    void shouldFindTheClaimsToWhichADocumentIsAttached() {
        VoucherClaim claim = world.draft(world.enterprise(TAIYUAN), List.of());
        List<Id<?>> papers =
                world.write(session -> session.claims().materials(claim.id())).get(ClaimMaterial.BUSINESS_LICENCE);

        assertThat(world.<List<VoucherClaim>>write(session -> session.claims().attachedTo(papers.get(0))))
                .containsExactly(claim);
        assertThat(world.<List<VoucherClaim>>write(session -> session.claims().attachedTo(claim.id())))
                .isEmpty();
    }

    private void update(VoucherClaim before, VoucherClaim after) {
        world.write(session -> {
            session.claims().update(before, after);
            return true;
        });
    }

    private List<Id<VoucherClaim>> all(ClaimFilter filter, int limit) {
        List<Id<VoucherClaim>> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page.Request request = new Page.Request(after, limit);
            Page<ClaimSummary> page = world.write(session -> session.claims().list(filter, request));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(summary -> found.add(summary.id()));
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private static ClaimFilter with(ClaimFilter filter, ClaimState state) {
        return new ClaimFilter(filter.of(), filter.year(), Optional.of(state));
    }

    private static VoucherClaim.ApprovedGrant grant(String amount) {
        Money grant = Money.parse(amount);
        return new VoucherClaim.ApprovedGrant(grant, grant, Money.ZERO, Money.ZERO);
    }

    private static VoucherClaim bumped(VoucherClaim claim) {
        return new VoucherClaim(
                claim.id(),
                claim.number(),
                claim.applicant(),
                claim.host(),
                claim.city(),
                claim.year(),
                claim.orders(),
                claim.state(),
                claim.filing(),
                claim.approved(),
                claim.createdAt(),
                claim.version() + 1);
    }

    /** Does the same many times at once; tells how each ended. */
    static List<Optional<RefusedException>> together(int times, Callable<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            java.util.concurrent.CyclicBarrier start = new java.util.concurrent.CyclicBarrier(times);
            List<Future<Optional<RefusedException>>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        work.call();
                        return Optional.<RefusedException>empty();
                    } catch (RefusedException e) {
                        return Optional.of(e);
                    }
                }));
            }
            List<Optional<RefusedException>> ends = new ArrayList<>();
            for (Future<Optional<RefusedException>> each : running) {
                ends.add(each.get());
            }
            return ends;
        } finally {
            threads.shutdown();
        }
    }
}
