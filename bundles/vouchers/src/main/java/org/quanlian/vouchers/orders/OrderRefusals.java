package org.quanlian.vouchers.orders;

import org.quanlian.model.ServiceMaterial;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is said when something can't be done to an order. */
public final class OrderRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(OrderRefusals.class);

    private OrderRefusals() {}

    /** There is no such order, or the actor may not know of it. */
    public static RefusedException none() {
        return TEXTS.refused(Kind.NOT_FOUND, "order.none");
    }

    /** Somebody changed the order in between. */
    public static RefusedException stale(Id<Order> order) {
        return TEXTS.refused(Kind.STALE, "order.stale", order);
    }

    static RefusedException illegalMove(VoucherOrder order, OrderMove move) {
        return TEXTS.refused(Kind.CONFLICT, "order.move", order.id(), order.state(), move);
    }

    static RefusedException unbound(VoucherOrder order) {
        return TEXTS.refused(Kind.CONFLICT, "order.unbound", order.id(), order.state());
    }

    static RefusedException reasonMissing(OrderMove move) {
        return TEXTS.invalid("/reason", "order.reason", move);
    }

    static RefusedException invalid(String field, String code, Object... arguments) {
        return TEXTS.invalid(field, code, arguments);
    }

    static RefusedException conflict(String code, Object... arguments) {
        return TEXTS.refused(Kind.CONFLICT, code, arguments);
    }

    static RefusedException materialMissing(ServiceMaterial material) {
        return TEXTS.invalid("/attachments", "order.material", material);
    }

    static RefusedException otherPurpose(String field, String name, ServiceMaterial material) {
        return TEXTS.invalid(field, "order.document-purpose", name, material);
    }
}
