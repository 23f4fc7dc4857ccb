package org.quanlian.store.internal.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quanlian.store.internal.treasury.MoneyYear.TAIYUAN;
import static org.quanlian.store.internal.treasury.Refusals.refusal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quanlian.model.Money;
import org.quanlian.store.internal.treasury.MoneyYear;
import org.quanlian.store.testing.EachDatabase;
import org.quanlian.store.testing.TestDatabase;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.claims.ClaimState;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.publication.NoticeEntry;
import org.quanlian.vouchers.publication.Objection;
import org.quanlian.vouchers.publication.Objections;
import org.quanlian.vouchers.publication.PublicNotice;

/** Public notices for working days, and objections that halt one claim; on each database. */
@EachDatabase
class PublicationsContractTest {
    private static final Objections.Statement STATEMENT =
            new Objections.Statement("赵某", "13800000000", "该单位未实际使用所列检测服务");

    private final MoneyYear year;

    PublicationsContractTest(TestDatabase database) {
        this.year = new MoneyYear(database);
    }

    @Test
    void shouldEndAfterFiveWorkingDays_whenPostedBeforeTheNationalDay() {
        year.budgets(2050, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2050);
        year.setTime("2025-09-26T10:00:00");
        PublicNotice notice = post(claim);
        assertThat(notice.lastDay()).isEqualTo(LocalDate.of(2025, 10, 10));

        year.setTime("2025-10-10T23:59:59");
        close();
        assertThat(state(claim)).isEqualTo(ClaimState.PUBLISHED);
        year.setTime("2025-10-11T00:00:00");
        close();
        close();

        assertThat(state(claim)).isEqualTo(ClaimState.CONFIRMED);
        assertThat(entry(notice, 1).state()).isEqualTo(NoticeEntry.State.CONFIRMED);
        assertThat(year.read(session -> session.claims().timeline(claim.id())).size())
                .isEqualTo(3);
    }

    @Test
    void shouldNameTheYear_whenTheCalendarDoesNotReachSoFar() {
        year.budgets(2051, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2051);
        year.setTime("2026-12-28T10:00:00");

        RefusedException refused = refusal(() -> post(claim));

        assertThat(refused.code()).isEqualTo("calendar.unknown");
        assertThat(refused.text().zh()).contains("2027");
        assertThat(state(claim)).isEqualTo(ClaimState.APPROVED);
    }

    @Test
    void shouldHaltOneClaimAlone_andGiveItTheDaysThatWereLeft_whenTheObjectionIsDismissed() {
        year.budgets(2052, "1000000.00", "1000000.00");
        VoucherClaim objected = approved(2052);
        VoucherClaim other = approved(2052);
        year.setTime("2025-09-01T10:00:00");
        PublicNotice notice = post(objected, other);
        assertThat(notice.lastDay()).isEqualTo(LocalDate.of(2025, 9, 8));

        year.setTime("2025-09-04T09:00:00");
        Objection objection = file(notice, 1);
        assertThat(state(objected)).isEqualTo(ClaimState.HALTED);
        year.setTime("2025-09-09T00:00:00");
        close();
        assertThat(state(objected)).isEqualTo(ClaimState.HALTED);
        assertThat(state(other)).isEqualTo(ClaimState.CONFIRMED);

        year.setTime("2025-09-15T09:00:00");
        year.write(session -> year.objections.dismiss(session, year.department(), objection.id(), "经核查不成立"));

        // The 4th, 5th and 8th were left: they are the 16th, 17th and 18th now.
        assertThat(entry(notice, 1).lastDay()).isEqualTo(LocalDate.of(2025, 9, 18));
        assertThat(state(objected)).isEqualTo(ClaimState.PUBLISHED);
        year.setTime("2025-09-19T00:00:00");
        close();
        assertThat(state(objected)).isEqualTo(ClaimState.CONFIRMED);
    }

    @Test
    void shouldStayHalted_untilTheLastObjectionIsDecided() {
        year.budgets(2053, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2053);
        PublicNotice notice = post(claim);
        Objection first = file(notice, 1);
        Objection second =
                year.write(session -> year.objections.record(session, year.department(), notice.id(), 1, STATEMENT));

        year.write(session -> year.objections.dismiss(session, year.department(), first.id(), "不成立"));
        assertThat(state(claim)).isEqualTo(ClaimState.HALTED);
        year.write(session -> year.objections.dismiss(session, year.department(), second.id(), "不成立"));
        assertThat(state(claim)).isEqualTo(ClaimState.PUBLISHED);
        assertThat(refusal(() -> year.write(
                                session -> year.objections.dismiss(session, year.department(), second.id(), "不成立")))
                        .code())
                .isEqualTo("objection.decided");
    }

