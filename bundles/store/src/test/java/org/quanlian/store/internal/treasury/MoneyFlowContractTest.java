package org.quanlian.store.internal.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.DATONG;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Area;
import org.quanlian.model.Money;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.integrity.ClawbackParts;
import org.quanlian.vouchers.integrity.Recovery;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.treasury.CityStatement;
import org.quanlian.vouchers.treasury.ProvinceStatement;
import org.quanlian.vouchers.treasury.SharePayment;
import org.quanlian.vouchers.treasury.SharePayment.Share;
import org.quanlian.vouchers.treasury.ShareStatement;

/** Money on its way from the approval to the payment and back; on each database, each test in a year of its own. */
@EachDatabase
class MoneyFlowContractTest {
    private final MoneyYear year;

    MoneyFlowContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @AfterEach
    void shouldLeaveALedgerThatAddsUp() {
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldTieOutToTheFen_whenAClaimIsPaidAndClawedBackInPart() {
        year.budgets(2080, "1000000.00", "500000.00");
        VoucherClaim claim = year.paid(year.reviewed(2080, TAIYUAN, "33333.33"));
        year.approve(year.reviewed(2080, DATONG, "1000.00"));
        assertThat(claim.state()).isEqualTo(ClaimState.PAID);

        ClawbackParts parts = clawBack(claim, Optional.of(Money.parse("10000.01")));
        year.write(session -> year.clawbacks.recover(
                session, year.department(), claim.id(), Money.parse("4000.00"), year.today(), "到账1"));

        assertThat(parts).isEqualTo(new ClawbackParts(Money.parse("5000.01"), Money.parse("5000.00")));
        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.PARTLY_CLAWED_BACK);
        CityStatement taiyuan =
                year.read(session -> year.statements.ofCity(session, year.reviewer(TAIYUAN), 2080, TAIYUAN));
        assertThat(taiyuan.province())
                .isEqualTo(new ShareStatement(
                        Money.ZERO,
                        Money.ZERO,
                        Money.parse("16666.67"),
                        Money.parse("5000.01"),
                        Money.parse("2000.01"),
                        Money.ZERO));
        assertThat(taiyuan.own().paid()).isEqualTo(Money.parse("16666.66"));
        assertThat(taiyuan.own().recovered()).isEqualTo(Money.parse("1999.99"));
        assertThat(taiyuan.available()).isEqualTo(Money.parse("483333.34"));
        ProvinceStatement whole =
                year.read(session -> year.statements.ofProvince(session, year.office(Role.AUDITOR), 2080));
        assertThat(whole.cities()).hasSize(2);
        assertThat(whole.province().committed()).isEqualTo(Money.parse("500.00"));
        assertThat(whole.available()).isEqualTo(Money.parse("982833.33"));
    }

