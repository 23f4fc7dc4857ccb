package org.quanlian.store.internal.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quanlian.store.internal.treasury.MoneyYear.DATONG;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.Store;
import org.quanlian.vouchers.audit.Undertaking;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.treasury.ApprovalRun;
import org.quanlian.vouchers.treasury.ApprovalRun.Outcome;
import org.quanlian.vouchers.treasury.ApprovalRunner;
import org.quanlian.vouchers.treasury.ApprovalRuns;

/** Merit order until the budget runs out (择优支持、兑完为止); on each database, each test in a year of its own. */
@EachDatabase
class ApprovalRunsContractTest {
    private final MoneyYear year;

    ApprovalRunsContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldMarkTheFirstThatDoesNotFitAndAllAfterIt_whenTheBudgetRunsOut() {
        year.budgets(2060, "30000.00", "1000000.00");
        List<VoucherClaim> claims = reviewed(2060, "20000.00", "30000.00", "20000.00", "2000.00");

        ApprovalRun run = year.runner.finish(start(2060, claims).id());

        // 10 000 and 15 000 of 30 000 are committed; 10 000 do not fit in what is left, and 1 000 would, but come
        // later.
        assertThat(outcomes(run))
                .containsExactly(Outcome.APPROVED, Outcome.APPROVED, Outcome.EXHAUSTED, Outcome.EXHAUSTED);
        assertThat(states(claims))
                .containsExactly(ClaimState.APPROVED, ClaimState.APPROVED, ClaimState.EXHAUSTED, ClaimState.EXHAUSTED);
        assertThat(claims.stream().map(year::isReleased)).containsExactly(false, false, true, true);
        assertThat(year.read(session -> session.claims().timeline(claims.get(3).id()))
                        .get(0)
                        .reason())
                .contains("第 4 位");
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldGoOnWhereItWas_whenTheNodeStoppedInTheMiddle() {
        year.budgets(2061, "50000.00", "1000000.00");
        List<VoucherClaim> claims =
                reviewed(2061, IntStream.range(0, 8).mapToObj(i -> "20000.00").toArray(String[]::new));
        ApprovalRun run = start(2061, claims);

        // Ends twice in the middle of a transaction, after two claims and after one more: nothing is lost or done
        // twice.
        for (int lastWrite : new int[] {2, 1}) {
            assertThatExceptionOfType(Stopped.class)
                    .isThrownBy(
                            () -> new ApprovalRunner(new StoppingStore(year, lastWrite), year.runs).finish(run.id()));
            assertThat(year.audit().faults()).isEmpty();
        }
        assertThat(year.read(session -> year.runs.find(session, year.department(), run.id()))
                        .next())
                .isEqualTo(3);
        assertThat(year.runner.resume()).isEqualTo(1);
        assertThat(year.runner.resume()).isZero();

        assertThat(states(claims).subList(0, 5)).containsOnly(ClaimState.APPROVED);
        assertThat(states(claims).subList(5, 8)).containsOnly(ClaimState.EXHAUSTED);
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldLeaveAClaimAsItIs_whenItsCityLacksMoney() {
        year.budgets(2062, "1000000.00", "1000.00");
        VoucherClaim ofTaiyuan = year.reviewed(2062, TAIYUAN, "20000.00");
        VoucherClaim ofDatong = year.reviewed(2062, DATONG, "2000.00");

        ApprovalRun run =
                year.runner.finish(start(2062, List.of(ofTaiyuan, ofDatong)).id());

        assertThat(outcomes(run)).containsExactly(Outcome.REFUSED, Outcome.APPROVED);
        assertThat(items(run).get(0).code()).isEqualTo("approval.budget");
        assertThat(items(run).get(0).text().zh()).contains("市级缺 9000.00 元");
        assertThat(states(List.of(ofTaiyuan))).containsExactly(ClaimState.REVIEWED);
    }

    @Test
    void shouldRefuseASecondRunOfAYear_whileOneGoesOn() {
        year.budgets(2063, "1000000.00", "1000000.00");
        List<VoucherClaim> claims = reviewed(2063, "2000.00", "2000.00");
        ApprovalRun first = start(2063, claims.subList(0, 1));

        assertThat(refusal(() -> start(2063, claims.subList(1, 2))).code()).isEqualTo("run.open");
        year.runner.finish(first.id());
        year.runner.finish(start(2063, claims.subList(1, 2)).id());
        assertThat(states(claims)).containsOnly(ClaimState.APPROVED);
    }

    @Test
    void shouldNameTheClaim_whenItDoesNotWaitForTheDepartmentOrStandsTwice() {
        year.budgets(2064, "1000000.00", "1000000.00");
        VoucherClaim approved = year.reviewed(2064, TAIYUAN, "2000.00");
        year.approve(approved);
        VoucherClaim waiting = year.reviewed(2064, TAIYUAN, "2000.00");

        assertThat(refusal(() -> start(2064, List.of(waiting, approved))).field())
                .isEqualTo("/claims/1/claim");
        assertThat(refusal(() -> start(2064, List.of(waiting, waiting))).code()).isEqualTo("run.twice");
        assertThat(refusal(() -> start(2065, List.of(waiting))).code()).isEqualTo("run.none");
    }

    private List<VoucherClaim> reviewed(int of, String... grants) {
        return Arrays.stream(grants)
                .map(grant -> year.reviewed(of, TAIYUAN, grant))
                .toList();
    }

    private ApprovalRun start(int of, List<VoucherClaim> claims) {
        return year.write(session -> year.runs.start(
                session,
                year.department(),
                of,
                claims.stream()
                        .map(claim -> new ApprovalRuns.Ordered(claim.id(), Optional.<Money>empty(), ""))
                        .toList()));
    }

    private List<ApprovalRun.Item> items(ApprovalRun run) {
        return year.read(session -> year.runs.items(session, year.department(), run.id(), Page.Request.first()))
                .items();
    }

    private List<Outcome> outcomes(ApprovalRun run) {
        return items(run).stream().map(ApprovalRun.Item::outcome).toList();
    }

    private List<ClaimState> states(List<VoucherClaim> claims) {
        return claims.stream().map(claim -> year.kept(claim).state()).toList();
    }

    /** A node that stops. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A store whose node stops in its nth write: before the end of that transaction. */
    private record StoppingStore(Store store, AtomicInteger writes, int last) implements Store {
        StoppingStore(Store store, int last) {
            this(store, new AtomicInteger(), last);
        }

        @Override
        public <T> T write(Function<? super Session, ? extends T> work) {
            int number = writes.incrementAndGet();
            return store.write(session -> {
                T result = work.apply(session);
                if (number > last) {
                    throw new Stopped();
                }
                return result;
            });
        }

        @Override
        public <T> T read(Function<? super Session, ? extends T> work) {
            return store.read(work);
        }

        @Override
        public Undertaking.Scope during(Undertaking undertaking) {
            return store.during(undertaking);
        }
    }
}
