package org.quanlian.vouchers.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.Page;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.documents.ReviewingCity;
import org.quanlian.vouchers.registry.Organisation;

/** Orders services, answers orders and shows them (创新服务, 四（二）). */
public final class Ordering {
    private final Clock clock;
    private final Ids ids;
    private final Hosts hosts;
    private final ReviewingCity cities;
    private final ServiceItems items;

    /**
     * @param clock tells when something is done
     * @param ids names orders
     * @param hosts tell who acts for a team
     * @param cities tell which body reviews an applicant
     * @param items tell what a provider offers
     */
    public Ordering(Clock clock, Ids ids, Hosts hosts, ReviewingCity cities, ServiceItems items) {
        this.clock = clock;
        this.ids = ids;
        this.hosts = hosts;
        this.cities = cities;
        this.items = items;
    }

    /**
     * Orders a service from a provider, at any time of the year.
     *
     * @param applicant who buys: the actor's own organisation when it is not told; a platform company tells its team
     */
    public VoucherOrder order(
            Session session, Actor actor, Optional<Id<Organisation>> applicant, OrderRequest request) {
        Organisation buyer = buyer(session, actor, applicant, hosts);
        if (buyer.state() == Organisation.State.REFUSED) {
            throw OrderRefusals.conflict("order.refused-applicant");
        }
        Organisation provider = provider(session, request.provider());
        if (provider.state() != Organisation.State.APPROVED) {
            throw OrderRefusals.conflict("order.provider-pending", provider.name());
        }
        if (request.item().isPresent()
                && !items.offers(session, provider.id(), request.item().get())) {
            throw OrderRefusals.invalid("/item", "order.item");
        }
        if (!request.price().isPositive()) {
            throw OrderRefusals.invalid("/price", "order.price");
        }
        // As finely as it is kept, so that it is told the same ever after.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        VoucherOrder order = new VoucherOrder(
                new Order(ids.next(), buyer.id(), provider.id()),
                hosts.of(session, buyer.id()),
                cities.of(session, buyer.id()),
                request,
                OrderState.REQUESTED,
                Optional.empty(),
                now,
                1);
        session.orders().add(order);
        session.orders().append(order.id(), OrderEvent.begun(actor, now));
        OrderMoves.tell(session, order, "", now);
        return order;
    }

    /** The provider takes an order. */
    public VoucherOrder accept(Session session, Actor actor, Id<Order> id, Optional<Long> seen) {
        return move(session, actor, id, OrderMove.ACCEPT, "", seen);
    }

    /** The provider does not take an order, and tells why. */
    public VoucherOrder decline(Session session, Actor actor, Id<Order> id, String reason, Optional<Long> seen) {
        return move(session, actor, id, OrderMove.DECLINE, reason, seen);
    }

    /** The applicant takes an order back. */
    public VoucherOrder cancel(Session session, Actor actor, Id<Order> id, String reason, Optional<Long> seen) {
        return move(session, actor, id, OrderMove.CANCEL, reason, seen);
    }

    /**
     * An order.
     *
     * @throws org.quanlian.vouchers.RefusedException when there is no such order for this actor
     */
    public VoucherOrder show(Session session, Actor actor, Id<Order> id) {
        Access.requireRole(actor, Action.READ_ORDER);
        VoucherOrder order = session.orders().load(id).orElseThrow(OrderRefusals::none);
        if (!Access.allows(actor, Action.READ_ORDER, order.subject(OrderMoves.experts(session, order)))) {
            throw OrderRefusals.none();
        }
        return order;
    }

    /** The moves of an order, oldest first. */
    public List<OrderEvent> timeline(Session session, Actor actor, Id<Order> id) {
        return session.orders().timeline(show(session, actor, id).id());
    }

    /**
     * The orders that an actor may see, newest first.
     *
     * @param state in that state, if one is told
     */
    public Page<OrderSummary> list(Session session, Actor actor, Optional<OrderState> state, Page.Request page) {
        Access.requireRole(actor, Action.READ_ORDER);
        Reach reach = Access.reach(actor, Action.READ_ORDER);
        if (reach == Reach.ASSIGNED) {
            // An expert comes to orders by the claims that it is assigned, never by a list.
            return new Page<>(List.of(), Optional.empty());
        }
        boolean own = reach == Reach.OWN;
        boolean sells = actor.role() == Role.PROVIDER;
        return session.orders()
                .page(
                        new Orders.Filter(
                                actor.organisation().filter(organisation -> own && !sells),
                                actor.organisation().filter(organisation -> own && sells),
                                actor.city().filter(city -> reach == Reach.CITY),
                                state),
                        page);
    }

    /** The organisation for which an actor buys. */
    static Organisation buyer(Session session, Actor actor, Optional<Id<Organisation>> applicant, Hosts hosts) {
        Access.requireRole(actor, Action.ORDER_SERVICE);
        Id<Organisation> own = actor.organisation().orElseThrow();
        Id<Organisation> named = applicant.orElse(own);
        Optional<Organisation> buyer = session.registry().find(named);
        if (actor.role() == Role.HOST && named.equals(own)) {
            throw OrderRefusals.invalid("/applicant", "order.applicant-missing");
        }
        Set<Id<Organisation>> sides = hosts.of(session, named).map(Set::of).orElse(Set.of(named));
        Subject subject = new Subject(sides, Optional.empty(), Set.of());
        // Who names another learns the same whether there is one of that name or not.
        if (buyer.isEmpty() || !Access.allows(actor, Action.ORDER_SERVICE, subject)) {
            throw OrderRefusals.invalid("/applicant", "order.applicant");
        }
        return buyer.get();
    }

    /** A provider that somebody asks. */
    static Organisation provider(Session session, Id<Organisation> id) {
        return session.registry()
                .find(id)
                .filter(organisation -> organisation.kind() == Organisation.Kind.PROVIDER)
                .orElseThrow(() -> OrderRefusals.invalid("/provider", "order.provider"));
    }

    private VoucherOrder move(
            Session session, Actor actor, Id<Order> id, OrderMove move, String reason, Optional<Long> seen) {
        VoucherOrder order = OrderMoves.open(session, actor, id, move, seen);
        return OrderMoves.make(session, actor, order, move, UnaryOperator.identity(), reason, clock.instant());
    }
}
