package org.quanlian.vouchers.orders;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Reach;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;
import org.quanlian.vouchers.notifications.Notification;
import org.quanlian.vouchers.registry.Organisation;

/** Makes moves of orders: the only way in which an order changes its state. */
final class OrderMoves {
    /** The most characters that a reason has. */
    static final int MAX_REASON = 1000;

    private OrderMoves() {}

    /**
     * The order as an actor may move it, for this transaction alone.
     *
     * @param seen the version that the actor looked at, if it tells
     */
    static VoucherOrder open(Session session, Actor actor, Id<Order> id, OrderMove move, Optional<Long> seen) {
        requireRole(actor, move);
        VoucherOrder order = session.orders().lock(id).orElseThrow(OrderRefusals::none);
        if (move.actions().stream().noneMatch(action -> Access.allows(actor, action, side(order, action)))) {
            throw OrderRefusals.none();
        }
        if (seen.isPresent() && seen.get() != order.version()) {
            throw OrderRefusals.stale(id);
        }
        if (!move.isFrom(order.state())) {
            throw OrderRefusals.illegalMove(order, move);
        }
        return order;
    }

    /** Makes a move: changes the order, writes its timeline and tells both sides. */
    static VoucherOrder make(
            Session session,
            Actor actor,
            VoucherOrder order,
            OrderMove move,
            UnaryOperator<VoucherOrder> change,
            String reason,
            Instant now) {
        if (move.needsReason() && reason.isBlank()) {
            throw OrderRefusals.reasonMissing(move);
        }
        if (reason.length() > MAX_REASON) {
            throw OrderRefusals.invalid("/reason", "order.reason-length", MAX_REASON);
        }
        // What changes goes first: only what is proved can be bound.
        VoucherOrder after = change.apply(order).moved(move);
        session.orders().update(order, after);
        session.orders().append(order.id(), OrderEvent.of(actor, move, reason, now));
        tell(session, after, reason, now);
        return after;
    }

    static void tell(Session session, VoucherOrder order, String reason, Instant now) {
        Notification notification = new Notification(
                "order." + order.state().name().toLowerCase(Locale.ROOT),
                "/api/v1/orders/" + order.id(),
                OrderRefusals.TEXTS.text("order.moved", order.request().description(), order.state(), reason),
                now);
        Set<Id<Organisation>> told = new HashSet<>(order.buyers());
        told.add(order.order().provider());
        told.stream().sorted().forEach(side -> session.notifications().tell(side, notification));
    }

    /** The experts to whom the claim that holds the order is assigned. */
    static Set<Id<Account>> experts(Session session, VoucherOrder order) {
        return session.orders()
                .holder(order.id())
                .map(claim -> session.claims().experts(new Id<>(claim.value())))
                .orElse(Set.of());
    }

    private static void requireRole(Actor actor, OrderMove move) {
        List<Action> actions = move.actions().stream().sorted().toList();
        if (actions.stream().allMatch(action -> Access.reach(actor, action) == Reach.NONE)) {
            Access.requireRole(actor, actions.get(0));
        }
    }

    /** What is done for one side of an order is done by that side. */
    private static Subject side(VoucherOrder order, Action action) {
        return switch (action) {
            case ANSWER_ORDER, CONFIRM_SERVICE -> Subject.of(order.order().provider());
            default -> new Subject(order.buyers(), Optional.empty(), Set.of());
        };
    }
}
