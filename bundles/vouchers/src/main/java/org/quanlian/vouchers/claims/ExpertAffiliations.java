package org.quanlian.vouchers.claims;

import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.access.Role;
import org.quanlian.vouchers.access.Subject;
import org.quanlian.vouchers.accounts.Account;

/** For whom experts work or worked: as they declare it themselves, or as the sharing centre knows it. */
public final class ExpertAffiliations {
    /** The affiliations of an expert, in the order told. */
    public List<Affiliation> read(Session session, Actor actor, Id<Account> expert) {
        requireExpert(session, actor, expert);
        return session.claims().expertReviews().affiliations(expert);
    }

    /** Takes other affiliations for those of an expert. */
    public List<Affiliation> declare(Session session, Actor actor, Id<Account> expert, List<Affiliation> affiliations) {
        requireExpert(session, actor, expert);
        if (affiliations.size() > Affiliation.MAX) {
            throw ClaimRefusals.invalid("/affiliations", "claim.affiliations", Affiliation.MAX);
        }
        session.claims().expertReviews().setAffiliations(expert, affiliations);
        return affiliations;
    }

    private static void requireExpert(Session session, Actor actor, Id<Account> expert) {
        Access.requireRole(actor, Action.DECLARE_AFFILIATIONS);
        Account account = session.accounts()
                .find(expert)
                .filter(found -> found.role() == Role.EXPERT)
                .orElseThrow(Access::none);
        Access.require(actor, Action.DECLARE_AFFILIATIONS, Subject.of(account));
    }
}
