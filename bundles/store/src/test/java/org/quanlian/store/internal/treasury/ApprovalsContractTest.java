package org.quanlian.store.internal.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.DATONG;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.registry.Organisation;

/** What an approval commits, and what it refuses; on each database, each test in a year of its own. */
@EachDatabase
class ApprovalsContractTest {
    private final TestDatabase database;
    private final MoneyYear year;

    ApprovalsContractTest(TestDatabase database) {
        this.database = database;
        this.year = new MoneyYear(database);
    }

    @AfterEach
    void shouldLeaveALedgerThatAddsUp() {
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldCommitBothSharesAndTheCap_whenTheWholeGrantIsApproved() {
        year.budgets(2030, "1000000.00", "500000.00");
        VoucherClaim claim = year.reviewed(2030, TAIYUAN, "33333.33");

        year.approve(claim);

        VoucherClaim approved = year.kept(claim);
        assertThat(approved.state()).isEqualTo(ClaimState.APPROVED);
        assertThat(approved.approved().orElseThrow().provinceShare()).isEqualTo(Money.parse("16666.67"));
        assertThat(approved.approved().orElseThrow().cityShare()).isEqualTo(Money.parse("16666.66"));
        assertThat(balances(claim))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        AccountKind.PROVINCE_COMMITTED, Money.parse("16666.67"),
                        AccountKind.CITY_COMMITTED, Money.parse("16666.66")));
        assertThat(available(2030)).isEqualTo(Money.parse("983333.33"));
    }

    @Test
    void shouldDivideByThePolicy_whenALowerAmountIsApproved() {
        year.budgets(2031, "1000000.00", "500000.00");
        VoucherClaim claim = year.reviewed(2031, TAIYUAN, "50000.00");

        year.write(session -> year.approvals.approve(
                session, year.department(), claim.id(), Optional.of(Money.parse("10000.01")), "专家意见核减"));

        VoucherClaim.ApprovedGrant grant = year.kept(claim).approved().orElseThrow();
        assertThat(grant.provinceShare()).isEqualTo(Money.parse("5000.01"));
        assertThat(grant.cityShare()).isEqualTo(Money.parse("5000.00"));
    }

    @Test
    void shouldWantAReason_whenTheAmountIsLower() {
        VoucherClaim claim = year.reviewed(2032, TAIYUAN, "50000.00");

        RefusedException refused = refusal(() -> year.write(session -> year.approvals.approve(
                session, year.department(), claim.id(), Optional.of(Money.parse("49999.99")), " ")));

        assertThat(refused.code()).isEqualTo("approval.reason");
        assertThat(refused.field()).isEqualTo("/reason");
    }

    @Test
    void shouldRefuse_whenTheAmountIsAboveTheDecisions() {
        VoucherClaim claim = year.reviewed(2032, TAIYUAN, "50000.00");

        assertThat(refusal(() -> year.write(session -> year.approvals.approve(
                                session, year.department(), claim.id(), Optional.of(Money.parse("50000.01")), "更高")))
                        .code())
                .isEqualTo("approval.above");
    }

    @Test
    void shouldNameWhatIsMissingToTheFen_whenABudgetIsShort() {
        year.budgets(2033, "1000.00", "999.99");
        VoucherClaim claim = year.reviewed(2033, TAIYUAN, "2000.02");

        RefusedException refused = refusal(() -> year.approve(claim));

        assertThat(refused.code()).isEqualTo("approval.budget");
        assertThat(refused.text().en()).contains("the province's lacks 0.01 yuan", "the city's 0.02 yuan");
        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.REVIEWED);
        assertThat(balances(claim).values()).allMatch(Money::isZero);
    }

    @Test
    void shouldCountAllClaimsOfAFirmTogether_whenItIsRegisteredTwice() {
        year.budgets(2034, "10000000.00", "5000000.00");
        Optional<UnifiedSocialCreditCode> code = Optional.of(new UnifiedSocialCreditCode("91110000600037341L"));
        Organisation firm = year.organisation(Organisation.Kind.ENTERPRISE, code, TAIYUAN);
        Organisation again = year.organisation(Organisation.Kind.ENTERPRISE, code, DATONG);
        year.approve(year.reviewed(2034, TAIYUAN, firm.id(), Optional.empty(), "300000.00", "500000.00"));
        VoucherClaim second = year.reviewed(2034, DATONG, again.id(), Optional.empty(), "200000.01", "500000.00");

        RefusedException refused = refusal(() -> year.approve(second));

        assertThat(refused.code()).isEqualTo("approval.cap");
        assertThat(refused.text().en()).contains("500000.00 yuan in the year by 0.01 yuan");
        year.write(session -> year.approvals.approve(
                session, year.department(), second.id(), Optional.of(Money.parse("200000.00")), "按年度限额核减"));
        assertThat(year.kept(second).state()).isEqualTo(ClaimState.APPROVED);
    }

    @Test
    void shouldFollowTheCapOfEachDecision_whenAnApplicantBecomesATenantAndIsOneNoLonger() {
        year.budgets(2035, "10000000.00", "5000000.00");
        Organisation firm = year.enterprise(TAIYUAN);
        year.approve(year.reviewed(2035, TAIYUAN, firm.id(), Optional.empty(), "500000.00", "500000.00"));
        year.approve(year.reviewed(2035, TAIYUAN, firm.id(), Optional.empty(), "100000.00", "1000000.00"));
        VoucherClaim lower = year.reviewed(2035, TAIYUAN, firm.id(), Optional.empty(), "0.01", "500000.00");

        assertThat(refusal(() -> year.approve(lower)).text().en()).contains("by 100000.01 yuan");
        year.approve(year.reviewed(2035, TAIYUAN, firm.id(), Optional.empty(), "400000.00", "1000000.00"));
    }

    @Test
    void shouldCountATeamForItself_unlessThePolicyCountsItForItsHost() {
        MoneyYear sharing = new MoneyYear(database, true);
        for (MoneyYear each : new MoneyYear[] {year, sharing}) {
            int of = each == year ? 2036 : 2037;
            each.budgets(of, "10000000.00", "5000000.00");
            Organisation host = each.organisation(
                    Organisation.Kind.HOST, Optional.of(new UnifiedSocialCreditCode("91110000600037341L")), TAIYUAN);
            Organisation team = each.enterprise(TAIYUAN);
            each.approve(each.reviewed(of, TAIYUAN, host.id(), Optional.empty(), "500000.00", "500000.00"));
            VoucherClaim ofTeam = each.reviewed(of, TAIYUAN, team.id(), Optional.of(host.id()), "1000.00", "500000.00");
            if (each == year) {
                assertThat(each.approve(ofTeam).state()).isEqualTo(ClaimState.APPROVED);
            } else {
                assertThat(refusal(() -> each.approve(ofTeam)).code()).isEqualTo("approval.cap");
            }
        }
    }

    @Test
    void shouldRefuseOthersThanTheDepartment_whenTheyApprove() {
        VoucherClaim claim = year.reviewed(2038, TAIYUAN, "1000.00");

        for (Role role : new Role[] {Role.SHARING_CENTRE, Role.AUDITOR, Role.OPERATOR}) {
            assertThat(refusal(() -> year.write(session -> year.approvals.approve(
                                    session, year.office(role), claim.id(), Optional.empty(), "")))
                            .kind())
                    .isEqualTo(RefusedException.Kind.FORBIDDEN);
        }
    }

    @Test
    void shouldRefuseToLowerABudgetBelowWhatIsCommitted() {
        year.budgets(2039, "100000.00", "100000.00");
        year.approve(year.reviewed(2039, TAIYUAN, "50000.00"));

        assertThat(refusal(() -> year.budgets(2039, "24999.99", "100000.00")).code())
                .isEqualTo("budget.committed");
        assertThat(refusal(() -> year.budgets(2039, "100000.00", "24999.99")).code())
                .isEqualTo("budget.committed");
        year.budgets(2039, "25000.00", "25000.00");
        assertThat(available(2039)).isEqualTo(Money.ZERO);
    }

    @Test
    void shouldLetACityAddFromItsOwnBudgetBeyondTheCap() {
        year.budgets(2040, "1000000.00", "300000.00");
        VoucherClaim claim = year.reviewed(2040, TAIYUAN, "500000.00");
        year.approve(claim);

        year.write(session ->
                year.extras.set(session, year.reviewer(TAIYUAN), claim.id(), Money.parse("50000.00"), "市配套〔2025〕1号"));

        assertThat(balances(claim)).containsEntry(AccountKind.CITY_COMMITTED, Money.parse("300000.00"));
        assertThat(year.kept(claim).approved().orElseThrow().cityExtra()).isEqualTo(Money.parse("50000.00"));
        assertThat(refusal(() -> year.write(session -> year.extras.set(
                                session, year.reviewer(TAIYUAN), claim.id(), Money.parse("50000.01"), "市配套〔2025〕1号")))
                        .code())
                .isEqualTo("ledger.short");
        assertThat(refusal(() -> year.write(session ->
                                year.extras.set(session, year.reviewer(DATONG), claim.id(), Money.ZERO, "市配套〔2025〕1号")))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
    }

    @Test
    void shouldGiveTheVouchersBack_whenAClaimIsNotApproved() {
        VoucherClaim claim = year.reviewed(2041, TAIYUAN, "1000.00");

        year.write(session -> year.approvals.disapprove(session, year.department(), claim.id(), "非研发类项目"));

        assertThat(year.kept(claim).state()).isEqualTo(ClaimState.NOT_APPROVED);
        assertThat(year.isReleased(claim)).isTrue();
    }

    private Map<AccountKind, Money> balances(VoucherClaim claim) {
        return year.read(session -> session.ledger().balances(claim));
    }

    private Money available(int of) {
        return year.read(session -> year.statements.ofProvince(session, year.department(), of))
                .available();
    }
}
