package org.quanlian.vouchers.treasury;

import static org.quanlian.vouchers.ledger.AccountKind.CAP_GRANTED;
import static org.quanlian.vouchers.ledger.AccountKind.CAP_SOURCE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_AVAILABLE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_CLAWBACK_DUE;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_COMMITTED;
import static org.quanlian.vouchers.ledger.AccountKind.CITY_PAID;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_ALLOCATED;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_AVAILABLE;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_CLAWBACK_DUE;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_COMMITTED;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_PAID;
import static org.quanlian.vouchers.ledger.AccountKind.PROVINCE_RETURN_DUE;

import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.CapParty;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;
import org.quanlian.vouchers.orders.BoundVouchers;

/**
 * Revokes claims before they are paid whole, because of a violation (撤销), 五（七）. What was committed is free again; what of
 * the province's money is with the city is to be returned; what was paid in part is claimed back.
 */
public final class Revocations {
    private final Clock clock;
    private final PinnedTerms terms;
    private final Bookkeeper bookkeeper;
    private final BoundVouchers vouchers;
    private final Withdrawals notices;

    /** Takes what is revoked off its public notice. */
    @FunctionalInterface
    public interface Withdrawals {
        /** Takes a claim off the notice on which it stands, if it does, with the objections to it. */
        void withdraw(Session session, Actor actor, Id<VoucherClaim> claim, String reason);
    }

    /**
     * @param clock tells when a claim is revoked
     * @param terms what the policies say about money
     * @param bookkeeper books
     * @param vouchers gives back the vouchers of claims that end without support
     * @param notices takes claims off public notices
     */
    public Revocations(
            Clock clock, PinnedTerms terms, Bookkeeper bookkeeper, BoundVouchers vouchers, Withdrawals notices) {
        this.clock = clock;
        this.terms = terms;
        this.bookkeeper = bookkeeper;
        this.vouchers = vouchers;
        this.notices = notices;
    }

    /** Revokes a claim. */
    public VoucherClaim revoke(Session session, Actor actor, Id<VoucherClaim> id, String reason) {
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.REVOKE);
        bookkeeper.book(
                session, actor, claim, BookingKind.REVOKE, everything(session, claim), "revoke/" + claim.id(), reason);
        notices.withdraw(session, actor, claim.id(), reason);
        vouchers.release(session, claim.id());
        return ClaimMoves.make(
                session, actor, claim, ClaimMove.REVOKE, UnaryOperator.identity(), reason, clock.instant());
    }

    private Transfers everything(Session session, VoucherClaim claim) {
        CapParty party = Commitments.party(session, claim, terms.of(claim));
        Map<AccountKind, LedgerAccount> ways = Map.of(
                PROVINCE_COMMITTED, LedgerAccount.ofProvince(PROVINCE_AVAILABLE, claim.year()),
                PROVINCE_ALLOCATED, LedgerAccount.ofCity(PROVINCE_RETURN_DUE, claim.year(), claim.city()),
                PROVINCE_PAID, LedgerAccount.ofClaim(PROVINCE_CLAWBACK_DUE, claim),
                CITY_COMMITTED, LedgerAccount.ofCity(CITY_AVAILABLE, claim.year(), claim.city()),
                CITY_PAID, LedgerAccount.ofClaim(CITY_CLAWBACK_DUE, claim));
        // The claim is locked, and with it nobody else books on its accounts.
        Map<AccountKind, Money> balances = session.ledger().balances(claim);
        Transfers transfers = new Transfers();
        ways.forEach((kind, to) ->
                transfers.move(LedgerAccount.ofClaim(kind, claim), to, balances.getOrDefault(kind, Money.ZERO)));
        return transfers.move(
                LedgerAccount.ofParty(CAP_GRANTED, claim.year(), party),
                LedgerAccount.ofParty(CAP_SOURCE, claim.year(), party),
                Approvals.approved(claim).grant());
    }
}
