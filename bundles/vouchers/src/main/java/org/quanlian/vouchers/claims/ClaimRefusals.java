package org.quanlian.vouchers.claims;

import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.orders.Order;

/** What is said when something can't be done to a claim. */
public final class ClaimRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(ClaimRefusals.class);

    private ClaimRefusals() {}

    static RefusedException notFound() {
        return Access.none();
    }

    static RefusedException illegalMove(VoucherClaim claim, ClaimMove move) {
        return TEXTS.refused(Kind.CONFLICT, "claim.move", claim.number(), claim.state(), move);
    }

    /** Somebody else changed the claim in between. */
    public static RefusedException stale(String number) {
        return TEXTS.refused(Kind.STALE, "claim.stale", number);
    }

    /** A voucher is in another live claim. */
    public static RefusedException voucherTaken(Id<Order> order, String number) {
        return TEXTS.refused(Kind.CONFLICT, "claim.voucher", order, number);
    }

    static RefusedException conflict(String code, Object... arguments) {
        return TEXTS.refused(Kind.CONFLICT, code, arguments);
    }

    static RefusedException invalid(String field, String code, Object... arguments) {
        return TEXTS.invalid(field, code, arguments);
    }

    static RefusedException reasonMissing(ClaimMove move) {
        return TEXTS.invalid("/reason", "claim.reason", move);
    }
}
