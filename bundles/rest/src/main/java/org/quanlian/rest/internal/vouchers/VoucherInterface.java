package org.quanlian.rest.internal.vouchers;

import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.rest.internal.mails.LostMailsResource;
import org.quanlian.rest.internal.notifications.NotificationsResource;
import org.quanlian.vouchers.VoucherYear;

/** The voucher year over HTTP: every area's paths and resources. */
public final class VoucherInterface {
    /** Every path of the voucher year. */
    public static final List<Route> ROUTES = Stream.of(NotificationsResource.ROUTES, LostMailsResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private VoucherInterface() {}

    /** The resources that answer at those paths. */
    public static List<Object> resources(Api api, VoucherYear year) {
        return List.of(new NotificationsResource(api, year.inbox()), new LostMailsResource(api, year.lostMails()));
    }
}