    @Test
    void shouldClaimBackAllThatIsLeft_andNoMore() {
        year.budgets(2081, "1000000.00", "500000.00");
        VoucherClaim claim = year.paid(year.reviewed(2081, TAIYUAN, "100.01"));
        clawBack(claim, Optional.of(Money.parse("0.01")));

        assertThat(refusal(() -> clawBack(claim, Optional.of(Money.parse("100.01"))))
                        .code())
                .isEqualTo("clawback.above");
        clawBack(claim, Optional.empty());

        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.CLAWED_BACK);
        assertThat(balances(claim))
                .containsEntry(AccountKind.PROVINCE_CLAWBACK_DUE, Money.parse("50.01"))
                .containsEntry(AccountKind.CITY_CLAWBACK_DUE, Money.parse("50.00"));
        assertThat(refusal(() -> clawBack(claim, Optional.empty())).code()).isEqualTo("claim.move");
    }

    @Test
    void shouldAnswerTheSame_whenAPaymentOrARecoveryIsRecordedAgain() {
        year.budgets(2082, "1000000.00", "500000.00");
        VoucherClaim claim = year.allocated(year.reviewed(2082, TAIYUAN, "200.00"));

        SharePayment first = pay(claim, Share.PROVINCE, "100.00", "流水1");
        SharePayment city = pay(claim, Share.CITY, "100.00", "流水1");

        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.PAID);
        assertThat(pay(claim, Share.PROVINCE, "100.00", "流水1").id()).isEqualTo(first.id());
        assertThat(pay(claim, Share.CITY, "100.00", "流水1").id()).isEqualTo(city.id());
        assertThat(refusal(() -> pay(claim, Share.CITY, "99.00", "流水1")).code()).isEqualTo("payment.reference");
        assertThat(refusal(() -> pay(claim, Share.CITY, "0.01", "流水2")).code()).isEqualTo("claim.move");
        clawBack(claim, Optional.empty());
        Recovery recovery = recover(claim, "50.00");
        assertThat(recover(claim, "50.00").id()).isEqualTo(recovery.id());
        assertThat(refusal(() -> recover(claim, "50.01")).code()).isEqualTo("recovery.reference");
    }

    @Test
    void shouldPayWhatTheCityAddsToo_beforeTheClaimIsPaid() {
        year.budgets(2083, "1000000.00", "500000.00");
        VoucherClaim claim = year.allocated(year.reviewed(2083, TAIYUAN, "200.00"));
        year.write(session ->
                year.extras.set(session, year.reviewer(TAIYUAN), claim.id(), Money.parse("30.00"), "市配套〔2025〕1号"));
        pay(claim, Share.PROVINCE, "100.00", "流水1");
        pay(claim, Share.CITY, "100.00", "流水1");
        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.ALLOCATED);

        assertThat(refusal(() -> year.write(session -> year.extras.set(
                                session, year.reviewer(TAIYUAN), claim.id(), Money.ZERO, "市配套〔2025〕1号")))
                        .code())
                .isEqualTo("extra.paid");
        pay(claim, Share.CITY, "30.00", "流水2");

        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.PAID);
        // 65 : 50 of what was paid is the city's 130 and the province's 100.
        assertThat(clawBack(claim, Optional.of(Money.parse("115.00"))))
                .isEqualTo(new ClawbackParts(Money.parse("50.00"), Money.parse("65.00")));
    }

    @Test
    void shouldKeepEachCityToItself_whenPaymentsAreRecordedAndStatementsRead() {
        year.budgets(2084, "1000000.00", "500000.00");
        VoucherClaim claim = year.allocated(year.reviewed(2084, TAIYUAN, "200.00"));

        assertThat(refusal(() -> year.write(session -> year.payments.record(
                                session,
                                year.reviewer(DATONG),
                                claim.id(),
                                Share.PROVINCE,
                                Money.parse("1.00"),
                                year.today(),
                                "流水")))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
        assertThat(refusal(() -> year.read(
                                session -> year.statements.ofCity(session, year.reviewer(DATONG), 2084, TAIYUAN)))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
        assertThat(refusal(() -> year.read(session -> year.statements.ofProvince(session, year.reviewer(DATONG), 2084)))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
    }

    @Test
    void shouldRefuseADocumentTwice_andClaimsOfOtherCities() {
        year.budgets(2085, "1000000.00", "500000.00");
        VoucherClaim claim = year.allocated(year.reviewed(2085, TAIYUAN, "200.00"));

        assertThat(refusal(() -> allocate(claim, TAIYUAN)).code()).isEqualTo("claim.move");
        VoucherClaim other = year.reviewed(2085, TAIYUAN, "200.00");
        year.approve(other);
        assertThat(refusal(() -> allocate(other, TAIYUAN)).code()).isEqualTo("claim.move");
    }

    @Test
    void shouldFreeEverything_whenAnApprovedClaimIsRevoked() {
        year.budgets(2086, "1000000.00", "500000.00");
        VoucherClaim claim = year.reviewed(2086, TAIYUAN, "200.00");
        year.approve(claim);

        revoke(claim);

        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.REVOKED);
        assertThat(year.isReleased(claim)).isTrue();
        CityStatement statement =
                year.read(session -> year.statements.ofCity(session, year.department(), 2086, TAIYUAN));
        assertThat(statement.available()).isEqualTo(Money.parse("500000.00"));
        assertThat(statement.province().used()).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldClaimBackWhatIsPaidAndTakeBackWhatTheCityHolds_whenAClaimIsRevokedHalfPaid() {
        year.budgets(2087, "1000.00", "500.00");
        VoucherClaim claim = year.allocated(year.reviewed(2087, TAIYUAN, "200.00"));
        pay(claim, Share.PROVINCE, "40.00", "流水1");
        pay(claim, Share.CITY, "100.00", "流水2");

        revoke(claim);

        CityStatement statement =
                year.read(session -> year.statements.ofCity(session, year.department(), 2087, TAIYUAN));
        assertThat(statement.province())
                .isEqualTo(new ShareStatement(
                        Money.ZERO,
                        Money.ZERO,
                        Money.parse("40.00"),
                        Money.parse("40.00"),
                        Money.ZERO,
                        Money.parse("60.00")));
        assertThat(refusal(() -> takeBack("60.01", "退回1")).code()).isEqualTo("return.above");
        assertThat(takeBack("60.00", "退回1")).isEqualTo(Money.ZERO);
        assertThat(takeBack("60.00", "退回1")).isEqualTo(Money.ZERO);
        assertThat(year.read(session -> year.statements.ofProvince(session, year.department(), 2087))
                        .available())
                .isEqualTo(Money.parse("960.00"));
        assertThat(recover(claim, "140.00").parts())
                .isEqualTo(new ClawbackParts(Money.parse("40.00"), Money.parse("100.00")));
    }

    private Money takeBack(String amount, String document) {
        return year.write(session ->
                year.allocations.takeBack(session, year.department(), 2087, TAIYUAN, Money.parse(amount), document));
    }

    private void revoke(VoucherClaim claim) {
        year.write(session -> year.revocations.revoke(session, year.department(), claim.id(), "弄虚作假"));
    }

    private Object allocate(VoucherClaim claim, Area city) {
        return year.write(session -> year.allocations.allocate(
                session, year.department(), claim.year(), city, "晋财教〔2025〕9号", year.today(), List.of(claim.id())));
    }

    private SharePayment pay(VoucherClaim claim, Share share, String amount, String reference) {
        return year.write(session -> year.payments.record(
                session, year.reviewer(claim.city()), claim.id(), share, Money.parse(amount), year.today(), reference));
    }

    private ClawbackParts clawBack(VoucherClaim claim, Optional<Money> amount) {
        return year.write(
                session -> year.clawbacks.clawBack(session, year.department(), claim.id(), amount, "核查发现重复支付"));
    }

    private Recovery recover(VoucherClaim claim, String amount) {
        return year.write(session -> year.clawbacks.recover(
                session, year.department(), claim.id(), Money.parse(amount), year.today(), "到账"));
    }

    private Map<AccountKind, Money> balances(VoucherClaim claim) {
        return year.read(session -> session.ledger().balances(claim));
    }
}
