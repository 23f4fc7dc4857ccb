package org.quanlian.store.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quanlian.model.Money;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RepeatedRequests.Answer;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.Booking;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.registry.Organisation;
import org.quanlian.vouchers.treasury.SharePayment;

/** Thirty-two threads at one account: it is never overdrawn, and every fen is accounted for; on each database. */
@EachDatabase
@Timeout(240)
class LedgerStormTest {
    private static final int THREADS = 32;

    private final MoneyYear year;

    LedgerStormTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldGrantNoMoreThanTheCap_whenManyClaimsOfOneApplicantRaceForIt() throws Exception {
        year.budgets(2050, "100000000.00", "100000000.00");
        Organisation firm = year.enterprise(TAIYUAN);
        List<VoucherClaim> claims = IntStream.range(0, THREADS)
                .mapToObj(i -> year.reviewed(2050, TAIYUAN, firm.id(), Optional.empty(), "70000.01", "500000.00"))
                .toList();

        List<String> answers = race(i -> approve(claims.get(i)));

        assertThat(answers).filteredOn("approved"::equals).hasSize(7);
        assertThat(answers).filteredOn("approval.cap"::equals).hasSize(THREADS - 7);
        assertThat(granted(2050, firm)).isEqualTo(Money.parse("490000.07"));
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldCommitNoMoreThanTheBudget_whenManyApplicantsRaceForIt() throws Exception {
        year.budgets(2051, "100000.00", "100000000.00");
        List<VoucherClaim> claims = IntStream.range(0, THREADS)
                .mapToObj(i -> year.reviewed(2051, TAIYUAN, "20000.01"))
                .toList();

        List<String> answers = race(i -> approve(claims.get(i)));

        // The province's share of each is 10 000.01 yuan: nine fit, and the tenth lacks some fen.
        assertThat(answers).filteredOn("approved"::equals).hasSize(9);
        assertThat(answers).filteredOn("approval.budget"::equals).hasSize(THREADS - 9);
        Money left = year.read(
                session -> session.ledger().balance(LedgerAccount.ofProvince(AccountKind.PROVINCE_AVAILABLE, 2051)));
        assertThat(left).isEqualTo(Money.parse("9999.91"));
        assertThat(claims.stream().map(claim -> year.kept(claim).state()))
                .filteredOn(ClaimState.APPROVED::equals)
                .hasSize(9);
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldNeverLowerABudgetBelowWhatIsCommitted_whenBothHappenAtOnce() throws Exception {
        year.budgets(2052, "320000.00", "100000000.00");
        List<VoucherClaim> claims = IntStream.range(0, THREADS)
                .mapToObj(i -> year.reviewed(2052, TAIYUAN, "20000.00"))
                .toList();

        race(i -> i % 4 == 0 ? lower(2052, 320_000L - i * 5_000L) : approve(claims.get(i)));

        assertThat(year.audit().faults()).isEmpty();
        var statement = year.read(session -> year.statements.ofProvince(session, year.department(), 2052));
        assertThat(statement.available().isNegative()).isFalse();
        assertThat(statement.budget())
                .isEqualTo(statement.available().plus(statement.province().used()));
    }

    @Test
    void shouldPayAShareOnce_whenManyRecordParts() throws Exception {
        year.budgets(2053, "1000000.00", "1000000.00");
        VoucherClaim claim = year.allocated(year.reviewed(2053, TAIYUAN, "20000.00"));

        List<String> answers = race(i -> outcome(() -> year.write(session -> year.payments.record(
                session,
                year.reviewer(TAIYUAN),
                claim.id(),
                i % 2 == 0 ? SharePayment.Share.PROVINCE : SharePayment.Share.CITY,
                Money.parse("3000.00"),
                year.today(),
                "流水" + i))));

        // Of 10 000 yuan each, three payments of 3 000 fit.
        assertThat(answers).filteredOn("approved"::equals).hasSize(6);
        assertThat(answers).filteredOn("payment.above"::equals).hasSize(THREADS - 6);
        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.ALLOCATED);
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldBookOnceAndAnswerTheSame_whenARequestComesAgainWithItsKey() throws Exception {
        year.budgets(2054, "1000000.00", "1000000.00");
        VoucherClaim claim = year.reviewed(2054, TAIYUAN, "20000.00");

        List<String> answers = race(i -> year.write(session -> session.repeatedRequests()
                .find("caller", "key-2054")
                .map(Answer::body)
                .orElseGet(() -> {
                    VoucherClaim approved =
                            year.approvals.approve(session, year.department(), claim.id(), Optional.empty(), "");
                    String body = approved.version() + " by thread " + i;
                    session.repeatedRequests()
                            .keep("caller", "key-2054", new Answer("digest", 200, "", body, year.now()));
                    return body;
                })));

        assertThat(answers).hasSize(THREADS).containsOnly(answers.get(0));
        List<Booking> booked = year.read(session -> session.ledger().bookings(claim.id()));
        assertThat(booked).hasSize(1);
        assertThat(year.audit().faults()).isEmpty();
    }

    private String approve(VoucherClaim claim) {
        return outcome(() -> year.approve(claim));
    }

    private String lower(int of, long yuan) {
        return outcome(() -> year.write(session ->
                year.budgets.setProvince(session, year.department(), of, Money.ofYuan(yuan), "晋财教〔2025〕调减")));
    }

    private Money granted(int of, Organisation firm) {
        return year.read(session ->
                session.ledger().balance(LedgerAccount.ofParty(AccountKind.CAP_GRANTED, of, CapParty.of(firm))));
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "approved";
        } catch (RefusedException e) {
            return e.code();
        }
    }

    private static List<String> race(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                Callable<String> one = () -> {
                    start.await();
                    return work.of(number);
                };
                answers.add(threads.submit(one));
            }
            start.countDown();
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    /** What one of the threads does. */
    private interface Work {
        String of(int thread);
    }
}
