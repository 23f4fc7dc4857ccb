package org.quanlian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quanlian.model.Money;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.VoucherYear;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimAssessments.Recomputation;
import org.quanlian.vouchers.claims.ClaimFilter;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.ClaimSummary;
import org.quanlian.vouchers.claims.TimelineEntry;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.LedgerAudit;
import org.quanlian.vouchers.treasury.ProvinceStatement;

/** One small year, made once, that all tests look at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoYearTest {
    private static final DemoSize SMALL = new DemoSize(60);
    private static final Instant TODAY = Instant.parse("2025-12-15T02:00:00Z");

    private final TestDatabase database = TestDatabase.derby();
    private final Clock clock = Clock.fixed(TODAY, ZoneOffset.UTC);
    private final List<String> progress = new ArrayList<>();
    private TestNode node;
    private DemoYear.Made made;

    @BeforeAll
    void play() {
        node = new TestNode(database, clock);
        made = new DemoYear(node.demo()).make(7, SMALL, (what, done, of) -> progress.add(what.en() + done + "/" + of));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void shouldHaveAClaimInEveryState() {
        assertThat(made.claims()).containsOnlyKeys(ClaimState.values());
        assertThat(made.claims().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(SMALL.claims());
    }

    @Test
    void shouldEndEachClaimAsItsScriptSays() {
        Script script = ScriptWriter.write(7, SMALL);

        made.claims().forEach((state, count) -> assertThat(script.claims().stream()
                        .filter(claim -> claim.fate() == state)
                        .count())
                .as("%s", state)
                .isEqualTo(count.longValue()));
    }

    @Test
    void shouldLeaveALedgerThatBalances() {
        LedgerAudit audit =
                node.store().<LedgerAudit>read(session -> session.ledger().audit());

        assertThat(audit.faults()).isEmpty();
        assertThat(audit.bookings()).isGreaterThan(SMALL.claims());
    }

    @Test
    void shouldLeaveAStatementThatTiesOutWithTheClaims() {
        ProvinceStatement statement = node.store()
                .<ProvinceStatement>read(
                        session -> node.year().money().statements().ofProvince(session, centre(), 2025));
        Money granted = Money.ZERO;
        for (ClaimSummary summary : claims()) {
            VoucherClaim claim = node.claim(summary.id());
            if (claim.approved().isPresent() && !ended(claim.state())) {
                granted = granted.plus(claim.approved().get().provinceShare());
            }
        }

        assertThat(statement.cities()).hasSize(12);
        assertThat(statement.province().used().minus(statement.province().toReturn()))
                .isEqualTo(granted);
    }

    @Test
    void shouldDecideEachClaimAgainTheSameByThePinnedPolicy() {
        VoucherYear year = node.year();
        for (ClaimSummary summary : claims()) {
            if (node.claim(summary.id()).filing().isPresent()) {
                assertThat(node.store()
                                .<Recomputation>read(session ->
                                        year.claims().assessments().recompute(session, centre(), summary.id()))
                                .result())
                        .isEqualTo(Recomputation.Result.EQUAL);
            }
        }
    }

    @Test
    void shouldTellEachMoveOnTheTimelineInOrder() {
        for (ClaimSummary summary : claims()) {
            List<TimelineEntry> timeline = node.store()
                    .<List<TimelineEntry>>read(session -> session.claims().timeline(summary.id()));
            assertThat(timeline).extracting(TimelineEntry::at).isSorted();
            if (summary.state() == ClaimState.DRAFT) {
                continue;
            }
            assertThat(timeline.get(timeline.size() - 1).to()).isEqualTo(summary.state());
        }
    }

    @Test
    void shouldTellHowFarItIs() {
        assertThat(progress).contains("orders, bindings, claims20/60", "orders, bindings, claims60/60");
    }

    @Test
    void shouldRefuseANodeThatHasOrganisations() {
        DemoYear again = new DemoYear(node.demo());

        assertThatThrownBy(() -> again.make(7, SMALL, (what, done, of) -> {}))
                .isInstanceOf(DemoRefusedException.class)
                .hasMessageContaining("organisations already");
    }

    @Test
    void shouldRefuseANodeWhoseYearIsNotOver() {
        try (TestDatabase other = TestDatabase.derby()) {
            TestNode early = new TestNode(other, Clock.fixed(Instant.parse("2025-08-01T00:00:00Z"), ZoneOffset.UTC));
            DemoYear year = new DemoYear(early.demo());

            assertThatThrownBy(() -> year.make(7, SMALL, (what, done, of) -> {}))
                    .isInstanceOf(DemoRefusedException.class)
                    .hasMessageContaining("2025-08-01");
        }
    }

    private List<ClaimSummary> claims() {
        return node.store().<List<ClaimSummary>>read(session -> session.claims()
                .list(
                        new ClaimFilter(new ClaimFilter.Everybody(), Optional.of(2025), Optional.empty()),
                        Page.Request.first())
                .items());
    }

    /** Whether nothing is left of what was approved. */
    private static boolean ended(ClaimState state) {
        return state == ClaimState.REVOKED || state == ClaimState.NOT_APPROVED;
    }

    private Actor centre() {
        return node.actor(Role.SHARING_CENTRE);
    }
}
