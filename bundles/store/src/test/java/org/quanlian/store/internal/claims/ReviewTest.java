package org.quanlian.store.internal.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.claims.ClaimWorld.DATONG;
import static org.quanlian.store.internal.claims.ClaimWorld.RECOMMENDATION_DEADLINE;
import static org.quanlian.store.internal.claims.ClaimWorld.TAIYUAN;
import static org.quanlian.store.internal.claims.Refusals.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.policy.api.PolicyDescriptor;
import org.quanlian.policy.api.PolicyWindows;
import org.quanlian.policy.engine.PolicyVersion;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimBatch;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimReading;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.Correction;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.orders.Order;

/** The city's review, the centre's acceptance, and what is carried over, on each database. */
@EachDatabase
class ReviewTest {
    private final ClaimWorld world;

    ReviewTest(TestDatabase database) {
        world = new ClaimWorld(database);
    }

    // The city

    @Test
    void shouldReturnAClaim_withTheListOfWhatIsWrong() {
        Actor enterprise = world.enterprise(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        List<Correction> corrections = List.of(
                new Correction("BUSINESS_LICENCE", "执照副本已过期，请上传现行副本"),
                new Correction("/services/0/invoices/0", "发票影像不清"));

        VoucherClaim returned = world.write(
                session -> world.city.sendBack(session, world.reviewer(TAIYUAN), filed.id(), corrections, "材料需补正"));

        assertThat(returned.state()).isEqualTo(ClaimState.RETURNED);
        ClaimReading.View view = world.write(session -> world.reading.find(session, enterprise, filed.id()));
        assertThat(view.corrections()).isEqualTo(corrections);
        assertThat(view.editable()).isTrue();
        assertThat(view.moves()).containsExactly(ClaimMove.REFILE, ClaimMove.WITHDRAW);
        assertThat(world.taken).as("it keeps its invoices meanwhile").containsKey(filed.id());
    }

    @Test
    void shouldTellTheLastCorrections_whenItIsReturnedAgain() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Actor reviewer = world.reviewer(TAIYUAN);
        VoucherClaim filed = world.filed(enterprise);
        world.write(
                session -> world.city.sendBack(session, reviewer, filed.id(), List.of(new Correction("", "一")), "一"));
        world.write(session -> world.filing.file(session, enterprise, filed.id()));

        List<Correction> second = List.of(new Correction("", "二"));
        world.write(session -> world.city.sendBack(session, reviewer, filed.id(), second, "二"));

        assertThat(world.write(session -> world.reading.find(session, enterprise, filed.id()))
                        .corrections())
                .isEqualTo(second);
    }

    @Test
    void shouldNotReturn_withoutAnythingToCorrect_norWhenItIsTooLateToFileAgain() {
        VoucherClaim filed = world.filed(world.enterprise(TAIYUAN));
        Actor reviewer = world.reviewer(TAIYUAN);

        refused(
                Kind.INVALID,
                "claim.corrections",
                () -> world.write(session -> world.city.sendBack(session, reviewer, filed.id(), List.of(), "x")));
        world.clock.set(RECOMMENDATION_DEADLINE.plusNanos(1));
        refused(
                Kind.CONFLICT,
                "claim.return-late",
                () -> world.write(session ->
                        world.city.sendBack(session, reviewer, filed.id(), List.of(new Correction("", "x")), "x")));
    }

    @Test
    void shouldRecommend_atTheVeryDeadline_andNotANanosecondLater() {
        VoucherClaim one = world.filed(world.enterprise(TAIYUAN));
        VoucherClaim two = world.filed(world.enterprise(TAIYUAN));
        Actor reviewer = world.reviewer(TAIYUAN);
        world.clock.set(RECOMMENDATION_DEADLINE);

        assertThat(world.write(session -> world.city.recommend(session, reviewer, one.id(), ""))
                        .state())
                .isEqualTo(ClaimState.RECOMMENDED);

        world.clock.set(RECOMMENDATION_DEADLINE.plusNanos(1));
        RefusedException refusal = refused(
                Kind.CONFLICT,
                "claim.recommendation-late",
                () -> world.write(session -> world.city.recommend(session, reviewer, two.id(), "")));
        assertThat(refusal.text().zh()).contains("2025-07-30 17:00");
    }

