package org.quanlian.vouchers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quanlian.model.Area;
import org.quanlian.model.ServiceCategory;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.registry.Organisation;

/** What providers offer, as it is kept, and the index by which the public finds it. */
public interface Catalogue {
    /** A service, if there is one of that name. */
    Optional<ServiceItem> find(Id<ServiceItem> id);

    /** Keeps a new service. */
    void add(ServiceItem item);

    /**
     * Keeps a service that changed.
     *
     * @param before the service as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code service.stale} when somebody else changed it in between
     */
    void update(ServiceItem before, ServiceItem after);

    /** The services of a provider, the newest first. */
    Page<ServiceItem> list(Id<Organisation> provider, Page.Request page);

    /** All services that a provider offers now. */
    List<ServiceItem> offered(Id<Organisation> provider);

    /** How many services a provider has, offered or not. */
    int count(Id<Organisation> provider);

    /** Puts a provider into the index, or a service of it, in place of what was there. */
    void publish(Entry entry, Set<String> terms);

    /** Takes a service out of the index. */
    void unpublish(Id<ServiceItem> item);

    /** Takes a provider and all its services out of the index. */
    void unpublishAll(Id<Organisation> provider);

    /**
     * What is in the index: with terms, by how many of them match, then the newest first; without, the newest first.
     *
     * @param terms the terms of a question; see {@link CatalogueTerms#ofQuestion}
     */
    Page<Entry> search(Set<String> terms, Filter filter, Page.Request page);

    /**
     * What the public sees of the catalogue: a provider, or a service of one.
     *
     * @param provider the provider
     * @param item the service, when it is one
     */
    record Entry(Organisation provider, Optional<ServiceItem> item) {}

    /**
     * What is looked for; what is empty does not matter.
     *
     * @param category services of that kind
     * @param area what lies in that area: a province, a city, or a county
     */
    record Filter(Optional<ServiceCategory> category, Optional<Area> area) {}
}
