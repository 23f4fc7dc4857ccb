package org.quanlian.vouchers.claims;

import org.quanlian.vouchers.RefusedException;
import org.quanlian.vouchers.RefusedException.Kind;

/** What is said when something can't be done to a claim. */
final class ClaimRefusals {
    static final RefusedException.Texts TEXTS = new RefusedException.Texts(ClaimRefusals.class);

    private ClaimRefusals() {}

    static RefusedException notFound() {
        return TEXTS.refused(Kind.NOT_FOUND, "claim.none");
    }

    static RefusedException illegalMove(VoucherClaim claim, ClaimMove move) {
        return TEXTS.refused(Kind.CONFLICT, "claim.move", claim.number(), claim.state(), move);
    }

    static RefusedException reasonMissing(ClaimMove move) {
        return TEXTS.invalid("/reason", "claim.reason", move);
    }
}
