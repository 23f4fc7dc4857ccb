package org.quanlian.vouchers.treasury;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.quanlian.model.Money;
import org.quanlian.vouchers.Id;
import org.quanlian.vouchers.Ids;
import org.quanlian.vouchers.RefusedException.Kind;
import org.quanlian.vouchers.Session;
import org.quanlian.vouchers.access.Access;
import org.quanlian.vouchers.access.Action;
import org.quanlian.vouchers.access.Actor;
import org.quanlian.vouchers.claims.ClaimMove;
import org.quanlian.vouchers.claims.ClaimMoves;
import org.quanlian.vouchers.claims.VoucherClaim;
import org.quanlian.vouchers.ledger.AccountKind;
import org.quanlian.vouchers.ledger.BookingKind;
import org.quanlian.vouchers.ledger.LedgerAccount;
import org.quanlian.vouchers.ledger.Transfers;
import org.quanlian.vouchers.treasury.SharePayment.Share;

/** Records what cities pay; a claim is paid when both shares are paid whole. The bank's reference makes a retry harmless. */
public final class Payments {
    private final Clock clock;
    private final Ids ids;
    private final Bookkeeper bookkeeper;

    /**
     * @param clock tells when a payment is recorded
     * @param ids names payments
     * @param bookkeeper books
     */
    public Payments(Clock clock, Ids ids, Bookkeeper bookkeeper) {
        this.clock = clock;
        this.ids = ids;
        this.bookkeeper = bookkeeper;
    }

    /**
     * Records the payment of a share or of part of it; the same payment again is answered with the first record.
     *
     * @throws org.quanlian.vouchers.RefusedException {@code payment.above} when it is more than is due,
     *     {@code payment.reference} when the bank's reference stands for another payment, {@code money.future}
     */
    public SharePayment record(
            Session session,
            Actor actor,
            Id<VoucherClaim> id,
            Share share,
            Money amount,
            LocalDate paidOn,
            String bankReference) {
        Action action = share == Share.PROVINCE ? Action.RECORD_PROVINCE_PAYMENT : Action.RECORD_CITY_PAYMENT;
        Access.requireRole(actor, action);
        TreasuryRefusals.positive("/amount", amount);
        TreasuryRefusals.notInFuture("/paidOn", paidOn, clock);
        TreasuryRefusals.shortText("/bankReference", bankReference);
        ClaimAccess.lock(session, actor, id, action);
        Optional<SharePayment> before = session.treasury().payment(id, share, bankReference);
        if (before.isPresent()) {
            if (!before.get().amount().equals(amount) || !before.get().paidOn().equals(paidOn)) {
                throw TreasuryRefusals.TEXTS.refused(Kind.CONFLICT, "payment.reference", bankReference);
            }
            return before.get();
        }
        VoucherClaim claim = ClaimMoves.open(session, actor, id, ClaimMove.PAY);
        Money left = book(session, actor, claim, share, amount, bankReference);
        SharePayment payment =
                new SharePayment(ids.next(), id, share, amount, paidOn, bankReference, actor.name(), clock.instant());
        session.treasury().add(payment);
        if (left.isZero()) {
            ClaimMoves.make(
                    session, actor, claim, ClaimMove.PAY, UnaryOperator.identity(), bankReference, clock.instant());
        }
        return payment;
    }

    /** The payments of a claim, oldest first. */
    public List<SharePayment> list(Session session, Actor actor, Id<VoucherClaim> id) {
        ClaimAccess.find(session, actor, id, Action.READ_CLAIM);
        return session.treasury().payments(id);
    }

    /** What the accounts of a claim hold: what is committed, allocated, paid and claimed back of it. */
    public Map<AccountKind, Money> balances(Session session, Actor actor, Id<VoucherClaim> id) {
        return session.ledger().balances(ClaimAccess.find(session, actor, id, Action.READ_CLAIM));
    }

    /** Books a payment and tells what is left to be paid of both shares. */
    private Money book(
            Session session, Actor actor, VoucherClaim claim, Share share, Money amount, String bankReference) {
        LedgerAccount province = LedgerAccount.ofClaim(AccountKind.PROVINCE_ALLOCATED, claim);
        LedgerAccount city = LedgerAccount.ofClaim(AccountKind.CITY_COMMITTED, claim);
        Map<LedgerAccount, Money> due = session.ledger().lock(Set.of(province, city));
        LedgerAccount from = share == Share.PROVINCE ? province : city;
        if (amount.compareTo(due.get(from)) > 0) {
            throw TreasuryRefusals.TEXTS.invalid("/amount", "payment.above", amount, due.get(from), share);
        }
        AccountKind paid = share == Share.PROVINCE ? AccountKind.PROVINCE_PAID : AccountKind.CITY_PAID;
        bookkeeper.book(
                session,
                actor,
                claim,
                BookingKind.PAY,
                new Transfers().move(from, LedgerAccount.ofClaim(paid, claim), amount),
                "pay/" + claim.id() + "/" + share + "/" + bankReference,
                bankReference);
        return due.get(province).plus(due.get(city)).minus(amount);
    }
}
