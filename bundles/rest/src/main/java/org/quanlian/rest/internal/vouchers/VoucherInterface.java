package org.quanlian.rest.internal.vouchers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.accounts.AccountsResource;
import org.quanlian.rest.internal.accounts.OidcResource;
import org.quanlian.rest.internal.accounts.SessionsResource;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.mails.LostMailsResource;
import org.quanlian.rest.internal.notifications.NotificationsResource;
import org.quanlian.rest.internal.registry.RegistryInterface;
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
                    RegistryInterface.ROUTES)
            .flatMap(List::stream)
            .toList();

    private VoucherInterface() {}

    /** The resources that answer at those paths. */
    public static List<Object> resources(Api api, VoucherYear year) {
        List<Object> resources = new ArrayList<>();
        resources.add(new SessionsResource(api));
        resources.add(new OidcResource(api));
        resources.add(new AccountsResource(api, year.accounts()));
        resources.add(new NotificationsResource(api, year.inbox()));
        resources.add(new LostMailsResource(api, year.lostMails()));
        resources.addAll(RegistryInterface.resources(api, year.registry()));
        return List.copyOf(resources);
    }
}
