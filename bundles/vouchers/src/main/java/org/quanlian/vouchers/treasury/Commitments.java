package org.quanlian.vouchers.treasury;

import static org.quanlian.vouchers.ledger.AccountKind.CAP_GRANTED;
import static org.quanlian.vouchers.ledger.AccountKind.CAP_SOURCE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_AVAILABLE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_COMMITTED;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_AVAILABLE;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_COMMITTED;

import java.util.Map;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.claims.VoucherClaim.ApprovedGrant;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;

/** Commits approved amounts against both budgets and the cap, and gives commitments back. */
final class Commitments {
    private final Bookkeeper bookkeeper;

    Commitments(Bookkeeper bookkeeper) {
        this.bookkeeper = bookkeeper;
    }

    /** The commitment of a grant, once for each version of the claim. */
    Commitment prepare(
            Session session,
            Actor actor,
            VoucherClaim claim,
            ApprovedGrant grant,
            PinnedTerms.Terms terms,
            String note) {
        CapParty party = party(session, claim, terms);
        Transfers transfers = grantOf(claim, party, grant);
        return new Commitment(
                grant,
                bookkeeper.about(
                        claim, actor, BookingKind.COMMIT, transfers.entries(), reference("commit", claim), note),
                Map.of(
                        LedgerAccount.ofParty(CAP_GRANTED, claim.year(), party),
                        PinnedTerms.filing(claim).amounts().cap()));
    }

    /** Gives back a commitment of which nothing was allocated: the counter booking, with what the city added. */
    void release(
            Session session,
            Actor actor,
            VoucherClaim claim,
            ApprovedGrant grant,
            PinnedTerms.Terms terms,
            String note) {
        Transfers back = new Transfers();
        moveGrant(back, claim, party(session, claim, terms), grant, true);
        bookkeeper.book(session, actor, claim, BookingKind.RELEASE, back, reference("release", claim), note);
    }

    /** Whose cap a claim draws on: the applicant's, or the host's of a team when the policy says so. */
    static CapParty party(Session session, VoucherClaim claim, PinnedTerms.Terms terms) {
        var owner = terms.teamSharesHostCap() ? claim.host().orElse(claim.applicant()) : claim.applicant();
        return CapParty.of(session.registry()
                .find(owner)
                .orElseThrow(() -> new IllegalStateException("no organisation " + owner + " of " + claim.number())));
    }

    private static Transfers grantOf(VoucherClaim claim, CapParty party, ApprovedGrant grant) {
        Transfers transfers = new Transfers();
        moveGrant(transfers, claim, party, grant, false);
        return transfers;
    }

    private static void moveGrant(
            Transfers transfers, VoucherClaim claim, CapParty party, ApprovedGrant grant, boolean back) {
        Money city = grant.cityShare().plus(grant.cityExtra());
        transfers
                .move(
                        LedgerAccount.ofProvince(PROVINCE_AVAILABLE, claim.year()),
                        LedgerAccount.ofClaim(PROVINCE_COMMITTED, claim),
                        signed(grant.provinceShare(), back))
                .move(
                        LedgerAccount.ofCity(CITY_AVAILABLE, claim.year(), claim.city()),
                        LedgerAccount.ofClaim(CITY_COMMITTED, claim),
                        signed(city, back))
                .move(
                        LedgerAccount.ofParty(CAP_SOURCE, claim.year(), party),
                        LedgerAccount.ofParty(CAP_GRANTED, claim.year(), party),
                        signed(grant.grant(), back));
    }

    private static Money signed(Money amount, boolean back) {
        return back ? Money.ZERO.minus(amount) : amount;
    }

    private static String reference(String what, VoucherClaim claim) {
        return what + "/" + claim.id() + "/" + claim.version();
    }
}
