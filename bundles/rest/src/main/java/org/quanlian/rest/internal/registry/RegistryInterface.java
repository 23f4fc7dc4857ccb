package org.quanlian.rest.internal.registry;

import java.util.List;
import java.util.stream.Stream;
import org.quanlian.rest.internal.api.Api;
import org.quanlian.rest.internal.http.Route;
import org.quanlian.vouchers.registry.RegistryOffice;

/** Registration, catalogue, lists and relations over HTTP. */
public final class RegistryInterface {
    /** Every path of these areas. */
    public static final List<Route> ROUTES = Stream.of(
                    SelfRegistrationResource.ROUTES,
                    RegistrationsResource.ROUTES,
                    ServicesResource.ROUTES,
                    CatalogueResource.ROUTES,
                    ListsResource.ROUTES)
            .flatMap(List::stream)
            .toList();

    private RegistryInterface() {}

    /** The resources that answer at those paths. */
    public static List<Object> resources(Api api, RegistryOffice office) {
        return List.of(
                new SelfRegistrationResource(api, office),
                new RegistrationsResource(api, office),
                new ServicesResource(api, office),
                new CatalogueResource(api, office),
                new ListsResource(api, office));
    }
}
