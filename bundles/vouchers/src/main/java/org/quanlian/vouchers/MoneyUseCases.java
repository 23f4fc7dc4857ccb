package org.quanlian.vouchers;

import java.time.Clock;
import org.quanlian.model.Area;
import org.quanlian.policy.engine.PolicyRegistry;
import org.quanlian.vouchers.calendar.CalendarUpdates;
import org.quanlian.vouchers.claims.ClaimPolicies;
import org.quanlian.vouchers.claims.ReviewBodies;
import org.quanlian.vouchers.integrity.Clawbacks;
import org.quanlian.vouchers.integrity.SuspensionTerms;
import org.quanlian.vouchers.integrity.Violations;
import org.quanlian.vouchers.orders.BoundVouchers;
import org.quanlian.vouchers.orders.SupportedOnce;
import org.quanlian.vouchers.publication.NoticeClosing;
import org.quanlian.vouchers.publication.Notices;
import org.quanlian.vouchers.publication.Objections;
import org.quanlian.vouchers.treasury.Allocations;
import org.quanlian.vouchers.treasury.ApprovalRuns;
import org.quanlian.vouchers.treasury.Approvals;
import org.quanlian.vouchers.treasury.Bookkeeper;
import org.quanlian.vouchers.treasury.Budgets;
import org.quanlian.vouchers.treasury.CityExtras;
import org.quanlian.vouchers.treasury.Payments;
import org.quanlian.vouchers.treasury.PinnedTerms;
import org.quanlian.vouchers.treasury.Revocations;
import org.quanlian.vouchers.treasury.Statements;

/**
 * The use cases of money, from the budget to the clawback, put together.
 *
 * @param budgets sets budgets
 * @param approvals approves amounts
 * @param runs approves in the department's order
 * @param extras sets what a city adds
 * @param notices posts public notices
 * @param objections takes and decides objections
 * @param closing confirms what was on notice long enough
 * @param allocations sends the province's money to cities
 * @param payments records payments
 * @param statements reads the ledger
 * @param violations keeps the record of integrity
 * @param revocations revokes claims
 * @param clawbacks claims back what was paid
 * @param calendars keeps working days up to date
 */
public record MoneyUseCases(
        Budgets budgets,
        Approvals approvals,
        ApprovalRuns runs,
        CityExtras extras,
        Notices notices,
        Objections objections,
        NoticeClosing closing,
        Allocations allocations,
        Payments payments,
        Statements statements,
        Violations violations,
        Revocations revocations,
        Clawbacks clawbacks,
        CalendarUpdates calendars) {
    /**
     * The use cases of money.
     *
     * @param policies the versions to which claims are pinned
     */
    public static MoneyUseCases on(Clock clock, Ids ids, PolicyRegistry policies) {
        BoundVouchers vouchers = new SupportedOnce();
        PinnedTerms terms = new PinnedTerms(new ClaimPolicies(policies));
        Bookkeeper bookkeeper = new Bookkeeper(clock, ids);
        Approvals approvals = new Approvals(clock, terms, bookkeeper, vouchers);
        Objections objections = new Objections(clock, ids, approvals, Objections.Limits.DEFAULT);
        ReviewBodies bodies = ReviewBodies.SHANXI;
        Area anyCity = bodies.areas().iterator().next();
        Area province = new Area(anyCity.code().substring(0, 2) + "0000");
        SuspensionTerms suspensions = new SuspensionTerms(policies, province);
        return new MoneyUseCases(
                new Budgets(bookkeeper, ids),
                approvals,
                new ApprovalRuns(clock, ids, approvals),
                new CityExtras(bookkeeper),
                new Notices(clock, ids, terms),
                objections,
                new NoticeClosing(),
                new Allocations(clock, ids, bookkeeper),
                new Payments(clock, ids, bookkeeper),
                new Statements(),
                new Violations(clock, ids, suspensions, bodies),
                new Revocations(clock, terms, bookkeeper, vouchers, objections::withdraw),
                new Clawbacks(clock, ids, bookkeeper),
                new CalendarUpdates(clock));
    }
}
