package org.quanlian.rest.internal.vouchers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.accounts.AccountsResource;
import org.quanlian.rest.internal.accounts.OidcResource;
import org.quanlian.rest.internal.accounts.SessionsResource;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.audit.AuditResource;
import org.quanlian.rest.internal.claims.AffiliationsResource;
import org.quanlian.rest.internal.claims.ClaimBatchesResource;
import org.quanlian.rest.internal.claims.ClaimMovesResource;
import org.quanlian.rest.internal.claims.ClaimResource;
import org.quanlian.rest.internal.claims.ClaimsResource;
import org.quanlian.rest.internal.claims.ExpertReviewResource;
import org.quanlian.rest.internal.documents.DocumentsResource;
import org.quanlian.rest.internal.exchange.ExchangeInterface;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.mails.LostMailsResource;
import org.quanlian.rest.internal.notifications.NotificationsResource;
import org.quanlian.rest.internal.orders.OrdersResource;
import org.quanlian.rest.internal.orders.PreAssessmentsResource;
import org.quanlian.rest.internal.papers.PapersInterface;
import org.quanlian.rest.internal.papers.Printshop;
import org.quanlian.rest.internal.registry.RegistryInterface;
import org.quanlian.rest.internal.treasury.MoneyInterface;
import org.quanlian.vouchers.VoucherYear;

/** The voucher year over HTTP: every area's paths and resources. */
public final class VoucherInterface {
    /** Every path of the voucher year. */
    public static final List<Route> ROUTES = Stream.of(
                    SessionsResource.ROUTES,
                    OidcResource.ROUTES,
                    AccountsResource.ROUTES,
                    NotificationsResource.ROUTES,
                    LostMailsResource.ROUTES,
                    AuditResource.ROUTES,
                    RegistryInterface.ROUTES,
                    OrdersResource.ROUTES,
                    PreAssessmentsResource.ROUTES,
                    DocumentsResource.ROUTES,
                    ClaimsResource.ROUTES,
                    ClaimResource.ROUTES,
                    ClaimMovesResource.ROUTES,
                    ExpertReviewResource.ROUTES,
                    AffiliationsResource.ROUTES,
                    ClaimBatchesResource.ROUTES,
                    ExchangeInterface.ROUTES,
                    MoneyInterface.ROUTES,
                    PapersInterface.ROUTES)
            .flatMap(List::stream)
            .toList();

    private VoucherInterface() {}

    /**
     * The resources that answer at those paths.
     *
     * @param shop prints and reads papers
     */
    public static List<Object> resources(Api api, VoucherYear year, Printshop shop) {
        List<Object> resources = new ArrayList<>(List.of(
                new SessionsResource(api),
                new OidcResource(api),
                new AccountsResource(api, year.accounts()),
                new NotificationsResource(api, year.inbox()),
                new LostMailsResource(api, year.lostMails()),
                new AuditResource(api),
                new OrdersResource(api, year.orders()),
                new PreAssessmentsResource(api, year.orders()),
                new DocumentsResource(api, year.orders()),
                new ClaimsResource(api, year.claims()),
                new ClaimResource(api, year.claims()),
                new ClaimMovesResource(api, year.claims()),
                new ExpertReviewResource(api, year.claims()),
                new AffiliationsResource(api, year.claims()),
                new ClaimBatchesResource(api, year.claims())));
        resources.addAll(MoneyInterface.resources(api, year.money()));
        resources.addAll(ExchangeInterface.resources(api, year.exchange()));
        resources.addAll(
                PapersInterface.resources(api, year.papers(), year.orders().documents(), shop));
        resources.addAll(RegistryInterface.resources(api, year.registry()));
        return List.copyOf(resources);
    }
}
