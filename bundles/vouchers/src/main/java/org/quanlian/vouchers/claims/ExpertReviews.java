package org.quanlian.vouchers.claims;

import java.time.Instant;
import java.util.List;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.accounts.Account;

/** Who of the experts was given which claim, what they said, and whom they work for, as it is kept. */
public interface ExpertReviews {
    /** Everybody to whom a claim was ever given, in that order. */
    List<Assignment> assignments(Id<VoucherClaim> claim);

    /** Gives a claim to an expert who never had it. */
    void assign(Id<VoucherClaim> claim, Assignment assignment);

    /** Ends an assignment, with the reason. */
    void end(Id<VoucherClaim> claim, Id<Account> expert, Instant at, String reason);

    /** The opinions on a claim of those to whom it is assigned now, in the order in which they were given. */
    List<Opinion> opinions(Id<VoucherClaim> claim);

    /** Keeps an opinion; the expert had given none. */
    void give(Id<VoucherClaim> claim, Opinion opinion);

    /** Whom an expert works or worked for, in the order told. */
    List<Affiliation> affiliations(Id<Account> expert);

    /** Takes other affiliations for those of an expert; they are this transaction's alone until it ends. */
    void setAffiliations(Id<Account> expert, List<Affiliation> affiliations);
}
