package org.quanlian.store.internal.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.DATONG;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.model.DateRange;
import org.quanlian.model.UnifiedSocialCreditCode;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.integrity.Violation;
import org.quanlian.vouchers.integrity.Violation.Conduct;
import org.quanlian.vouchers.integrity.Violation.Severity;
import org.quanlian.vouchers.integrity.Violations;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.registry.Organisation;

/** Violations, and suspensions that take effect at once; on each database. */
@EachDatabase
class ViolationsContractTest {
    private final MoneyYear year;

    ViolationsContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
        this.year.setTime("2025-09-01T10:00:00");
    }

    @Test
    void shouldSuspendForThreeYearsToTheDay_andNotOneMore() {
        Organisation firm = year.enterprise(TAIYUAN);

        Violation violation = record(firm, Conduct.FALSIFICATION, false);

        assertThat(violation.suspension()).contains(new DateRange(LocalDate.of(2025, 9, 1), LocalDate.of(2028, 8, 31)));
        assertThat(until(firm, "2025-08-31")).isEmpty();
        assertThat(until(firm, "2025-09-01")).contains(LocalDate.of(2028, 8, 31));
        assertThat(until(firm, "2028-08-31")).contains(LocalDate.of(2028, 8, 31));
        assertThat(until(firm, "2028-09-01")).isEmpty();
    }

    @Test
    void shouldHoldForAllRegistrationsOfAFirm() {
        Optional<UnifiedSocialCreditCode> code = Optional.of(new UnifiedSocialCreditCode("91110000600037341L"));
        Organisation asProvider = year.organisation(Organisation.Kind.PROVIDER, code, TAIYUAN);
        Organisation asEnterprise = year.organisation(Organisation.Kind.ENTERPRISE, code, TAIYUAN);

        record(asProvider, Conduct.OBTAINING_FUNDS, false);

        assertThat(until(asEnterprise, "2026-01-01")).isPresent();
        assertThat(until(year.enterprise(TAIYUAN), "2026-01-01")).isEmpty();
    }

    @Test
    void shouldLeaveItToTheDepartment_whenTheNoticeDoesNotSuspend() {
        Organisation firm = year.enterprise(TAIYUAN);

        assertThat(record(firm, Conduct.TRADING_VOUCHERS, false).suspension()).isEmpty();
        assertThat(record(firm, Conduct.TRADING_VOUCHERS, true).suspension()).isPresent();
    }

    @Test
    void shouldApproveNothingForWhoIsSuspended() {
        year.budgets(2090, "1000000.00", "1000000.00");
        Organisation firm = year.enterprise(TAIYUAN);
        VoucherClaim claim = year.reviewed(2090, TAIYUAN, firm.id(), Optional.empty(), "1000.00", "500000.00");
        Violation violation = record(firm, Conduct.REFUSING_SUPERVISION, false);

        assertThat(refusal(() -> year.approve(claim)).code()).isEqualTo("approval.suspended");
        year.write(session -> year.violations.withdraw(session, year.department(), violation.id(), "登记有误"));

        assertThat(until(firm, "2025-09-01")).isEmpty();
        year.approve(claim);
        assertThat(refusal(() -> year.write(session ->
                                year.violations.withdraw(session, year.department(), violation.id(), "登记有误")))
                        .code())
                .isEqualTo("violation.withdrawn");
    }

    @Test
    void shouldShowEachOnlyWhatConcernsIt_andAuditorsNoNames() {
        Organisation firm = year.enterprise(TAIYUAN);
        Violation violation = record(firm, Conduct.FALSIFICATION, false);

        assertThat(read(year.of(firm), violation).persons()).containsExactly("钱某某");
        assertThat(read(year.office(Role.AUDITOR), violation).persons()).containsExactly("钱**");
        assertThat(refusal(() -> read(year.of(year.enterprise(TAIYUAN)), violation))
                        .kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
        assertThat(refusal(() -> read(year.reviewer(DATONG), violation)).kind())
                .isEqualTo(RefusedException.Kind.NOT_FOUND);
        assertThat(list(year.of(firm))).extracting(Violation::id).containsExactly(violation.id());
        assertThat(list(year.reviewer(TAIYUAN))).extracting(Violation::id).contains(violation.id());
        assertThat(list(year.reviewer(DATONG))).extracting(Violation::id).doesNotContain(violation.id());
        assertThat(read(year.department(), violation).evidence())
                .isEqualTo(violation.evidence())
                .hasSize(1);
    }

    @Test
    void shouldTellTheFirm_whatWasRecordedUntilWhenItIsSuspendedAndThatItWasWithdrawn() {
        Organisation firm = year.enterprise(TAIYUAN);
        Violation violation = record(firm, Conduct.FALSIFICATION, false);
        record(firm, Conduct.TRADING_VOUCHERS, false);
        year.write(session -> year.violations.withdraw(session, year.department(), violation.id(), "登记有误"));

        assertThat(year.toldTo(firm))
                .extracting(Notification::kind)
                .containsExactly("violation.suspended", "violation.recorded", "violation.withdrawn");
        assertThat(year.toldTo(firm).get(0).subject()).isEqualTo("/api/v1/violations/" + violation.id());
        assertThat(year.toldTo(firm).get(0).text().zh()).contains(firm.name(), "五（七）", "2025-09-01", "2028-08-31");
        assertThat(year.toldTo(firm).get(1).text().en()).contains(firm.name(), "2025-08-20");
        assertThat(year.toldTo(firm).get(2).text().zh()).contains("登记有误");
    }

    private Violation record(Organisation firm, Conduct conduct, boolean suspend) {
        return year.write(session -> year.violations.record(
                session,
                year.department(),
                new Violations.Found(
                        firm.id(),
                        Optional.empty(),
                        2025,
                        conduct,
                        Severity.ORDINARY,
                        "检测报告系伪造",
                        List.of("钱某某"),
                        List.of(year.id()),
                        LocalDate.of(2025, 8, 20),
                        suspend)));
    }

    private Optional<LocalDate> until(Organisation firm, String day) {
        return year.read(session -> session.integrity().suspendedUntil(firm.id(), LocalDate.parse(day)));
    }

    private Violation read(Actor actor, Violation violation) {
        return year.read(session -> year.violations.find(session, actor, violation.id()));
    }

    private List<Violation> list(Actor actor) {
        return year.read(session -> year.violations.list(session, actor, Page.Request.first()))
                .items();
    }
}
