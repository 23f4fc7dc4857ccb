package org.quanlian.vouchers.orders;

import static org.quanlian.vouchers.orders.OrderState.ACCEPTED;
import static org.quanlian.vouchers.orders.OrderState.BOUND;
import static org.quanlian.vouchers.orders.OrderState.CANCELLED;
import static org.quanlian.vouchers.orders.OrderState.DECLINED;
import static org.quanlian.vouchers.orders.OrderState.DISPUTED;
import static org.quanlian.vouchers.orders.OrderState.PROVED;
import static org.quanlian.vouchers.orders.OrderState.REQUESTED;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.quanlian.vouchers.access.Action;

/**
 * What moves an order from one state to another: every move there is, and no other. None changes its applicant or its
 * provider: a voucher is not transferred (五（七）).
 */
public enum OrderMove {
    /** The provider takes the order. */
    ACCEPT(Set.of(REQUESTED), ACCEPTED, Set.of(Action.ANSWER_ORDER), false),
    /** The provider does not take it. */
    DECLINE(Set.of(REQUESTED), DECLINED, Set.of(Action.ANSWER_ORDER), true),
    /** The applicant takes it back, as long as nothing is proved. */
    CANCEL(Set.of(REQUESTED, ACCEPTED), CANCELLED, Set.of(Action.ORDER_SERVICE), false),
    /** The applicant proves the service, or corrects what it proved, and asks the provider to confirm it (四（三）). */
    PROVE(Set.of(ACCEPTED, PROVED, DISPUTED), PROVED, Set.of(Action.PROVE_SERVICE), false),
    /** The provider confirms what is proved, and the voucher is bound (四（三）). */
    CONFIRM(Set.of(PROVED), BOUND, Set.of(Action.CONFIRM_SERVICE), false),
    /** The provider does not confirm what is proved, and tells what is wrong. */
    DISPUTE(Set.of(PROVED), DISPUTED, Set.of(Action.CONFIRM_SERVICE), true),
    /** Either side takes the binding back so that it can be corrected; not while a claim holds the voucher. */
    UNBIND(Set.of(BOUND), DISPUTED, Set.of(Action.PROVE_SERVICE, Action.CONFIRM_SERVICE), true);

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which nobody can change.
    private final Set<OrderState> from;

    private final OrderState to;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of, which nobody can change.
    private final Set<Action> actions;

    private final boolean needsReason;

    OrderMove(Set<OrderState> from, OrderState to, Set<Action> actions, boolean needsReason) {
        this.from = from;
        this.to = to;
        this.actions = actions;
        this.needsReason = needsReason;
    }

    /** The moves that lead out of a state, in the order of the procedure. */
    public static List<OrderMove> from(OrderState state) {
        return Arrays.stream(values()).filter(move -> move.isFrom(state)).toList();
    }

    /** Whether it leads out of a state. */
    public boolean isFrom(OrderState state) {
        return from.contains(state);
    }

    /** The state into which it leads. */
    public OrderState to() {
        return to;
    }

    /** What an actor must be allowed to do to make it: one of these. */
    public Set<Action> actions() {
        return actions;
    }

    /** Whether it must be given a reason. */
    public boolean needsReason() {
        return needsReason;
    }
}
