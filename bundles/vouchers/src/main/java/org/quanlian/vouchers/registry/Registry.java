package org.quanlian.vouchers.registry;

import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.catalogue.Catalogue;
import org.quanlian.vouchers.lists.Lists;
import org.quanlian.vouchers.relations.Relations;

/** Who takes part and what is offered, as it is kept. */
public interface Registry {
    /** An organisation, if there is one of that name. */
    Optional<Organisation> find(Id<Organisation> id);

    /** A registration, if there is one of that name. */
    Optional<Registration> registration(Id<Organisation> id);

    /** The same; it, its services and its relations are then this transaction's alone until it ends. */
    Optional<Registration> lock(Id<Organisation> id);

    /**
     * Keeps a new registration.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code registration.duplicate} when its code takes part as that kind
     *     already; a refused registration does not keep its code from others
     */
    void add(Registration registration);

    /**
     * Keeps a registration that changed.
     *
     * @param before the registration as it was read in this transaction
     * @throws org.quanlian.vouchers.RefusedException {@code registration.stale} when somebody else changed it in between,
     *     {@code registration.duplicate} when its code takes part by another registration
     */
    void update(Registration before, Registration after);

    /** Organisations, oldest first. */
    Page<Organisation> list(Filter filter, Page.Request page);

    /** What providers offer, and the index by which it is found. */
    Catalogue catalogue();

    /** The lists that were imported. */
    Lists lists();

    /** Who holds whom, and who acts for whom. */
    Relations relations();

    /**
     * Which organisations are asked for; what is empty does not matter.
     *
     * @param kind of that kind
     * @param state in that state
     * @param reviewBody whom that body reviews
     * @param host the teams of that host
     */
    record Filter(
            Optional<Organisation.Kind> kind,
            Optional<Organisation.State> state,
            Optional<Area> reviewBody,
            Optional<Id<Organisation>> host) {}
}
