package org.quanlian.rest.internal.treasury;

import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.calendar.CalendarResource;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.integrity.ClawbackResource;
import org.quanlian.rest.internal.integrity.ViolationResource;
import org.quanlian.rest.internal.publication.NoticeResource;
import org.quanlian.rest.internal.publication.ObjectionResource;
import org.quanlian.vouchers.MoneyUseCases;

/** Money over HTTP, from the budget to the clawback. */
public final class MoneyInterface {
    /** Every path about money. */
    public static final List<Route> ROUTES = Stream.of(
                    BudgetResource.ROUTES,
                    ApprovalResource.ROUTES,
                    AllocationResource.ROUTES,
                    ReturnResource.ROUTES,
                    ClaimMoneyResource.ROUTES,
                    StatementResource.ROUTES,
                    LedgerResource.ROUTES,
                    NoticeResource.ROUTES,
                    ObjectionResource.ROUTES,
                    ViolationResource.ROUTES,
                    ClawbackResource.ROUTES,
                    CalendarResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private MoneyInterface() {}

    /** The resources that answer at those paths. */
    public static List<Object> resources(Api api, MoneyUseCases money) {
        return List.of(
                new BudgetResource(api, money.budgets()),
                new ApprovalResource(api, money.runs()),
                new AllocationResource(api, money.allocations()),
                new ReturnResource(api, money.allocations()),
                new ClaimMoneyResource(api, money),
                new StatementResource(api, money.statements()),
                new LedgerResource(api, money.statements()),
                new NoticeResource(api, money),
                new ObjectionResource(api, money.objections()),
                new ViolationResource(api, money.violations()),
                new ClawbackResource(api, money),
                new CalendarResource(api, money.calendars()));
    }
}