    @Test
    void shouldNotShowOrMoveTheClaimsOfAnotherCity() {
        VoucherClaim filed = world.filed(world.enterprise(TAIYUAN));
        Actor other = world.reviewer(DATONG);

        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.city.recommend(session, other, filed.id(), "")));
        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.reading.find(session, other, filed.id())));
        refused(
                Kind.NOT_FOUND,
                "access.none",
                () -> world.write(session -> world.reading.timeline(session, other, filed.id())));
    }

    @Test
    void shouldLetGoOfInvoices_whenTheClaimIsRejected() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise);
        VoucherClaim filed = world.filed(enterprise, order);

        world.write(session -> world.city.reject(session, world.reviewer(TAIYUAN), filed.id(), "不属研发服务"));

        assertThat(world.taken).doesNotContainKey(filed.id());
        assertThat(world.draft(enterprise, List.of(order)).orders()).containsExactly(order);
    }

    @Test
    void shouldQueueTheClaimsOfTheCity_byState() {
        Area city = new Area("140700");
        VoucherClaim filed = world.filed(world.enterprise(city));
        world.draft(world.enterprise(city), List.of());
        Actor reviewer = world.reviewer(city);

        Page<ClaimSummary> queue = world.write(session -> world.reading.list(
                session,
                reviewer,
                Optional.of(2025),
                Optional.of(ClaimState.FILED),
                Optional.empty(),
                Page.Request.first()));

        assertThat(queue.items()).singleElement().satisfies(summary -> {
            assertThat(summary.id()).isEqualTo(filed.id());
            assertThat(summary.grant())
                    .contains(filed.filing().orElseThrow().amounts().grant());
        });
        refused(
                Kind.INVALID,
                "claim.year-missing",
                () -> world.write(session -> world.reading.list(
                        session,
                        reviewer,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Page.Request.first())));
    }

    // In batches

    @Test
    void shouldAnswerPerClaim_whatHappenedInABatch() {
        Actor reviewer = world.reviewer(TAIYUAN);
        VoucherClaim one = world.filed(world.enterprise(TAIYUAN));
        VoucherClaim elsewhere = world.filed(world.enterprise(DATONG));
        VoucherClaim draft = world.draft(world.enterprise(TAIYUAN), List.of());
        VoucherClaim two = world.filed(world.enterprise(TAIYUAN));

        List<ClaimBatch.Outcome> outcomes = ClaimBatch.each(
                world.store,
                List.of(one.id(), elsewhere.id(), draft.id(), two.id()),
                (session, id) -> world.city.recommend(session, reviewer, id, "符合条件"));

        assertThat(outcomes.stream().map(outcome -> outcome.refusal().map(RefusedException::code)))
                .containsExactly(
                        Optional.empty(), Optional.of("access.none"), Optional.of("claim.move"), Optional.empty());
        assertThat(world.find(one.id()).state()).isEqualTo(ClaimState.RECOMMENDED);
        assertThat(world.find(two.id()).state()).isEqualTo(ClaimState.RECOMMENDED);
        assertThat(world.find(elsewhere.id()).state()).isEqualTo(ClaimState.FILED);
    }

    @Test
    void shouldRefuseABatch_thatIsTooBigOrNamesAClaimTwice_beforeAnythingIsDone() {
        Actor reviewer = world.reviewer(TAIYUAN);
        VoucherClaim one = world.filed(world.enterprise(TAIYUAN));
        List<Id<VoucherClaim>> many = new ArrayList<>();
        for (int i = 0; i <= ClaimBatch.MAX; i++) {
            many.add(world.ids.next());
        }

        refused(Kind.INVALID, "claim.batch", () -> recommend(reviewer, many));
        refused(Kind.INVALID, "claim.batch", () -> recommend(reviewer, List.of()));
        refused(Kind.INVALID, "claim.batch-twice", () -> recommend(reviewer, List.of(one.id(), one.id())));
        assertThat(world.find(one.id()).state()).isEqualTo(ClaimState.FILED);
    }

    private void recommend(Actor reviewer, List<Id<VoucherClaim>> ids) {
        ClaimBatch.each(world.store, ids, (session, id) -> world.city.recommend(session, reviewer, id, ""));
    }

    // Races

    @Test
    void shouldMoveOnce_whenManyReviewersMoveTheSameClaimAtOnce() throws Exception {
        VoucherClaim filed = world.filed(world.enterprise(TAIYUAN));
        Actor one = world.reviewer(TAIYUAN);
        Actor two = world.reviewer(TAIYUAN);
        AtomicInteger turn = new AtomicInteger();

        List<Optional<RefusedException>> ends = JdbcClaimsContractTest.together(
                8,
                () -> world.write(session -> turn.getAndIncrement() % 2 == 0
                        ? world.city.recommend(session, one, filed.id(), "")
                        : world.city.reject(session, two, filed.id(), "不符合")));

        assertThat(ends).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(ends.stream().flatMap(Optional::stream).map(RefusedException::code))
                .hasSize(7)
                .containsOnly("claim.move");
        List<TimelineEntry> timeline = world.write(session -> session.claims().timeline(filed.id()));
        assertThat(timeline).extracting(TimelineEntry::to).hasSize(2).first().isEqualTo(ClaimState.FILED);
        assertThat(timeline.get(1).to()).isEqualTo(world.find(filed.id()).state());
    }

    // The centre

    @Test
    void shouldAccept_whatWasRecommendedInTime_evenLater() {
        VoucherClaim claim = world.recommended(world.enterprise(TAIYUAN));
        world.clock.set(Instant.parse("2025-08-20T00:00:00Z"));

        VoucherClaim accepted =
                world.write(session -> world.centre.accept(session, world.office(Role.SHARING_CENTRE), claim.id(), ""));

        assertThat(accepted.state()).isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    void shouldLetACityRecommendAgain_whatTheCentreGaveBackAfterTheDeadline() {
        VoucherClaim claim = world.recommended(world.enterprise(TAIYUAN));
        Actor centre = world.office(Role.SHARING_CENTRE);
        world.clock.set(RECOMMENDATION_DEADLINE.plusSeconds(3600));

        world.write(session -> world.centre.giveBack(session, centre, claim.id(), "推荐函缺盖章"));
        world.write(session -> world.city.recommend(session, world.reviewer(TAIYUAN), claim.id(), "已补"));

        assertThat(world.write(session -> world.centre.accept(session, centre, claim.id(), ""))
                        .state())
                .isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    void shouldNotAccept_whatWasRecommendedLate() {
        VoucherClaim claim = world.recommended(world.enterprise(TAIYUAN));
        // A node whose policy tells an earlier deadline than that by which the city recommended.
        world.policies.exchange(ReviewTest::earlier);

        refused(
                Kind.CONFLICT,
                "claim.acceptance-late",
                () -> world.write(
                        session -> world.centre.accept(session, world.office(Role.SHARING_CENTRE), claim.id(), "")));
    }

    @Test
    void shouldLetGoOfInvoices_whenTheClaimIsDeclined() {
        VoucherClaim claim = world.recommended(world.enterprise(TAIYUAN));

        world.write(session -> world.centre.decline(session, world.office(Role.SHARING_CENTRE), claim.id(), "不予受理"));

        assertThat(world.taken).doesNotContainKey(claim.id());
    }

    // Into the next year

    @Test
    void shouldCarryOver_whatIsForTheNextYear_withADraftThatGoesOn() {
        Actor enterprise = world.enterprise(TAIYUAN);
        Id<Order> order = world.order(enterprise.organisation().orElseThrow(), "2025-07-02", 100_000);
        world.clock.set(Instant.parse("2025-07-10T00:00:00Z"));
        VoucherClaim filed = world.filed(enterprise, order);

        VoucherClaim carried = world.write(
                session -> world.carryOver.carryOver(session, world.office(Role.DEPARTMENT), filed.id(), "本年度预算已完成"));

        assertThat(carried.state()).isEqualTo(ClaimState.CARRIED_OVER);
        assertThat(world.taken).doesNotContainKey(filed.id());
        ClaimReading.View view = world.write(session -> world.reading.find(session, enterprise, filed.id()));
        VoucherClaim next = world.find(view.successor().orElseThrow());
        assertThat(next.state()).isEqualTo(ClaimState.DRAFT);
        assertThat(next.year()).isEqualTo(2026);
        assertThat(next.number()).startsWith("140100-2026-");
        assertThat(next.orders()).containsExactly(order);
        assertThat(world.write(session -> world.reading.find(session, enterprise, next.id()))
                        .materials())
                .isEqualTo(view.materials());
        assertThat(world.notifications).anyMatch(told -> told.kind().equals("claim.prepared"));
    }

    @Test
    void shouldNotCarryOver_whatCountsThisYear() {
        VoucherClaim filed = world.filed(world.enterprise(TAIYUAN));

        refused(
                Kind.CONFLICT,
                "claim.not-for-next-year",
                () -> world.write(
                        session -> world.carryOver.carryOver(session, world.office(Role.DEPARTMENT), filed.id(), "")));
    }

    private static PolicyVersion earlier(PolicyVersion of) {
        PolicyDescriptor was = of.descriptor();
        PolicyWindows windows = was.windows();
        return new PolicyVersion(
                new PolicyDescriptor(
                        was.key(),
                        was.status(),
                        was.title(),
                        was.documents(),
                        new PolicyWindows(
                                windows.servicePeriod(),
                                windows.carryOverPeriod(),
                                windows.filingDeadline(),
                                Instant.parse("2025-06-30T00:00:00Z"),
                                windows.publicNoticeWorkingDays(),
                                windows.publicNoticeFirstDayCounts())),
                of.digest(),
                of.parameters(),
                of.rules(),
                of.current());
    }
}