    @Test
    void shouldGiveTheCommitmentBack_whenAnObjectionIsUpheld() {
        year.budgets(2054, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2054);
        PublicNotice notice = post(claim);
        Objection objection = file(notice, 1);
        Objection another = file(notice, 1);

        year.write(session ->
                year.objections.uphold(session, year.department(), objection.id(), Optional.empty(), "查实，不予兑现"));

        assertThat(state(claim)).isEqualTo(ClaimState.NOT_APPROVED);
        assertThat(year.isReleased(claim)).isTrue();
        assertThat(available(2054)).isEqualTo(Money.parse("1000000.00"));
        assertThat(year.read(session -> year.objections.find(session, year.department(), another.id()))
                        .state())
                .isEqualTo(Objection.State.UPHELD);
        assertThat(refusal(() -> file(notice, 1)).code()).isEqualTo("objection.over");
    }

    @Test
    void shouldPublishALowerAmountAnew_whenAnObjectionIsUpheldInPart() {
        year.budgets(2055, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2055);
        Objection objection = file(post(claim), 1);
        assertThat(refusal(() -> revise(objection, "10000.00")).code()).isEqualTo("approval.revision");

        revise(objection, "4000.01");

        assertThat(state(claim)).isEqualTo(ClaimState.APPROVED);
        assertThat(available(2055)).isEqualTo(Money.parse("997999.99"));
        PublicNotice again = post(claim);
        assertThat(entry(again, 1).amount()).isEqualTo(Money.parse("4000.01"));
        assertThat(year.audit().faults()).isEmpty();
    }

    @Test
    void shouldTakeNoMoreObjectionsThanCanBeRead() {
        year.budgets(2056, "1000000.00", "1000000.00");
        PublicNotice notice = post(approved(2056));
        for (int i = 0; i < 3; i++) {
            file(notice, 1);
        }

        assertThat(refusal(() -> file(notice, 1)).code()).isEqualTo("objection.many");
        assertThat(refusal(() -> new Objections.Statement("赵某", "", "无联系方式")).field())
                .isEqualTo("/contact");
    }

    @Test
    void shouldTakeARevokedClaimOffTheNotice() {
        year.budgets(2057, "1000000.00", "1000000.00");
        VoucherClaim claim = approved(2057);
        PublicNotice notice = post(claim);
        Objection objection = file(notice, 1);

        year.write(session -> year.revocations.revoke(session, year.department(), claim.id(), "弄虚作假"));

        assertThat(entry(notice, 1).state()).isEqualTo(NoticeEntry.State.REMOVED);
        assertThat(year.read(session -> year.objections.find(session, year.department(), objection.id()))
                        .state())
                .isEqualTo(Objection.State.UPHELD);
        assertThat(available(2057)).isEqualTo(Money.parse("1000000.00"));
    }

    @Test
    void shouldShowNoticesToEverybodyAndObjectionsToThoseWhoDecide() {
        year.budgets(2058, "1000000.00", "1000000.00");
        PublicNotice notice = post(approved(2058), approved(2058), approved(2058));

        Page<NoticeEntry> first =
                year.read(session -> year.notices.entries(session, notice.id(), new Page.Request(Optional.empty(), 2)));
        Page<NoticeEntry> second =
                year.read(session -> year.notices.entries(session, notice.id(), new Page.Request(first.next(), 2)));

        assertThat(first.items()).extracting(NoticeEntry::position).containsExactly(1, 2);
        assertThat(second.items()).extracting(NoticeEntry::position).containsExactly(3);
        Page<PublicNotice> notices = year.read(session -> year.notices.list(session, Page.Request.first()));
        assertThat(notices.items()).contains(notice);
        assertThat(refusal(() -> year.read(session -> year.objections.list(
                                session, year.office(Role.AUDITOR), Objection.State.OPEN, Page.Request.first())))
                        .kind())
                .isEqualTo(RefusedException.Kind.FORBIDDEN);
    }

    private VoucherClaim approved(int of) {
        return year.approve(year.reviewed(of, TAIYUAN, "10000.00"));
    }

    private PublicNotice post(VoucherClaim... claims) {
        return year.write(session -> year.notices.post(
                session,
                year.department(),
                claims[0].year(),
                "拟兑现名单公示",
                List.of(claims).stream().map(VoucherClaim::id).toList()));
    }

    private Objection file(PublicNotice notice, int position) {
        return year.write(session -> year.objections.file(session, notice.id(), position, STATEMENT));
    }

    private void revise(Objection objection, String grant) {
        year.write(session -> year.objections.uphold(
                session, year.department(), objection.id(), Optional.of(Money.parse(grant)), "部分成立"));
    }

    private void close() {
        year.write(session -> year.closing.closeDue(session, year.now()));
    }

    private ClaimState state(VoucherClaim claim) {
        return year.kept(claim).state();
    }

    private NoticeEntry entry(PublicNotice notice, int position) {
        return year.read(
                session -> session.publications().entry(notice.id(), position).orElseThrow());
    }

    private Money available(int of) {
        return year.read(session -> year.statements.ofProvince(session, year.department(), of))
                .available();
    }
}
