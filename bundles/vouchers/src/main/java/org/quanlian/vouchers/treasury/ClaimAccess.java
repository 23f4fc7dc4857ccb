package org.quanlian.vouchers.treasury;

import java.util.Optional;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;

/** Finds claims for actors who do something with them that is no move. */
public final class ClaimAccess {
    private ClaimAccess() {}

    /**
     * A claim with which an actor may do something.
     *
     * @throws org.quanlian.vouchers.RefusedException when there is none for this actor
     */
    public static VoucherClaim find(Session session, Actor actor, Id<VoucherClaim> id, Action action) {
        Access.requireRole(actor, action);
        return allowed(session, actor, session.claims().find(id), action);
    }

    /** The same; it is then this transaction's alone until it ends. */
    public static VoucherClaim lock(Session session, Actor actor, Id<VoucherClaim> id, Action action) {
        Access.requireRole(actor, action);
        return allowed(session, actor, session.claims().lock(id), action);
    }

    private static VoucherClaim allowed(Session session, Actor actor, Optional<VoucherClaim> found, Action action) {
        VoucherClaim claim = found.orElseThrow(Access::none);
        Access.require(actor, action, claim.subject(session.claims().experts(claim.id())));
        return claim;
    }
}
