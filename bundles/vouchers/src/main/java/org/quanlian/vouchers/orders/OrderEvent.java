package org.quanlian.vouchers.orders;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.accounts.Account;

/**
 * One move of an order as it happened (办理过程); never changed afterwards.
 *
 * @param at when
 * @param actor who made it
 * @param actorName name of who made it, as it was then
 * @param role in which role
 * @param move the move; empty for the order itself
 * @param to the state after
 * @param reason why, as the actor told; empty when none was told
 */
public record OrderEvent(
        Instant at,
        Id<Account> actor,
        String actorName,
        Role role,
        Optional<OrderMove> move,
        OrderState to,
        String reason) {
    public OrderEvent {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(actorName, "actorName");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(move, "move");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(reason, "reason");
    }

    static OrderEvent begun(Actor actor, Instant at) {
        return new OrderEvent(
                at, actor.account(), actor.name(), actor.role(), Optional.empty(), OrderState.REQUESTED, "");
    }

    static OrderEvent of(Actor actor, OrderMove move, String reason, Instant at) {
        return new OrderEvent(at, actor.account(), actor.name(), actor.role(), Optional.of(move), move.to(), reason);
    }
}
