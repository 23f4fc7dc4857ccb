package org.quanlian.vouchers.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.quanlian.model.Area;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;

/** What offices, auditors and operators see of the exchange with other provinces (跨省互通). */
public final class ExchangeDesk {
    private static final RefusedException.Texts TEXTS = new RefusedException.Texts(ExchangeDesk.class);

    private final Clock clock;
    private final PartnerHealths healths;

    /** @param clock tells the time */
    public ExchangeDesk(Clock clock) {
        this.clock = clock;
        this.healths = new PartnerHealths(clock);
    }

    /** The partners, and how the exchange with each goes, by their provinces. */
    public List<PartnerHealth> partners(Session session, Actor actor) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return healths.all(session);
    }

    /** What partners are told, newest first. */
    public Page<OutboxEntry> outgoing(
            Session session,
            Actor actor,
            Optional<Area> partner,
            Optional<OutboxEntry.State> state,
            Page.Request page) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return session.exchange().outbox().page(partner, state, page);
    }

    /**
     * One of those messages.
     *
     * @throws RefusedException {@code message.none}
     */
    public OutboxEntry outgoing(Session session, Actor actor, Id<OutboxMessage> id) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return session.exchange().outbox().find(id).orElseThrow(ExchangeDesk::noMessage);
    }

    /**
     * Has a message sent again that was given up.
     *
     * @throws RefusedException {@code message.none} or {@code message.not-given-up}
     */
    public void redrive(Session session, Actor actor, Id<OutboxMessage> id) {
        Access.requireRole(actor, Action.REDRIVE_MESSAGE);
        if (session.exchange().outbox().find(id).isEmpty()) {
            throw noMessage();
        }
        if (!session.exchange().outbox().redrive(id, clock.instant())) {
            throw TEXTS.refused(Kind.CONFLICT, "message.not-given-up");
        }
    }

    /** What partners told, the latest first. */
    public Page<InboxMessage> incoming(Session session, Actor actor, Optional<Area> partner, Page.Request page) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return session.exchange().inbox().page(partner, page);
    }

    /** What was refused and is not kept as a message, newest first. */
    public Page<InboxRefusal> refused(Session session, Actor actor, Optional<Area> partner, Page.Request page) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return session.exchange().inbox().refusals(partner, page);
    }

    private static RefusedException noMessage() {
        return TEXTS.refused(Kind.NOT_FOUND, "message.none");
    }

    /** How far the replicas are in step, by owner, audience and class. */
    public List<Replicas.Known> replicas(Session session, Actor actor) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        return session.exchange().replicas().all();
    }

    /**
     * The providers that a partner registered, by their codes.
     *
     * @throws RefusedException {@code partner.none}
     */
    public Page<ForeignProvider> institutions(Session session, Actor actor, Area partner, Page.Request page) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        requirePartner(session, partner);
        return session.exchange().foreignProviders().list(partner, page);
    }

    /**
     * What a partner told in a class of data, by kind and key.
     *
     * @throws RefusedException {@code partner.none}, or {@code replica.none} when it told nothing in that class
     */
    public Page<ReplicaItem> told(Session session, Actor actor, Area partner, String dataClass, Page.Request page) {
        Access.requireRole(actor, Action.READ_EXCHANGE);
        requirePartner(session, partner);
        ReplicaName name = session.exchange().replicas().all().stream()
                .map(Replicas.Known::name)
                .filter(of -> of.owner().equals(partner)
                        && !of.audience().equals(partner)
                        && of.dataClass().equals(dataClass))
                .findFirst()
                .orElseThrow(() -> TEXTS.refused(Kind.NOT_FOUND, "replica.none", partner, dataClass));
        return session.exchange().replicas().list(name, Optional.empty(), page);
    }

    private static void requirePartner(Session session, Area partner) {
        if (session.exchange().partners().find(partner).isEmpty()) {
            throw TEXTS.refused(Kind.NOT_FOUND, "partner.none", partner);
        }
    }
}
