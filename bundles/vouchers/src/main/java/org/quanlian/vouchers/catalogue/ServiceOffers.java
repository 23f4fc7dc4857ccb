package org.quanlian.vouchers.catalogue;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.registry.Organisation;

/** What a provider does with its services: offers, changes and takes back. It may begin before it is approved. */
public final class ServiceOffers {
    /** The most services that one provider may have. */
    public static final int MAX_ITEMS = 500;

    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(ServiceOffers.class);

    private final Ids ids;

    public ServiceOffers(Ids ids) {
        this.ids = ids;
    }

    /** Offers a new service. */
    public ServiceItem add(Session session, Actor actor, ServiceItem.Offer offer) {
        Access.requireRole(actor, Action.OFFER_SERVICE);
        Organisation provider = provider(session, actor, actor.organisation().orElseThrow());
        if (session.registry().catalogue().count(provider.id()) >= MAX_ITEMS) {
            throw TEXTS.refused(Kind.CONFLICT, "service.many", MAX_ITEMS);
        }
        ServiceItem item = new ServiceItem(ids.next(), provider.id(), offer, ServiceItem.State.OFFERED, 1);
        session.registry().catalogue().add(item);
        Publication.of(session, provider, item);
        return item;
    }

    /**
     * Changes a service, or takes it back, or offers it again.
     *
     * @param version the version that the actor has seen
     * @throws RefusedException {@code service.stale} when somebody changed it since
     */
    public ServiceItem change(
            Session session,
            Actor actor,
            Id<ServiceItem> id,
            long version,
            ServiceItem.Offer offer,
            ServiceItem.State state) {
        Access.requireRole(actor, Action.OFFER_SERVICE);
        Id<Organisation> owner = session.registry()
                .catalogue()
                .find(id)
                .orElseThrow(Access::none)
                .provider();
        Organisation provider = provider(session, actor, owner);
        ServiceItem before = session.registry().catalogue().find(id).orElseThrow(Access::none);
        if (before.version() != version) {
            throw stale();
        }
        ServiceItem after = before.changed(offer, state);
        session.registry().catalogue().update(before, after);
        Publication.of(session, provider, after);
        return after;
    }

    /** A service of the actor's own, offered or not. */
    public ServiceItem get(Session session, Actor actor, Id<ServiceItem> id) {
        Access.requireRole(actor, Action.OFFER_SERVICE);
        return session.registry()
                .catalogue()
                .find(id)
                .filter(item -> Access.allows(actor, Action.OFFER_SERVICE, Subject.of(item.provider())))
                .orElseThrow(Access::none);
    }

    /** The actor's services, the newest first. */
    public Page<ServiceItem> list(Session session, Actor actor, Page.Request page) {
        Access.requireRole(actor, Action.OFFER_SERVICE);
        return session.registry().catalogue().list(actor.organisation().orElseThrow(), page);
    }

    /** What is said when somebody else changed a service in between. */
    public static RefusedException stale() {
        return TEXTS.refused(Kind.STALE, "service.stale");
    }

    static RefusedException notFound() {
        return TEXTS.refused(Kind.NOT_FOUND, "service.none");
    }

    /** The provider, locked so that neither its state nor its services change meanwhile. */
    private static Organisation provider(Session session, Actor actor, Id<Organisation> id) {
        Access.require(actor, Action.OFFER_SERVICE, Subject.of(id));
        return session.registry().lock(id).orElseThrow(Access::none).organisation();
    }
}
